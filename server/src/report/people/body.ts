/** The body of a report: what it says, without those parts in which people are named as a matter of course. */

import { isInside } from '../../text/inside'
import type { Span } from '../../text/span'
import type { Block, Report } from '../model'

/** A paragraph, an item, a table, or what a letter says before its first section. */
export interface BodyPart {
  readonly kind: 'prose' | 'table'
  /** In the running text. */
  readonly span: Span
}

/**
 * The parts of the body in their order: not the cover, those a letter is addressed to, its signature, and the sections
 * that name people and organisations.
 */
export function* bodyOf(report: Report): Generator<BodyPart> {
  const { blocks, flow, sections } = report
  const isNamed = isInside(
    sections.filter(({ definition }) => definition.namesPeople).map(({ span }) => span),
  )
  const isHeading = isInside(sections.map(({ heading }) => heading.line))
  let isSigned = false
  let last = -1
  for (const block of blocks) {
    if (isHeading(block.start)) isSigned = false
    if (isNamed(block.start)) continue
    const kind = kindOf(block)
    if (isSigned || kind === undefined) continue
    const signed = kind === 'prose' ? valedictionAt(report, block) : undefined
    if (signed !== undefined) isSigned = true
    if (signed === block.content.start) continue
    const span =
      signed === undefined
        ? spanOf(report, block)
        : flow.within({ start: block.content.start, end: signed })
    // What goes on after a page was read with its beginning.
    if (span === undefined || span.start <= last || span.start === span.end) continue
    last = span.start
    yield { kind, span }
  }

  function spanOf({ text }: Report, block: Block): Span | undefined {
    if (block.kind === 'table') return flow.within(block)
    if (block.kind !== 'cover') return flow.paragraphOf(block.content)
    const start = salutationEnd(text, block)
    return start === undefined ? undefined : flow.within({ start, end: block.end })
  }
}

function kindOf({ kind }: Block): BodyPart['kind'] | undefined {
  if (kind === 'table') return 'table'
  return kind === 'paragraph' || kind === 'item' || kind === 'cover' ? 'prose' : undefined
}

/** The end of the line with which a letter begins; undefined on the cover of a report that is not one. */
function salutationEnd(text: string, { start, end }: Span): number | undefined {
  const found = salutation.exec(text.slice(start, end))
  return found === null ? undefined : start + found.index + found[0].length
}

const salutation = /^[ \t]{0,40}Dear\b[^\n]{0,200}$/m
const valediction = /^[ \t]{0,40}(?=Yours (?:sincerely|faithfully|truly)\b)/im

/** Where the signature of a letter begins, at the start of a line of the block; undefined where none does. */
function valedictionAt({ text }: Report, { content }: Block): number | undefined {
  const found = valediction.exec(text.slice(content.start, content.end))
  return found === null ? undefined : content.start + found.index + found[0].length
}
