/**
 * A copy of a Word document without what is for colleagues only: properties, comments, and lines that ignore problems.
 * No tracked change is decided, and every other part keeps its bytes.
 */

import * as l10n from '@vscode/l10n'
import { htmlComments } from '../../report/marks/marks'
import { isIgnoring } from '../../report/marks/suppressions'
import { applyEdits, remove, type TextEdit } from '../../text/edits'
import { contains, type Span } from '../../text/span'
import type { Steps } from '../../text/steps'
import { Budget } from '../budget'
import { ImportError } from '../import-error'
import { wordRefusal } from '../refusals'
import { ArchiveError } from '../word/archive'
import { opened, packageRelations, type Relation, relationsOf } from '../word/package'
import { around, type PlacedElement, placedElements } from '../word/placed-xml'
import { tracedReading, type WordOrigins } from '../word-origins'
import { type ChangedParts, change, type Part, textPart } from './package-parts'
import { repacked } from './repacked'
import { rootChildren } from './root-children'
import { usedProperties } from './used-properties'

export interface CleanCopy {
  readonly bytes: Uint8Array
  /** What was taken out, in sentences for the user; empty where there was nothing. */
  readonly done: readonly string[]
  /** What was to be taken out and could not be, and why. */
  readonly left: readonly string[]
}

/** Throws an `ImportError` for a document that cannot be read or copied. */
export function* cleanCopy(bytes: Uint8Array): Steps<CleanCopy> {
  const traced = yield* tracedReading(bytes)
  try {
    return yield* new Cleaning(bytes, traced).copy()
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    throw new ImportError(
      l10n.t(
        'A part of this Word document is missing or damaged, so it cannot be copied. Open it in Word, save it again, and use that.',
      ),
      { cause: error },
    )
  }
}

/** Parts with comments, and those that say who answered what, when and where. */
const commentParts: ReadonlySet<string> = new Set([
  'comments',
  'commentsExtended',
  'commentsIds',
  'commentsExtensible',
  'people',
])
const propertyParts: ReadonlySet<string> = new Set([
  'core-properties',
  'extended-properties',
  'custom-properties',
])
const textParts: ReadonlySet<string> = new Set(['header', 'footer', 'footnotes', 'endnotes'])

class Cleaning {
  private readonly archive
  private readonly budget = new Budget(wordRefusal)
  private readonly parts: ChangedParts = new Map()
  private readonly done: string[] = []
  private readonly left: string[] = []

  constructor(
    bytes: Uint8Array,
    private readonly traced: WordOrigins & { readonly text: string },
  ) {
    this.archive = opened(bytes)
  }

  *copy(): Steps<CleanCopy> {
    const { archive, budget, traced } = this
    const ofDocument = yield* relationsOf(archive, traced.part, budget)
    const texts = [traced.part, ...this.targets(ofDocument, textParts)]
    const used = new Set<string>()
    let references = 0
    for (const name of texts) {
      const part = yield* textPart(archive, name, budget)
      for (const each of yield* usedProperties(part.xml)) used.add(each)
      const lines = name === traced.part ? yield* this.ignoreLines() : []
      const marks = yield* commentMarks(part.xml)
      references += marks.references
      const edits = apart([...marks.edits, ...lines])
      if (edits.length > 0) change(this.parts, part, applyEdits(part.xml, edits))
    }
    yield* this.comments(ofDocument, references)
    budget.enter(packageRelations)
    const ofPackage = yield* relationsOf(archive, '', budget)
    yield* this.properties(ofPackage, used)
    if (this.done.length > 0) yield* this.rest([...ofDocument, ...ofPackage])
    return { bytes: yield* repacked(archive, this.parts), done: this.done, left: this.left }
  }

  private targets(relations: readonly Relation[], types: ReadonlySet<string>): readonly string[] {
    const names = relations.filter(({ type }) => types.has(type)).map(({ target }) => target)
    return [...new Set(names)].filter(name => this.archive.has(name))
  }

