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
    if (kind === 'prose' && valediction.test(beginningOf(report, block))) isSigned = true
    if (isSigned || kind === undefined) continue
    const span = spanOf(report, block)
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
const valediction = /^Yours (?:sincerely|faithfully|truly)\b/i

/** How long the longest of these beginnings is, in UTF-16 units. */
const longestBeginning = 20

function beginningOf({ text }: Report, { content }: Block): string {
  return text.slice(content.start, content.start + longestBeginning)
}
