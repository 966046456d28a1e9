/** Reads or imports a Word document and says for each character where in the document it comes from. */

import { decodeXml } from '../text/decode'
import { firstAbove } from '../text/inside'
import type { Span } from '../text/span'
import type { Steps } from '../text/steps'
import { Budget } from './budget'
import { type Imported, type ImportOptions, imported } from './imported'
import { wordRefusal } from './refusals'
import { type Origins, originsOf, stretchesOf, through } from './text/origins'
import { Trail } from './text/trail'
import { Archive } from './word/archive'
import { nodesNamed, type PlacedElement, placedElements, placesInXml } from './word/placed-xml'
import { type ReadDocument, readWordSteps } from './word/read'
import { isShown, Shown } from './word/shown'

/** Where characters of a text come from. */
export interface Origin {
  /** A piece of text (`w:t`), or what is shown as other words: a note, a comment, a field that is not filled in. */
  readonly element: PlacedElement
  /**
   * The characters in the XML of the part, in UTF-16 units, where a splice can divide the text; all of an element
   * that is no piece of text.
   */
  readonly xml: Span
}

/** The way back from a text into the Word document that it was read from. */
export interface WordOrigins {
  /** The name of the part that all places are in, such as `word/document.xml`, and its XML. */
  readonly part: string
  readonly xml: string
  /** The attributes of its root element, which say its namespaces. */
  readonly root: Readonly<Record<string, string>>
  /** What the text comes from, and what is around that, in the order of the XML. */
  readonly elements: readonly PlacedElement[]
  /** Those of the elements that are inside one of them. */
  readonly inside: (element: PlacedElement) => readonly PlacedElement[]
  /**
   * Where the characters in this span of the text come from, in the order of the text. A footnote comes from the
   * reference to it. Nowhere: what was put in, such as a number that Word counts, or a mark of emphasis.
   */
  readonly originsIn: (span: Span) => readonly Origin[]
}

/** What a Word document says, as it is checked, with the way back; throws an `ImportError` as the reading does. */
export function* tracedReading(bytes: Uint8Array): Steps<ReadDocument & WordOrigins> {
  const { document, origins, back } = yield* reading(bytes)
  return { ...document, ...back(origins) }
}

/** The import of a Word document, with the way back from its draft; throws an `ImportError` as the import does. */
export function* tracedWord(
  bytes: Uint8Array,
  options: ImportOptions = {},
): Steps<Imported & WordOrigins> {
  const { document, origins, back } = yield* reading(bytes)
  const trail = new Trail()
  const made = yield* imported('word', document.text, document.changes, { ...options, trail })
  return { ...made, ...back(through(origins, made.origins ?? new Int32Array())) }
}

/** A document that was read, and where its text is in what the document shows. */
interface Reading {
  readonly document: ReadDocument
  readonly origins: Origins
  /** The way back for a text, by where its characters are in what the document shows. */
  readonly back: (origins: Origins) => WordOrigins
}

/** What is around pieces of text. */
const around = [
  'w:p',
  'w:r',
  'w:rPr',
  'w:ins',
  'w:moveTo',
  'w:hyperlink',
  'w:fldSimple',
  'w:fldChar',
  'w:commentRangeStart',
  'w:sdtContent',
  'w:smartTag',
  'w:customXml',
  'w:ruby',
  'w:drawing',
  'w:pict',
  'w:object',
  'w:txbxContent',
  'mc:AlternateContent',
] as const

function* reading(bytes: Uint8Array): Steps<Reading> {
  const shown = new Shown()
  const document = yield* readWordSteps(bytes, shown)
  const origins = yield* originsOf(shown.text, document.text)
  yield
  const xml = yield* partOf(bytes, shown.part)
  const elements = yield* placedElements(xml, new Set([...isShown, ...around]))
  const pieces = yield* placedPieces(elements, shown)
  const starts = elements.map(({ span }) => span.start)
  const back = (of: Origins): WordOrigins => ({
    part: shown.part,
    xml,
    root: shown.document?.attributes ?? {},
    elements,
    inside: ({ span }) =>
      elements.slice(firstAbove(starts, span.start), firstAbove(starts, span.end - 1)),
    originsIn: span => originsAt(pieces, xml, stretchesOf(of, span)),
  })
  return { document, origins, back }
}

function* partOf(bytes: Uint8Array, name: string): Steps<string> {
  const budget = new Budget(wordRefusal)
  budget.enter(name)
  const part = yield* new Archive(bytes).read(name, budget)
  return decodeXml(part ?? new Uint8Array())
}

/** The pieces of the document in the order in which they are shown, and where each begins in what is shown. */
interface PlacedPieces {
  readonly elements: readonly (PlacedElement | undefined)[]
  readonly starts: readonly number[]
}

function* placedPieces(
  all: readonly PlacedElement[],
  { document, pieces }: Shown,
): Steps<PlacedPieces> {
  const placed = all.filter(({ name }) => isShown.has(name))
  const nodes = document === undefined ? [] : nodesNamed(document, isShown)
  yield
  const placeOf = new Map(nodes.map((node, at) => [node, placed[at]]))
  yield
  return {
    elements: pieces.map(({ node }) => placeOf.get(node)),
    starts: pieces.map(({ start }) => start),
  }
}

function originsAt(
  { elements, starts }: PlacedPieces,
  xml: string,
  shown: readonly Span[],
): readonly Origin[] {
  return shown.flatMap(({ start, end }) => {
    const found: Origin[] = []
    for (let at = firstAbove(starts, start) - 1; (starts[at] ?? end) < end; at++) {
      const element = elements[at]
      if (element === undefined) continue
      const first = starts[at] ?? 0
      const place = within(element, xml, { start: Math.max(start - first, 0), end: end - first })
      if (place !== undefined) found.push({ element, xml: place })
    }
    return found
  })
}

/** Where characters of a piece are in the XML; undefined for none. */
function within({ name, span, content }: PlacedElement, xml: string, piece: Span) {
  if (name !== 'w:t') return span
  const places = placesInXml(xml.slice(content.start, content.end))
  const from = places?.[piece.start]
  const to = places?.[Math.min(piece.end, places.length - 1)]
  if (from === undefined || to === undefined || from >= to) return undefined
  return { start: content.start + from, end: content.start + to }
}
