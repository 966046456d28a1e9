/** Semantic tokens: the colours that only the parser knows. */

import type { GradeStatement, Report, Section } from '../../report/model'
import type { Span } from '../../text/span'

/** The kinds of tokens, in the order of the legend. */
export const tokenTypes = [
  'heading',
  'grade',
  'paragraphNumber',
  'timescale',
  'summaryLabel',
  'coverField',
  'note',
  'placeholder',
  'suppression',
] as const

export type TokenType = (typeof tokenTypes)[number]

export interface Token extends Span {
  readonly type: TokenType
}

/** Tokens in the order of the text, never overlapping, each on one line and with at least one character. */
export function semanticTokens(report: Report): readonly Token[] {
  const tokens: Token[] = []
  const add = (type: TokenType, span: Span | undefined): void => {
    if (span !== undefined) addLines(report, tokens, type, span)
  }
  // The first to be added wins where two begin at the same place.
  for (const { span } of report.notes) add('note', span)
  for (const { span } of report.suppressions) add('suppression', span)
  for (const span of report.placeholders) add('placeholder', span)
  for (const field of report.cover.fields) add('coverField', field.label)
  add('heading', report.title)
  add('heading', report.contents?.heading)
  const table = report.summary?.heading.title
  if (table !== undefined && !isCell(report, table)) add('heading', table)
  for (const section of report.sections) addSection(section, add)
  for (const { statement } of report.displacedGrades) addGrade(statement, add)
  for (const { digits } of report.numbering.paragraphs) add('paragraphNumber', digits)
  for (const { digits, paragraph } of report.references)
    if (paragraph !== undefined) add('paragraphNumber', digits)
  for (const entry of report.summary?.entries ?? []) {
    add(entry.kind === 'group' ? 'heading' : 'summaryLabel', entry.label)
    addGrade(entry.grade, add)
  }
  return withoutOverlaps(tokens)
}

/** The first cell of a table that has no heading looks like the cells beside it. */
function isCell({ text, lines }: Report, { start, end }: Span): boolean {
  const line = lines.lineAt(start)
  const before = text.slice(lines.start(line), start)
  const after = text.slice(end, lines.end(line))
  return before.includes('|') || /\t|\s\s/.test(after.trimEnd())
}

type Add = (type: TokenType, span: Span | undefined) => void

function addSection(section: Section, add: Add): void {
  add('heading', section.heading.title)
  addGrade(section.grade, add)
  for (const timescale of section.timescales) add('timescale', timescale.heading)
}

/** A placeholder in place of the grade keeps its own colour. */
function addGrade(statement: GradeStatement | undefined, add: Add): void {
  if (statement !== undefined && !statement.unfinished) add('grade', statement.span)
}

/** A token cannot cross a line end: there is one for each line. */
function addLines(report: Report, tokens: Token[], type: TokenType, span: Span): void {
  const { lines } = report
  let { start } = span
  for (let line = lines.lineAt(start); start < span.end; line++) {
    const end = Math.min(span.end, lines.end(line))
    if (end > start) tokens.push({ type, start, end })
    start = lines.start(line + 1)
    if (line + 1 >= lines.count) break
  }
}

function withoutOverlaps(tokens: Token[]): readonly Token[] {
  const inOrder = tokens
    .map((token, index) => ({ token, index }))
    .sort((a, b) => a.token.start - b.token.start || a.index - b.index)
  const kept: Token[] = []
  for (const { token } of inOrder) if (token.start >= (kept.at(-1)?.end ?? 0)) kept.push(token)
  return kept
}
