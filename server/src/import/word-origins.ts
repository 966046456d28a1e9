/** Reads or imports a Word document and says for each character which run of the document it comes from. */

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
import { type ReadDocument, readWordSteps } from './word/read'
import { placesInXml, type RunText, runTexts, textNodes } from './word/runs'
import { Shown } from './word/shown'

/** A stretch of the text of one run. */
export interface RunStretch {
  /** The paragraph and the run, counted from 0 in the whole part by their start tags. */
  readonly paragraph: number
  readonly run: number
  /** The characters in the XML of the part, in UTF-16 units: where a splice can divide the run. */
  readonly xml: Span
}

/** The way back from a text into the Word document that it was read from. */
export interface WordOrigins {
  /** The name of the part that all places are in, such as `word/document.xml`, and its XML. */
  readonly part: string
  readonly xml: string
  /**
   * The stretches of the document that are the characters in this span of the text, in the order of the text.
   * None for what was put in (a number that Word counts, a mark of emphasis, a note that was a comment) and for
   * footnotes, which are in a part of their own.
   */
  readonly runsOf: (span: Span) => readonly RunStretch[]
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

function* reading(bytes: Uint8Array): Steps<Reading> {
  const shown = new Shown()
  const document = yield* readWordSteps(bytes, shown)
  const origins = yield* originsOf(shown.text, document.text)
  yield
  const xml = yield* partOf(bytes, shown.part)
  const runs = yield* placedRuns(xml, shown)
  const back = (of: Origins): WordOrigins => ({
    part: shown.part,
    xml,
    runsOf: span => runsIn(runs, xml, stretchesOf(of, span)),
  })
  return { document, origins, back }
}

function* partOf(bytes: Uint8Array, name: string): Steps<string> {
  const budget = new Budget(wordRefusal)
  budget.enter(name)
  const part = yield* new Archive(bytes).read(name, budget)
  return decodeXml(part ?? new Uint8Array())
}

/** The texts of the runs in the order in which they are shown, and where each begins in what is shown. */
interface PlacedRuns {
  readonly runs: readonly (RunText | undefined)[]
  readonly starts: readonly number[]
}

function* placedRuns(xml: string, { document, pieces }: Shown): Steps<PlacedRuns> {
  const all = runTexts(xml)
  yield
  const nodes = document === undefined ? [] : textNodes(document)
  const runOf = new Map(nodes.map((node, at) => [node, all[at]]))
  yield
  return {
    runs: pieces.map(({ node }) => runOf.get(node)),
    starts: pieces.map(({ start }) => start),
  }
}

function runsIn(
  { runs, starts }: PlacedRuns,
  xml: string,
  shown: readonly Span[],
): readonly RunStretch[] {
  return shown.flatMap(({ start, end }) => {
    const found: RunStretch[] = []
    for (let at = firstAbove(starts, start) - 1; (starts[at] ?? end) < end; at++) {
      const run = runs[at]
      const first = starts[at] ?? 0
      const places = run && placesInXml(xml.slice(run.content.start, run.content.end))
      if (run === undefined || places === undefined) continue
      const from = places[Math.max(start - first, 0)]
      const to = places[Math.min(end - first, places.length - 1)]
      if (from === undefined || to === undefined || from >= to) continue
      const { paragraph, run: number, content } = run
      const place = { start: content.start + from, end: content.start + to }
      found.push({ paragraph, run: number, xml: place })
    }
    return found
  })
}
