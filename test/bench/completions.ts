/** Times completion over stdio, at random places of a text as it is, and right after a key there. */

import {
  CompletionRequest,
  DidChangeTextDocumentNotification,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { serverWith, uri } from './servers'

export interface CompletionTimes {
  readonly asked: number
  readonly answered: number
  /** In milliseconds. */
  readonly median: number
  /** The most that 99 of 100 requests took. */
  readonly most: number
}

/** An answer that has not come after this many milliseconds never comes. */
const patience = 10_000

/**
 * Asks at `count` places, the same in each run; with `isTyped` a letter is written first at each, so that the
 * text has to be read again. Ends at the first request that is not answered, since the server will not answer
 * again.
 */
export async function timeCompletions(
  file: string,
  text: string,
  { count, isTyped }: { readonly count: number; readonly isTyped: boolean },
): Promise<CompletionTimes> {
  const { connection, stop } = await serverWith(file, text)
  const document = TextDocument.create(uri, 'plaintext', 1, text)
  const times: number[] = []
  let asked = 0
  for (const offset of places(text, count)) {
    const position = document.positionAt(offset)
    const began = performance.now()
    if (isTyped)
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: asked + 2 },
        contentChanges: [{ range: { start: position, end: position }, text: 'a' }],
      })
    asked++
    const answer = connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: isTyped ? { ...position, character: position.character + 1 } : position,
    })
    if (!(await isSettled(answer))) {
      connection.dispose()
      break
    }
    times.push(performance.now() - began)
  }
  if (times.length === asked) await stop()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? Number.NaN
  return { asked, answered: times.length, median: at(0.5), most: at(0.99) }
}

/** Half of them anywhere, half at the ends of lines; later ones first, so that typing moves none of them. */
function places(text: string, count: number): readonly number[] {
  const ends = [...text.matchAll(/$/gm)].map(({ index }) => index)
  let seed = 1
  const below = (limit: number) => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed % limit
  }
  return Array.from({ length: count }, (_, at) =>
    at % 2 === 0 ? below(text.length + 1) : (ends[below(ends.length)] ?? 0),
  ).sort((a, b) => b - a)
}

async function isSettled(answer: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const waited = new Promise<boolean>(resolve => {
    timer = setTimeout(() => resolve(false), patience)
  })
  const isAnswered = await Promise.race([answer.then(() => true), waited])
  clearTimeout(timer)
  return isAnswered
}
