/** A copy of a Word document with fixes as tracked changes, for its author to accept or reject. */

import { type AppliedFix, type FixAllOptions, fixSomeSteps } from '../../features/edit/fix-all'
import { applyEdits, inOrder, type TextEdit } from '../../text/edits'
import { xmlText } from '../../text/escape'
import type { Steps } from '../../text/steps'
import { commentAuthor } from '../word/comments'
import { readWordSteps } from '../word/read'
import { tracedReading, type WordOrigins } from '../word-origins'
import { wordTime } from './comments-part'
import { copying, namespaceOf, surroundingsOf } from './copied-document'
import { placeOfEdit } from './edit-places'
import { FreeIds } from './free-ids'
import { Marks } from './marks'
import { type ChangedParts, change, textPart } from './package-parts'
import { repacked } from './repacked'

export interface SuggestedCopy {
  readonly bytes: Uint8Array
  /** What the copy says once all changes are accepted, as it is read to be checked. */
  readonly text: string
  /** The fixes that are suggested. */
  readonly applied: readonly AppliedFix[]
  /** Those that no change of words can express, such as a row in another place. */
  readonly refused: readonly AppliedFix[]
}

/** Suggests safe fixes only, which change no grade. Throws an `ImportError` as the reading of a document does. */
export function* suggestedCopy(
  bytes: Uint8Array,
  options: FixAllOptions,
  at: Date,
): Steps<SuggestedCopy> {
  const traced = yield* tracedReading(bytes)
  const { text } = traced
  const places = new Marks(traced, new FreeIds([]))
  const isPlaced = (edits: readonly TextEdit[]) =>
    edits.every(edit => placeOfEdit(text, traced, places, edit) !== undefined)
  const copyOf = (edits: readonly TextEdit[]) => copying(withEdits(bytes, traced, edits, at))
  const fixed = yield* fixSomeSteps(text, options, isPlaced)
  const copy = yield* copyOf(fixed.edits)
  if ((yield* textIn(copy)) === fixed.text) return { ...fixed, bytes: copy }
  // Somewhere a change reads otherwise in Word than in a text: only what is right by itself is suggested.
  const wrong = new Set<string>()
  for (const edit of fixed.edits) {
    const alone = yield* copyOf([edit])
    if ((yield* textIn(alone)) !== applyEdits(text, [edit])) wrong.add(keyOf(edit))
  }
  const sure = yield* fixSomeSteps(
    text,
    options,
    edits => isPlaced(edits) && !edits.some(edit => wrong.has(keyOf(edit))),
  )
  return { ...sure, bytes: yield* copyOf(sure.edits) }
}

const keyOf = ({ span, newText }: TextEdit) => `${span.start} ${span.end} ${newText}`

/** What a document says with all changes accepted, as it is read to be checked. */
function* textIn(bytes: Uint8Array): Steps<string> {
  return (yield* readWordSteps(bytes)).text
}

function* withEdits(
  bytes: Uint8Array,
  traced: WordOrigins & { readonly text: string },
  edits: readonly TextEdit[],
  at: Date,
): Steps<Uint8Array> {
  const { archive, budget, relations } = yield* surroundingsOf(bytes, traced.part)
  const document = yield* textPart(archive, traced.part, budget)
  // Comments have numbers of the same kind.
  const comments = relations.find(({ type }) => type === 'comments')?.target
  const there =
    comments !== undefined && archive.has(comments)
      ? yield* textPart(archive, comments, budget)
      : undefined
  const ids = new FreeIds([document.xml, there?.xml ?? ''])
  const marks = new Marks(traced, ids)
  const { declared } = namespaceOf(traced)
  const opening = (name: string) =>
    `<w:${name}${declared} w:id="${ids.next()}" w:author="${commentAuthor}" w:date="${wordTime(at)}">`
  const deletions: string[] = []
  for (const edit of inOrder(edits)) {
    const place = placeOfEdit(traced.text, traced, marks, edit)
    if (place === undefined) continue
    const { deleted, beside, inserted } = place
    const origin = deleted?.first ?? beside?.origin
    if (origin === undefined) continue
    const words = `<w:r>${marks.looksOf(origin.element)}<w:t xml:space="preserve">${xmlText(inserted)}</w:t></w:r>`
    const insertion = inserted === '' ? '' : `${opening('ins')}${words}</w:ins>`
    if (deleted !== undefined) {
      const start = opening('del')
      deletions.push(start)
      marks.wrap(deleted.first, deleted.last, start, `</w:del>${insertion}`)
    } else if (beside?.side === 'after') marks.after(origin, insertion)
    else marks.before(origin, insertion)
  }
  yield
  const xml = asDeleted(applyEdits(document.xml, marks.edits()), deletions)
  const parts: ChangedParts = new Map()
  change(parts, document, xml)
  return yield* repacked(archive, parts)
}

/** The XML with texts that are deleted called so. The deletions are in their order, each by its start tag. */
function asDeleted(xml: string, deletions: readonly string[]): string {
  let result = ''
  let from = 0
  for (const start of deletions) {
    const begin = xml.indexOf(start, from)
    const end = xml.indexOf('</w:del>', begin)
    if (begin === -1 || end === -1) continue
    const deleted = xml.slice(begin, end).replace(/(<\/?(?:\w+:)?)t(?=[\s/>])/g, '$1delText')
    result += xml.slice(from, begin) + deleted
    from = end
  }
  return result + xml.slice(from)
}
