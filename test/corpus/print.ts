/** What `npm run corpus` shows. */

import type { CheckedFinding } from '../../server/src/rules/rule'
import { judged, type Measured, rowsMatched, standing } from './measure'

const levels = ['error', 'warning', 'information', 'hint', 'to do'] as const

/** One line: name, type, judgements, rows, findings, time. */
export function printDocument(measured: Measured): string {
  const { name, report, findings, milliseconds } = measured
  if (report === undefined) return `${name}: no report of a known type`
  const { there, agree } = judged(report)
  const rows = rowsMatched(report)
  return [
    `${name}: ${report.type.id}`,
    `judgements ${agree} agree of ${there}`,
    ...(rows === '' ? [] : [`rows ${rows}`]),
    counts(findings),
    `${milliseconds.toFixed(1)} ms`,
  ].join(', ')
}

function counts(findings: readonly CheckedFinding[]): string {
  if (findings.length === 0) return 'nothing found'
  return levels
    .map(level => [findings.filter(each => standing(each) === level).length, level] as const)
    .filter(([number]) => number > 0)
    .map(([number, level]) => `${number} ${level}`)
    .join(', ')
}

/** Each finding: file, line, severity, rule, the marked words, the message. */
export function printFindings(
  { name, report, findings }: Measured,
  only: { readonly rule?: readonly string[]; readonly severity?: readonly string[] },
): string {
  if (report === undefined) return ''
  return findings
    .filter(({ rule }) => only.rule === undefined || only.rule.includes(rule.id))
    .filter(each => only.severity === undefined || only.severity.includes(standing(each)))
    .map(finding => {
      const { span, rule, message } = finding
      const words = report.text.slice(span.start, span.end).replace(/\s+/g, ' ')
      const line = report.lines.lineAt(span.start) + 1
      return `  ${name}:${line} ${standing(finding)} ${rule.id} «${words}» ${message}\n`
    })
    .join('')
}

/** The documents by type, the findings by rule and severity, and the total time. */
export function printTables(measured: readonly Measured[]): string {
  const types = new Map<string, Measured[]>()
  for (const each of measured) {
    const id = each.report?.type.id ?? 'no report of a known type'
    types.set(id, [...(types.get(id) ?? []), each])
  }
  const typeRows = [...types]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, list]) => [
      id,
      String(list.length),
      ...levels.map(level => String(sum(list, each => number(each.findings, level)))),
    ])
  const findings = measured.flatMap(each => each.findings)
  const rules = [...new Set(findings.map(({ rule }) => rule.id))].sort()
  const ruleRows = rules.map(id => {
    const own = findings.filter(({ rule }) => rule.id === id)
    const files = measured.filter(each => each.findings.some(({ rule }) => rule.id === id)).length
    return [id, String(files), ...levels.map(level => String(number(own, level)))]
  })
  const characters = sum(measured, each => each.characters)
  const time = sum(measured, each => each.milliseconds)
  return [
    table([['type', 'documents', ...levels], ...typeRows]),
    table([['rule', 'documents', ...levels], ...ruleRows]),
    `${measured.length} documents, ${Math.round(characters / 1000)} thousand characters, ` +
      `parsed and checked in ${Math.round(time)} ms.`,
  ].join('\n')
}

function number(findings: readonly CheckedFinding[], level: string): number {
  return findings.filter(each => standing(each) === level).length
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, each) => total + of(each), 0)
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map(row => row[column]?.length ?? 0)),
  )
  const lines = rows.map(row =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  )
  return `${lines.join('\n')}\n`
}
