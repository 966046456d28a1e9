/** Reads a text into blocks, whether it is a report of a known type or not. */

import { cutBlocks } from '../../report/blocks'
import { scanLines } from '../../report/lines/scan'
import type { Block, Report } from '../../report/model'
import { type ParseOptions, parseSteps } from '../../report/parse'
import { LineIndex } from '../../text/lines'
import type { Steps } from '../../text/steps'
import { compileType } from '../../types/compile'

export interface ReadText {
  readonly text: string
  readonly blocks: readonly Block[]
  /** Undefined for a text of unknown type. */
  readonly report: Report | undefined
}

const plain = compileType({ id: 'text', name: 'Text' })

export function* readBlocks(text: string, options: ParseOptions): Steps<ReadText> {
  const report = yield* parseSteps(text, options)
  yield
  if (report !== undefined) return { text, blocks: report.blocks, report }
  const lines = scanLines(text, new LineIndex(text))
  yield
  const zones = {
    frontMatter: frontMatterEnd(text),
    cover: 0,
    contents: undefined,
    summary: undefined,
  }
  return { text, blocks: cutBlocks(text, text, lines, zones, [], plain).blocks, report }
}

/** The line after the front matter; 0 if there is none. */
export function frontMatterEnd(text: string): number {
  const match = /^---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|$)/.exec(text)
  return match === null ? 0 : match[0].trimEnd().split('\n').length
}
