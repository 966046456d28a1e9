/** The cover of a report as Word is to show it: title, authority, fields and anything else on it. */

import type { Block, Field, Report } from '../report/model'
import { overlapping } from '../text/inside'
import { append, greatest } from '../text/lists'
import { contains, type Span, trimmed } from '../text/span'
import { isShown, type Part, type PlacedPart } from './document'
import { type Inline, inlineText } from './inline'
import { tablePart } from './tables'

/** A line longer than this may continue on the next one. */
const wrapped = 60

/** The parts of a cover block; what says how the draft is handled (`Status: draft`) is not among them. */
export function coverParts(report: Report, block: Block, inline: Inline): readonly PlacedPart[] {
  const walk = new CoverWalk(report, block, inline)
  for (let at = block.firstLine; at < block.lastLine; ) {
    const next = walk.add(at)
    walk.place(at)
    at = next
  }
  walk.flush()
  return walk.parts.map((part, at) => ({ part, line: walk.lines[at] ?? block.firstLine }))
}

class CoverWalk {
  readonly parts: Part[] = []
  /** The line on which each part begins. */
  readonly lines: number[] = []
  /** Lines of running text that belong together, as far as they have been read. */
  private paragraph: Span | undefined
  private readonly fieldsOn: (line: Span) => readonly (Span & { readonly field: Field })[]

  constructor(
    private readonly report: Report,
    private readonly block: Block,
    private readonly inline: Inline,
  ) {
    const labels = report.cover.fields.map(field => ({
      start: field.label.start,
      end: field.label.end,
      field,
    }))
    this.fieldsOn = overlapping(labels.sort((a, b) => a.start - b.start))
  }

  /** Adds whatever begins on a line, and returns the line after it. */
  add(at: number): number {
    const { report, parts, paragraph } = this
    const { text, title } = report
    const line = lineSpan(report, at)
    const isTitle = title.start <= line.end && line.start < title.end
    const marks = /^#+(?= )/.exec(text.slice(line.start, line.end))?.[0].length
    const fields = this.fieldsOn(line).flatMap(each => (contains(line, each) ? [each.field] : []))
    const goesOn =
      paragraph !== undefined && paragraph.end - lineSpan(report, at - 1).start > wrapped
    const isText = line.start < line.end && !isTitle && fields.length === 0 && marks === undefined
    if (isText && text[line.start] !== '|' && text.slice(line.start, line.end) !== '---') {
      if (!goesOn) this.flush()
      this.paragraph = { start: this.paragraph?.start ?? line.start, end: line.end }
      return at + 1
    }
    this.flush()
    if (isTitle) return this.addTitle(line, at)
    if (text[line.start] === '|') return this.addTable(at)
    if (fields.length > 0) {
      append(parts, fieldParts(report, fields, line, this.inline))
      return (
        1 +
        greatest(
          fields.map(({ value }) => report.lines.lineAt(value.end)),
          at,
        )
      )
    }
    if (marks !== undefined) {
      const runs = this.inline(trimmed(text, { start: line.start + marks, end: line.end }))
      const level = Math.max(1, marks - 1)
      parts.push({ kind: 'heading', level, runs, anchor: undefined, newPage: false })
    }
    return at + 1
  }

  /** The title, which may be wrapped, and anything after it on its last line. */
  private addTitle(line: Span, at: number): number {
    const { text, lines, title } = this.report
    if (title.start >= line.start) this.parts.push({ kind: 'title', runs: this.inline(title) })
    const last = Math.max(at, lines.lineAt(Math.max(title.start, title.end - 1)))
    const rest = trimmed(text, { start: title.end, end: Math.max(title.end, lines.end(last)) })
    if (/[\p{L}\p{N}]/u.test(text.slice(rest.start, rest.end))) this.paragraph = rest
    this.flush()
    return last + 1
  }

  private addTable(at: number): number {
    const { report, block } = this
    let last = at + 1
    while (last < block.lastLine && report.text[lineSpan(report, last).start] === '|') last++
    const table = tablePart(report, this.inline, at, last)
    if (table !== undefined) this.parts.push(table)
    return last
  }

  /** Notes the line of the parts that were added last. */
  place(line: number): void {
    while (this.lines.length < this.parts.length) this.lines.push(line)
  }

  /** Ends the open paragraph. */
  flush(): void {
    if (this.paragraph === undefined) return
    const { cover, lines } = this.report
    const { authority } = cover
    const line = lines.lineAt(this.paragraph.start)
    const isAuthority = authority !== undefined && contains(this.paragraph, authority)
    const runs = this.inline(this.paragraph)
    this.paragraph = undefined
    if (!isShown(runs)) return
    this.parts.push(isAuthority ? { kind: 'authority', runs } : { kind: 'cover', label: '', runs })
    this.place(line)
  }
}

/** Fields of the cover that are in the front matter, under the names that the report type gives them. */
export function frontMatterParts(report: Report, block: Block, inline: Inline): readonly Part[] {
  const { cover, title, text } = report
  const parts: Part[] = []
  if (contains(block, title)) parts.push({ kind: 'title', runs: inline(title) })
  if (cover.authority !== undefined && contains(block, cover.authority))
    parts.push({ kind: 'authority', runs: inlineText(cover.authority.text) })
  for (const { definition, label, value } of cover.fields) {
    if (definition === undefined || !contains(block, label)) continue
    parts.push({
      kind: 'cover',
      label: `${definition.labels[0] ?? label.text}:`,
      runs: inlineText(text.slice(value.start, value.end).replace(/^(["'])(.*)\1$/, '$2')),
    })
  }
  return parts
}

function fieldParts(
  report: Report,
  fields: readonly Field[],
  line: Span,
  inline: Inline,
): readonly Part[] {
  const { text } = report
  const parts: Part[] = []
  const first = fields[0]
  if (first !== undefined && first.label.start > line.start) {
    const before = inline({ start: line.start, end: first.label.start })
    const words = before.map(run => run.text).join('')
    if (/[\p{L}\p{N}©]/u.test(words)) {
      // "© Crown copyright 2011": the mark belongs to the label.
      if (words.trim() === '©')
        return [{ kind: 'cover', label: '', runs: inline(wholeOf(fields, line)) }]
      parts.push({ kind: 'cover', label: '', runs: before })
    }
  }
  for (const { definition, label, value } of fields) {
    if (definition === undefined) continue
    const between = text.slice(label.end, value.start)
    // Words that a PDF has glued together (`Reporting inspectorEleanor Thripp`) are still a field.
    const isGlued = between === '' && value.end > value.start
    if (!isGlued && !between.includes(':')) {
      parts.push({
        kind: 'cover',
        label: '',
        runs: inline({ start: label.start, end: Math.max(label.end, value.end) }),
      })
      continue
    }
    parts.push({ kind: 'cover', label: `${label.text.replace(/:$/, '')}:`, runs: inline(value) })
  }
  return parts
}

function wholeOf(fields: readonly Field[], line: Span): Span {
  return {
    start: line.start,
    end: greatest(
      fields.map(({ value }) => value.end),
      line.end,
    ),
  }
}

/** The line without white space at its ends. */
function lineSpan({ text, lines }: Report, line: number): Span {
  return trimmed(text, { start: lines.start(line), end: lines.end(line) })
}
