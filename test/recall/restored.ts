/** Does a text that a fix has written give the report back? */

import type { Report, SummaryTable } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { singleSpaced } from '../../server/src/text/spaces'

/**
 * Is the text the report's own? Two things aside, which no fix can know and no reader sees: on which side of the end
 * of a page something was, since page furniture is no part of a report, and where the lines of a heading, or of a grade
 * that is wrapped in its cell, ended.
 */
export function isRestored(text: string, report: Report): boolean {
  if (text === report.text) return true
  if (wordsOf(text) !== wordsOf(report.text)) return false
  const restored = parseReport(text, { type: report.type })
  return restored !== undefined && contentOf(restored) === contentOf(report)
}

/** All its words in the order of the alphabet: what is not the same words is never worth parsing. */
function wordsOf(text: string): string {
  return text
    .split(/\s+/)
    .filter(word => word !== '')
    .sort()
    .join(' ')
}

/**
 * The blocks without page furniture, one line each; gaps count, however many lines they have, except in a text with
 * pages, in which nothing says whether the end of a page was between two paragraphs or in one.
 */
function contentOf({ blocks, text, summary }: Report): string {
  const lines: string[] = []
  const hasPages = blocks.some(({ kind }) => kind === 'furniture')
  for (const { kind, start, end } of blocks) {
    if (kind === 'furniture') continue
    if (kind === 'blank' && (hasPages || lines.at(-1) === '')) continue
    if (kind === 'blank') lines.push('')
    else if (kind === 'summary' && summary !== undefined && isWrapped(summary)) lines.push('rows')
    else if (kind === 'heading')
      lines.push(`heading: ${singleSpaced(text.slice(start, end)).trim()}`)
    else lines.push(`${kind}: ${text.slice(start, end).trimEnd()}`)
  }
  const rows = summary !== undefined && isWrapped(summary) ? rowsOf(summary, text) : []
  return [...lines.filter((line, at) => line !== 'rows' || lines[at - 1] !== line), ...rows].join(
    '\n',
  )
}

/** Has one of its grades more than one line? */
function isWrapped({ entries }: SummaryTable): boolean {
  return entries.some(({ grade }) => (grade?.more?.length ?? 0) > 0)
}

function rowsOf({ entries }: SummaryTable, text: string): readonly string[] {
  return entries.map(({ words, grade }) => {
    const pieces = [...(grade === undefined ? [] : [grade.span]), ...(grade?.more ?? [])]
    const said = pieces.map(({ start, end }) => text.slice(start, end)).join(' ')
    return `${words} | ${singleSpaced(said)}`
  })
}
