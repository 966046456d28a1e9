/** Reads a text into blocks, whether it is a report of a known type or not. */

import { cutBlocks } from '../../report/blocks'
import type { Block, Report } from '../../report/model'
import { type ParseOptions, parseReport } from '../../report/parse'
import { scanLines } from '../../report/scan'
import { LineIndex } from '../../text/lines'
import { compileType } from '../../types/report-type'

export interface ReadText {
  readonly text: string
  readonly blocks: readonly Block[]
  /** Undefined for a text of unknown type. */
  readonly report: Report | undefined
}

const plain = compileType({ id: 'text', name: 'Text' })

export function readBlocks(text: string, options: ParseOptions): ReadText {
  const report = parseReport(text, options)
  if (report !== undefined) return { text, blocks: report.blocks, report }
  const lines = scanLines(text, new LineIndex(text))
  const zones = {
    frontMatter: frontMatterEnd(text),
    cover: 0,
    contents: undefined,
    summary: undefined,
  }
  return { text, blocks: cutBlocks(text, text, lines, zones, [], plain).blocks, report }
}

/** The line behind the front matter; 0 if there is none. */
export function frontMatterEnd(text: string): number {
  const match = /^---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|$)/.exec(text)
  return match === null ? 0 : match[0].trimEnd().split('\n').length
}
