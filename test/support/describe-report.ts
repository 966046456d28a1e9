/** Says in lines of plain text what the parser made of a report, so that tests can show it. */

import assert from 'node:assert/strict'
import type { ContentsEntry, Report, Section, SummaryEntry } from '../../server/src/report/model'
import { type CheckOptions, reportOf } from './check-rule'

/** Asserts what is read from a text, line by line; both sides without indentation and blank lines. */
export function checkReading(
  text: string,
  describe: (report: Report) => readonly string[],
  expected: string,
  options: CheckOptions = {},
): void {
  assert.equal(describe(reportOf(text, options)).join('\n'), plain(expected))
}

/** `Overall effectiveness: good (line), opening good`, indented by level. */
export function sectionsOf(report: Report): readonly string[] {
  return report.sections.map(sectionLine)
}

function sectionLine(section: Section): string {
  const parts = [`${'> '.repeat(section.definition.depth)}${section.heading.title.text}`]
  if (section.grade !== undefined) {
    const { grade, unfinished, form } = section.grade
    parts.push(`${grade?.word ?? (unfinished ? 'unfinished' : 'unknown')} (${form})`)
  }
  if (section.opening?.statement !== undefined)
    parts.push(`opens ${section.opening.statement.grade.word}`)
  if (section.match === 'misspelt') parts.push(`for ${section.definition.title}`)
  if (section.placement !== 'in-order') parts.push(section.placement)
  return parts.join(' | ')
}

/** `row Being healthy: good`, with what is wrong about its place. */
export function rowsOf(report: Report): readonly string[] {
  return report.summary?.entries.map(rowLine) ?? []
}

function rowLine(entry: SummaryEntry): string {
  const path =
    entry.definition === undefined
      ? 'unknown'
      : [...entry.definition.path, entry.definition.title].join(' > ')
  const grade =
    entry.grade === undefined ? '' : `: ${entry.grade.grade?.word ?? entry.grade.word?.text ?? '?'}`
  const place = entry.placement === 'in-order' ? '' : ` | ${entry.placement}`
  return `${entry.kind} ${path}${grade}${place}`
}

/** `About this inspection 2`, with what is wrong about its place. */
export function contentsOf(report: Report): readonly string[] {
  return report.contents?.entries.map(entryLine) ?? []
}

function entryLine(entry: ContentsEntry): string {
  const place = entry.placement === 'in-order' ? '' : ` | ${entry.placement}`
  return `${entry.title.text} ${entry.page?.text ?? '-'}${place}`
}

function plain(text: string): string {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n')
}
