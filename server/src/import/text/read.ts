/** Reads a text into blocks, whether it is a report of a known type or not. */

import { cutBlocks } from '../../report/blocks'
import { scanLines } from '../../report/lines/scan'
import type { Block, Report } from '../../report/model'
import { type ParseOptions, parseSteps } from '../../report/parse'
import { LineIndex } from '../../text/lines'
import type { Steps } from '../../text/steps'
import { compileType } from '../../types/compile'
import type { SourceLine } from './change'

export interface ReadText {
  readonly text: string
  readonly blocks: readonly Block[]
  /** Undefined for a text of unknown type. */
  readonly report: Report | undefined
}

const plain = compileType({ id: 'text', name: 'Text' })

/** Reads the texts between the steps of the tidying: each is read once, however many steps in a row ask for it. */
export class Reader {
  private readonly known: ReadText[] = []

  constructor(private readonly options: ParseOptions = {}) {}

  /** The types that are known, and what else decides how a text is read. */
  get types(): ParseOptions['types'] {
    return this.options.types
  }

  /** The lines as one text, read. */
  *lines(source: readonly SourceLine[]): Steps<ReadText> {
    return yield* this.text(source.map(line => line.text).join('\n'))
  }

  *text(text: string): Steps<ReadText> {
    const known = this.known.find(each => each.text === text)
    if (known !== undefined) return known
    const read = yield* readBlocks(text, this.options)
    // A step may be left with what the one before it began with.
    this.known.unshift(read)
    this.known.length = Math.min(this.known.length, mostKept)
    return read
  }
}

const mostKept = 2

function* readBlocks(text: string, options: ParseOptions): Steps<ReadText> {
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
  return {
    text,
    blocks: cutBlocks({ text, shown: text, lines, type: plain }, zones, []).blocks,
    report,
  }
}

/** The line after the front matter; 0 if there is none. */
export function frontMatterEnd(text: string): number {
  const match = /^---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|$)/.exec(text)
  return match === null ? 0 : match[0].trimEnd().split('\n').length
}
