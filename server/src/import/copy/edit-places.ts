/** Where in a Word document an edit of its text can be a tracked change. */

import type { TextEdit } from '../../text/edits'
import { around, type PlacedElement, storyOf } from '../word/placed-xml'
import type { Origin, WordOrigins } from '../word-origins'
import { hunkOf } from './hunks'
import type { Marks } from './marks'

/** Words to be deleted, and those to be put in after them, or at a place between two characters. */
export interface EditPlace {
  /** The words that are deleted, from the first to the last; undefined for an insertion. */
  readonly deleted?: { readonly first: Origin; readonly last: Origin }
  /** For an insertion, the character beside it. */
  readonly beside?: { readonly origin: Origin; readonly side: 'before' | 'after' }
  readonly inserted: string
}

/** Signs by which a draft says more than its letters. */
const signs = /[\n|*_`#\\]/

/**
 * Undefined where no change of words in one paragraph can do it, or where somebody else decides: in a tracked
 * change, a field, a link, a content control, a text box or a note. Nothing is to be done where `inserted` is empty
 * and nothing is deleted.
 */
export function placeOfEdit(
  text: string,
  traced: WordOrigins,
  marks: Marks,
  edit: TextEdit,
): EditPlace | undefined {
  const hunk = hunkOf(text, edit)
  if (hunk === undefined) return { inserted: '' }
  const { span, newText: inserted } = hunk
  const old = text.slice(span.start, span.end)
  if (signs.test(old) || signs.test(inserted)) return undefined
  const isFree = ({ element }: Origin) => isPlain(element) && !marks.isInField(element)
  if (old === '') {
    for (const side of ['after', 'before'] as const) {
      const at = side === 'after' ? span.start - 1 : span.start
      const [origin] = text[at] === '\n' ? [] : traced.originsIn({ start: at, end: at + 1 })
      if (origin !== undefined && isFree(origin)) return { beside: { origin, side }, inserted }
    }
    return undefined
  }
  const origins = traced.originsIn(span)
  const [first, last] = [origins[0], origins.at(-1)]
  if (first === undefined || last === undefined || !origins.every(isFree)) return undefined
  for (let at = span.start; at < span.end; at++)
    if (traced.originsIn({ start: at, end: at + 1 }).length === 0) return undefined
  return isOneStretch(traced, origins) ? { deleted: { first, last }, inserted } : undefined
}

/** Is it a text of a run of a paragraph of the document itself, with nothing around it? */
function isPlain(element: PlacedElement): boolean {
  const { parent: run } = element
  return (
    element.name === 'w:t' &&
    run?.name === 'w:r' &&
    run.parent?.name === 'w:p' &&
    storyOf(element) === undefined
  )
}

/** Are they in one paragraph, one after another, with nothing that is shown between them? */
function isOneStretch({ xml }: WordOrigins, origins: readonly Origin[]): boolean {
  return origins.every((each, at) => {
    const before = origins[at - 1]
    if (before === undefined) return true
    if (paragraphOf(before.element) !== paragraphOf(each.element)) return false
    const between = xml.slice(before.xml.end, each.xml.start)
    return before.xml.end <= each.xml.start && !isShown(between)
  })
}

/** Is there anything in the XML between two runs that a reader sees, or that has a meaning of its own? */
function isShown(between: string): boolean {
  return things.test(between) || between.replace(/<[^<>]*>/g, '').trim() !== ''
}

const things =
  /<(?:\w+:)?(?:tab|ptab|br|cr|sym|noBreakHyphen|softHyphen|drawing|pict|object|ruby|fldChar|fldSimple|footnoteReference|endnoteReference|commentReference|ins|del|moveTo|moveFrom|sdt|hyperlink|AlternateContent)\b/

function paragraphOf(element: PlacedElement): PlacedElement | undefined {
  for (const each of around(element)) if (each.name === 'w:p') return each
  return undefined
}
