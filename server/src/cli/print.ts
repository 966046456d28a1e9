/** What the command line shows to people: problems by file, and the line that sums them up. */

import type { Colors } from 'picocolors/types'
import type { AppliedFix } from '../features/fix-all'
import { problemsBySection } from '../features/problems-by-section'
import type { Report } from '../report/model'
import type { CheckedFinding, Severity } from '../rules/rule'

/** A file that was checked; `report` is undefined where its text is no report of a known type. */
export interface CheckedFile {
  readonly path: string
  readonly report: Report | undefined
  readonly findings: readonly CheckedFinding[]
}

export type Shown = Severity | 'to do'

const words: Readonly<Record<Shown, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'hint',
  'to do': 'to do',
}

/** How a finding is counted and shown: what is still to be written in a draft is no problem. */
export function shownAs(finding: CheckedFinding): Shown {
  return finding.toDo ? 'to do' : finding.severity
}

/** The problems of one file under its name, or nothing where there is nothing to say. */
export function printFile({ path, report, findings }: CheckedFile, colours: Colors): string {
  const name = colours.underline(shownPath(path))
  if (report === undefined) return colours.dim(`${name}: no report of a known type, not checked\n`)
  if (findings.length === 0) return ''
  const rows = findings.map(finding => {
    const { line, column } = report.lines.position(finding.span.start)
    return { at: `${line + 1}:${column + 1}`, shown: shownAs(finding), finding }
  })
  const width = Math.max(...rows.map(({ at }) => at.length))
  const lines = rows.map(({ at, shown, finding }) => {
    const paint = painter(shown, colours)
    const { message, rule } = finding
    return `  ${colours.dim(at.padStart(width))}  ${paint(words[shown].padEnd(7))}  ${message}  ${colours.dim(rule.id)}`
  })
  return `${name}\n${lines.join('\n')}\n\n`
}

/** The problems of a Word document by section, with the paragraph numbers that Word shows. */
export function printWordFile({ path, report, findings }: CheckedFile, colours: Colors): string {
  const name = colours.underline(path)
  if (report === undefined) return colours.dim(`${name}: no report of a known type, not checked\n`)
  if (findings.length === 0) return ''
  const lines = problemsBySection(report, findings).flatMap(({ section, problems }) => [
    `  ${colours.bold(section)}`,
    ...problems.map(({ within, finding }) => {
      const shown = shownAs(finding)
      const place = within === '' ? '' : `${within}: `
      const kind = painter(shown, colours)(words[shown].padEnd(7))
      return `    ${kind}  ${place}${finding.message}  ${colours.dim(finding.rule.id)}`
    }),
  ])
  return `${name}\n${lines.join('\n')}\n\n`
}

/** Why a file was left out. */
export function printError(path: string, error: string, colours: Colors): string {
  return `${colours.underline(shownPath(path))}: ${colours.red(error)}\n`
}

/** What was mended in a file, or nothing. */
export function printFixes(path: string, applied: readonly AppliedFix[], colours: Colors): string {
  if (applied.length === 0) return ''
  const lines = applied.map(({ rule, title }) => {
    return `  ${colours.green('fixed')}  ${title}  ${colours.dim(rule)}`
  })
  return `${colours.underline(shownPath(path))}\n${lines.join('\n')}\n\n`
}

function shownPath(path: string): string {
  return path === '-' ? 'standard input' : path
}

function painter(shown: Shown, colours: Colors): (text: string) => string {
  switch (shown) {
    case 'error':
      return colours.red
    case 'warning':
      return colours.yellow
    case 'information':
      return colours.blue
    default:
      return colours.dim
  }
}

/** `2 reports: 3 problems (1 error, 2 warnings), 4 to do. 44 judgements: 43 agree, 1 differs.` */
export function printSummary(
  files: readonly CheckedFile[],
  unread: number,
  colours: Colors,
): string {
  const reports = files.flatMap(({ report }) => report ?? [])
  const shown = files.flatMap(({ findings }) => findings.map(shownAs))
  const parts = [`${count(reports.length, 'report')}: ${problems(shown)}.`]
  if (reports.length > 0) parts.push(judgements(reports))
  const others = files.length - reports.length
  if (others > 0) parts.push(`${count(others, 'file')} without a report of a known type.`)
  if (unread > 0) parts.push(`${count(unread, 'file')} could not be read.`)
  const worst =
    shown.includes('error') || unread > 0
      ? colours.red
      : shown.includes('warning')
        ? colours.yellow
        : colours.green
  return `${worst(parts.join(' '))}\n`
}

function problems(shown: readonly Shown[]): string {
  const of = (kind: Shown) => shown.filter(one => one === kind).length
  const toDo = of('to do')
  const total = shown.length - toDo
  const kinds = (['error', 'warning', 'information', 'hint'] as const)
    .filter(kind => of(kind) > 0)
    .map(kind => count(of(kind), words[kind]))
  const tail = toDo > 0 ? `, ${toDo} to do` : ''
  if (total === 0) return `no problems${tail}`
  return `${count(total, 'problem')} (${kinds.join(', ')})${tail}`
}

function judgements(reports: readonly Report[]): string {
  const all = reports.flatMap(report => report.judgements)
  const graded = all.filter(({ grade }) => grade !== undefined).length
  const differ = all.filter(({ grade, mentions }) => {
    return grade === undefined && mentions.some(mention => mention.grade !== undefined)
  }).length
  const open = all.length - graded - differ
  const parts = [`${graded} with one grade`]
  if (differ > 0) parts.push(`${differ} stated differently in different places`)
  if (open > 0) parts.push(`${open} not graded yet`)
  return `${count(all.length, 'judgement')}: ${parts.join(', ')}.`
}

/** `1 report`, `2 reports`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
