/** The cover of a report as Word is to show it: title, authority, fields and whatever else stands there. */

import type { Block, Field, Report } from '../report/model'
import { contains, type Span, trimmed } from '../text/span'
import type { Part, Runs } from './document'
import { type Inline, inlineText } from './inline'
import { tablePart } from './tables'

/** A line this long may go on in the next one. */
const wrapped = 60

/** The parts of a cover block; what says how the draft is handled (`Status: draft`) is no part of it. */
export function coverParts(report: Report, block: Block, inline: Inline): readonly Part[] {
  const { text, lines, title } = report
  const parts: Part[] = []
  let paragraph: Span | undefined
  const flush = (): void => {
    if (paragraph === undefined) return
    const runs = inline(paragraph)
    const isAuthority =
      report.cover.authority !== undefined && contains(paragraph, report.cover.authority)
    if (runs.length > 0 && isAuthority) parts.push({ kind: 'authority', runs })
    else if (runs.length > 0) parts.push({ kind: 'cover', label: '', runs })
    paragraph = undefined
  }
  for (let at = block.firstLine; at < block.lastLine; at++) {
    const line = trimmed(text, { start: lines.start(at), end: lines.end(at) })
    const fields = report.cover.fields.filter(({ label }) => contains(line, label))
    if (line.start === line.end || isFence(text, line)) flush()
    else if (title.start <= line.end && line.start < title.end) {
      flush()
      if (title.start >= line.start) parts.push({ kind: 'title', runs: inline(title) })
      at = Math.max(at, lines.lineAt(Math.max(title.start, title.end - 1)))
      const rest = trimmed(text, { start: title.end, end: Math.max(title.end, lines.end(at)) })
      paragraph = /[\p{L}\p{N}]/u.test(text.slice(rest.start, rest.end)) ? rest : undefined
      flush()
    } else if (text[line.start] === '|') {
      flush()
      let last = at + 1
      while (last < block.lastLine && text[lineStart(report, last)] === '|') last++
      const table = tablePart(report, inline, at, last)
      if (table !== undefined) parts.push(table)
      at = last - 1
    } else if (fields.length > 0) {
      flush()
      parts.push(...fieldParts(report, fields, line, inline))
      at = Math.max(at, ...fields.map(({ value }) => lines.lineAt(Math.max(line.start, value.end))))
    } else if (/^#+ /.test(text.slice(line.start, line.end))) {
      flush()
      const level = Math.max(1, /^#+/.exec(text.slice(line.start, line.end))![0].length - 1)
      const content = trimmed(text, { start: line.start + level + 1, end: line.end })
      parts.push(headingPart(level, inline(content)))
    } else if (paragraph !== undefined && paragraph.end - lineStart(report, at - 1) > wrapped)
      paragraph = { start: paragraph.start, end: line.end }
    else {
      flush()
      paragraph = line
    }
  }
  flush()
  return parts
}

/** Fields of the cover that stand in the front matter, under the names that the report type gives them. */
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
    if (!between.includes(':')) {
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
  return { start: line.start, end: Math.max(line.end, ...fields.map(({ value }) => value.end)) }
}

function headingPart(level: number, runs: Runs): Part {
  return { kind: 'heading', level, runs, anchor: undefined, newPage: false }
}

function lineStart({ text, lines }: Report, line: number): number {
  return trimmed(text, { start: lines.start(line), end: lines.end(line) }).start
}

function isFence(text: string, line: Span): boolean {
  return text.slice(line.start, line.end) === '---'
}