  private *comments(relations: readonly Relation[], references: number): Steps<void> {
    let count = 0
    for (const name of this.targets(relations, commentParts)) {
      const part = yield* textPart(this.archive, name, this.budget)
      const children = rootChildren(part.xml)
      count += children.filter(each => localName(each.name) === 'comment').length
      this.take(
        part,
        children.map(({ span }) => span),
      )
    }
    const taken = Math.max(count, references)
    if (taken === 1) this.done.push(l10n.t('Took out one comment.'))
    if (taken > 1) this.done.push(l10n.t('Took out {0} comments.', taken))
  }

  private *properties(relations: readonly Relation[], used: ReadonlySet<string>): Steps<void> {
    const gone: string[] = []
    const kept: string[] = []
    for (const name of this.targets(relations, propertyParts)) {
      const part = yield* textPart(this.archive, name, this.budget)
      const taken: Span[] = []
      for (const { name, attributes, span } of rootChildren(part.xml)) {
        const property = attributes.name ?? localName(name)
        if (used.has(property.toLowerCase())) kept.push(property)
        else {
          gone.push(property)
          taken.push(span)
        }
      }
      this.take(part, taken)
    }
    if (gone.length > 0) this.done.push(l10n.t('Took out the properties: {0}.', gone.join(', ')))
    if (kept.length > 0)
      this.left.push(
        l10n.t(
          'Kept these properties, since the text of the document shows them: {0}.',
          kept.join(', '),
        ),
      )
  }

  /** Says what stays in the file, though it may say who wrote it and where. */
  private *rest(relations: readonly Relation[]): Steps<void> {
    const types = new Set(relations.map(({ type }) => type))
    const { part } = this.traced
    const document = yield* textPart(this.archive, part, this.budget)
    if (tracked.test(document.xml))
      this.left.push(l10n.t('Left the tracked changes, with the names of whoever made them.'))
    if (types.has('customXml')) this.left.push(l10n.t('Left the data stored beside the text.'))
    if (types.has('thumbnail')) this.left.push(l10n.t('Left the picture of the first page.'))
    if (types.has('classificationlabels')) this.left.push(l10n.t('Left the label of the office.'))
    for (const name of this.targets(relations, new Set(['settings']))) {
      const { xml } = yield* textPart(this.archive, name, this.budget)
      if (/<[\w.-]+:docVars\b/.test(xml)) this.left.push(l10n.t('Left the variables of programs.'))
      if (/<[\w.-]+:attachedTemplate\b/.test(xml))
        this.left.push(l10n.t('Left where its template is.'))
    }
  }

  private take(part: Part, spans: readonly Span[]): void {
    if (spans.length > 0) change(this.parts, part, applyEdits(part.xml, spans.map(remove)))
  }

  /** Takes out the paragraphs that are nothing but a line that ignores problems. */
  private *ignoreLines(): Steps<readonly TextEdit[]> {
    const { text, xml } = this.traced
    const edits: TextEdit[] = []
    let left = 0
    const lines = htmlComments(text).filter(({ start }) => isIgnoring(text, start))
    for (const span of lines) {
      yield
      const edit = isAlone(text, span) ? this.withoutParagraph(xml, span) : undefined
      if (edit === undefined) left++
      else edits.push(edit)
    }
    if (edits.length === 1) this.done.push(l10n.t('Took out one line that ignores problems.'))
    if (edits.length > 1)
      this.done.push(l10n.t('Took out {0} lines that ignore problems.', edits.length))
    if (left === 1)
      this.left.push(
        l10n.t(
          'Left one line that ignores problems, which is within other text or a tracked change.',
        ),
      )
    if (left > 1)
      this.left.push(
        l10n.t(
          'Left {0} lines that ignore problems, which are within other text or a tracked change.',
          left,
        ),
      )
    return edits
  }

