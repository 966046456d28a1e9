/** What *Expand Selection* selects step by step: word, sentence, paragraph, section, part, report. */

import type { Block, Report, Section } from '../../report/model'
import type { Flow } from '../../text/flow'
import { sentenceAt } from '../../text/sentences'
import { contains, type Span, touches, trimmed } from '../../text/span'
import { blockAt, paragraphAround, placeAt } from './places'

/** The stretches around `offset`, the smallest first; each lies in the next and is smaller. */
export function selections(report: Report, offset: number): readonly Span[] {
  const { text, flow } = report
  const block = blockAt(report, offset)
  const paragraph = paragraphAround(report, offset)
  const content = block?.content
  const prose = block?.kind === 'paragraph' || block?.kind === 'item'
  const wider: (Span | undefined)[] = [
    wordAt(text, offset),
    placeAt(report, offset)?.origin,
    prose && content && touches(content, offset) ? sentenceAround(flow, offset) : undefined,
    ...linesAround(report, block, offset),
    content,
    paragraph?.span,
    paragraph && { start: paragraph.label.start, end: paragraph.span.end },
    block && trimmed(text, block),
    ...sectionsAround(report, offset).flatMap(({ span, extent }) => [
      trimmed(text, span),
      trimmed(text, extent),
    ]),
    trimmed(text, { start: 0, end: text.length }),
    { start: 0, end: text.length },
  ]
  return nested(wider, offset)
}

/** The sentence of the running text in which the place is. */
function sentenceAround(flow: Flow, offset: number): Span {
  // The place after the last letter is still in its sentence.
  const at = flow.within({ start: offset, end: offset }).start
  return flow.placeOfSpan(sentenceAt(flow.text, flow.lineAt(at), at))
}

/** The blocks in which each line is a thing of its own. */
const lined: ReadonlySet<Block['kind']> = new Set(['cover', 'contents', 'table', 'summary'])

/** The value of a cover field, and the field, entry or row on its line. */
function linesAround(
  { text, cover, lines }: Report,
  block: Block | undefined,
  offset: number,
): readonly Span[] {
  if (block === undefined || !lined.has(block.kind)) return []
  const line = lines.lineAt(offset)
  const value = cover.fields.find(field => touches(field.value, offset))?.value
  const whole = trimmed(text, { start: lines.start(line), end: lines.end(line) })
  return value === undefined ? [whole] : [value, whole]
}

/** Each that holds the one before it and is larger; the others would make the selection jump. */
function nested(spans: readonly (Span | undefined)[], offset: number): readonly Span[] {
  const steps: Span[] = []
  let last: Span = { start: offset, end: offset }
  for (const span of spans) {
    if (span === undefined || !contains(span, last)) continue
    if (span.end - span.start <= last.end - last.start) continue
    steps.push(span)
    last = span
  }
  return steps
}

/** Letters and digits on both sides of the offset, with the hyphens and apostrophes between them. */
function wordAt(text: string, offset: number): Span | undefined {
  const reach = 60
  const start = wordStart(text, offset, Math.max(0, offset - reach))
  const after = /^[-'’]?[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/u.exec(
    text.slice(offset, offset + reach),
  )
  const end = offset + (after?.[0].length ?? 0)
  return start === end ? undefined : { start, end }
}

/** Where the word that continues up to `end` begins, `from` at the earliest; `end` where there is none. */
function wordStart(text: string, end: number, from: number): number {
  const before = text.slice(from, end)
  const word = [...before.matchAll(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu)].at(-1)
  if (word === undefined) return end
  const rest = before.slice(word.index + word[0].length)
  return rest === '' || /^[-'’]$/.test(rest) ? from + word.index : end
}

/** Innermost first. */
function sectionsAround({ sections }: Report, offset: number): readonly Section[] {
  return sections.filter(({ extent }) => touches(extent, offset)).reverse()
}
