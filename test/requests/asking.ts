/** Asks everything about documents in a thread of its own, and says where it is and what goes wrong. */

import { isMainThread } from 'node:worker_threads'
import { parseReport } from '../../server/src/report/parse'
import { inThread, type Progress } from '../support/watched'
import { type Asked, askedOf } from './answers'
import { type AskedDocument, askedDocuments, someOf } from './documents'
import { changeRequests, placeRequests } from './place-requests'
import { wholeRequests } from './whole-requests'

/** What the thread is to do. */
export interface Asking {
  readonly documents: 'samples' | 'reports'
  /** One in this many places is asked about; changes to the text, at one in `changesOneIn` of those. */
  readonly oneIn: number
  readonly changesOneIn: number
  readonly seed: number
}

/** What it says: what it asks about, what is wrong with an answer, and how often it has asked at the end. */
export interface Said {
  readonly document?: string
  readonly wrong?: string
  readonly answers?: number
}

/** All kinds of request, in the order in which a thread counts them. */
export const requestNames: readonly string[] = [
  ...wholeRequests,
  ...placeRequests,
  ...changeRequests,
].map(({ name }) => name)

function work(): void {
  const { data, progress, say } = inThread<Asking, Said>()
  let answers = 0
  for (const document of askedDocuments(data.documents)) {
    say({ document: document.name })
    answers += askAbout(document, data, progress, say)
  }
  say({ answers })
}

/** Asks about a document, and returns how often it did. */
function askAbout(
  { name, text, offsets }: AskedDocument,
  { oneIn, changesOneIn, seed }: Asking,
  progress: Progress,
  say: (said: Said) => void,
): number {
  const report = parseReport(text)
  if (report === undefined) return 0
  const asked = askedOf(report)
  const chosen = someOf(offsets, oneIn, seed)
  const changed = someOf(chosen, changesOneIn, seed + 1)
  let answers = 0
  const one = (request: string, offset: number, ask: () => void): void => {
    answers++
    progress[1] = requestNames.indexOf(request)
    progress[2] = offset
    progress[0] = (progress[0] ?? 0) + 1
    try {
      ask()
    } catch (error) {
      say({ wrong: `${name}, ${request} ${placeIn(asked, offset)}: ${(error as Error).message}` })
    }
  }
  for (const { name: request, ask } of wholeRequests) one(request, 0, () => ask(asked))
  for (const { name: request, ask } of placeRequests)
    for (const offset of chosen) one(request, offset, () => ask(asked, offset))
  for (const { name: request, ask } of changeRequests)
    for (const offset of changed) one(request, offset, () => ask(asked, offset))
  return answers
}

function placeIn({ report }: Asked, offset: number): string {
  const { line, column } = report.lines.position(offset)
  return `at line ${line + 1}, column ${column + 1} (offset ${offset})`
}

// The tests import this file too, for its types and names.
if (!isMainThread) work()