  private withoutParagraph(xml: string, line: Span): TextEdit | undefined {
    const origins = this.traced.originsIn(line)
    const paragraphs = new Set(origins.map(({ element }) => paragraphOf(element)))
    const [paragraph] = paragraphs
    if (paragraph === undefined || paragraphs.size > 1) return undefined
    const inner = xml.slice(paragraph.content.start, paragraph.content.end)
    if (tracked.test(inner) || [...around(paragraph)].some(({ name }) => tracking.has(name)))
      return undefined
    // A section ends with a paragraph, and a cell or a box must have one: it stays, without its words.
    const holds = /<[\w.-]+:sectPr\b/.test(inner) || isOnly(xml, paragraph)
    if (!holds) return remove(paragraph.span)
    return remove({ start: lookEnd(xml, paragraph), end: paragraph.content.end })
  }
}

const paragraphOf = (element: PlacedElement) =>
  [element, ...around(element)].find(({ name }) => name === 'w:p')

/** Elements in which a change is tracked that nobody has decided. */
const tracked = /<[\w.-]+:(?:ins|del|moveFrom|moveTo)\b/
const tracking: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo'])

/** Is the paragraph the last thing in a cell or box, or in the document? */
function isOnly(xml: string, { span }: PlacedElement): boolean {
  const after = xml.slice(span.end, span.end + 200)
  return /^\s*<\/[\w.-]+:(?:tc|txbxContent|footnote|endnote|hdr|ftr|sdtContent|body)\b/.test(after)
}

/** Where the properties of the paragraph end, which come first in it. */
function lookEnd(xml: string, { span, content }: PlacedElement): number {
  const prefix = xml.slice(span.start + 1, xml.indexOf(':', span.start) + 1)
  const open = `<${prefix}pPr`
  const start = xml.indexOf('<', content.start)
  if (!xml.startsWith(open, start) || !/[\s/>]/.test(xml.charAt(start + open.length)))
    return content.start
  const tagEnd = xml.indexOf('>', start) + 1
  if (xml.charAt(tagEnd - 2) === '/') return tagEnd
  const close = `</${prefix}pPr>`
  return xml.indexOf(close, tagEnd) + close.length
}

function isAlone(text: string, { start, end }: Span): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const lineEnd = next === -1 ? text.length : next
  return text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === ''
}

const markNames: ReadonlySet<string> = new Set([
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:r',
  'w:rPr',
])

/** What marks the words of comments, and refers to them. */
function* commentMarks(
  xml: string,
): Steps<{ readonly edits: readonly TextEdit[]; readonly references: number }> {
  if (!xml.includes(':comment')) return { edits: [], references: 0 }
  const elements = yield* placedElements(xml, markNames)
  const looks = new Map(
    elements.filter(({ name }) => name === 'w:rPr').map(each => [each.parent, each.span]),
  )
  const edits: TextEdit[] = []
  let references = 0
  for (const { name, span, parent } of elements) {
    if (!name.startsWith('w:comment')) continue
    const isReference = name === 'w:commentReference'
    if (isReference) references++
    const run = isReference && parent?.name === 'w:r' ? parent : undefined
    const isAll = run !== undefined && hasNothingElse(xml, run, [looks.get(run), span])
    edits.push(remove(isAll ? run.span : span))
  }
  return { edits, references }
}

/** Is there nothing in the run but these? */
function hasNothingElse(
  xml: string,
  { content }: PlacedElement,
  parts: readonly (Span | undefined)[],
) {
  let rest = xml.slice(content.start, content.end)
  for (const part of parts)
    if (part !== undefined && contains(content, part))
      rest = rest.replace(xml.slice(part.start, part.end), '')
  return rest.trim() === ''
}

/** Without those that are inside another, in their order. */
function apart(edits: readonly TextEdit[]): readonly TextEdit[] {
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  let end = -1
  return inOrder.filter(({ span }) => {
    if (span.end <= end) return false
    end = span.end
    return true
  })
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
