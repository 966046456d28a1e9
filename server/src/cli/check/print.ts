/** What the command line shows to people: problems by file, and the line that sums them up. */

import type { Colors } from 'picocolors/types'
import type { AppliedFix } from '../../features/edit/fix-all'
import { problemsBySection } from '../../features/lists/problems-by-section'
import { agreesThroughout, isPartlyGraded } from '../../report/judgements'
import type { Report } from '../../report/model'
import type { CheckedFinding, Severity } from '../../rules/rule'
import { greatest } from '../../text/lists'

/** A file that was checked; `report` is undefined where its text is not a report of a known type. */
export interface CheckedFile {
  readonly path: string
  readonly report: Report | undefined
  readonly findings: readonly CheckedFinding[]
}

export type Shown = Severity | 'to do'

/** What is to be done about a problem. An error and a warning differ in how `--fail-on` treats them. */
const words: Readonly<Record<Shown, string>> = {
  error: 'put right first',
  warning: 'put right',
  information: 'look at',
  hint: 'look at',
  'to do': 'write',
}

/** How wide the column of these words has to be. */
function widthOf(findings: readonly CheckedFinding[]): number {
  return greatest(findings.map(finding => words[shownAs(finding)].length))
}

/** How a finding is counted and shown: what is still to be written in a draft is not a problem. */
function shownAs(finding: CheckedFinding): Shown {
  return finding.toDo ? 'to do' : finding.severity
}

/** The problems of one file under its name, or nothing where there are none. */
export function printFile({ path, report, findings }: CheckedFile, colours: Colors): string {
  const name = colours.underline(shownPath(path))
  if (report === undefined) return colours.dim(`${name}: no report of a known type, not checked\n`)
  if (findings.length === 0) return ''
  const rows = findings.map(finding => {
    const { line, column } = report.lines.position(finding.span.start)
    return { at: `${line + 1}:${column + 1}`, shown: shownAs(finding), finding }
  })
  const width = greatest(rows.map(({ at }) => at.length))
  const wordsWidth = widthOf(findings)
  const lines = rows.map(({ at, shown, finding }) => {
    const paint = painter(shown, colours)
    const { message, rule } = finding
    return `  ${colours.dim(at.padStart(width))}  ${paint(words[shown].padEnd(wordsWidth))}  ${message}  ${colours.dim(rule.id)}`
  })
  return `${name}\n${lines.join('\n')}\n\n`
}

/** The problems of a Word document or PDF by section, with the paragraph numbers that it shows. */
export function printByPlace({ path, report, findings }: CheckedFile, colours: Colors): string {
  const name = colours.underline(path)
  if (report === undefined) return colours.dim(`${name}: no report of a known type, not checked\n`)
  if (findings.length === 0) return ''
  const wordsWidth = widthOf(findings)
  const lines = problemsBySection(report, findings).flatMap(({ section, problems }) => [
    `  ${colours.bold(section)}`,
    ...problems.map(({ within, finding }) => {
      const shown = shownAs(finding)
      const place = within === '' ? '' : `${within}: `
      const kind = painter(shown, colours)(words[shown].padEnd(wordsWidth))
      return `    ${kind}  ${place}${finding.message}  ${colours.dim(finding.rule.id)}`
    }),
  ])
  return `${name}\n${lines.join('\n')}\n\n`
}

/** Why a file was left out. */
export function printError(path: string, error: string, colours: Colors): string {
  return `${colours.underline(shownPath(path))}: ${colours.red(error)}\n`
}

/** What was put right in a file, or nothing. */
export function printFixes(
  path: string,
  applied: readonly AppliedFix[],
  colours: Colors,
  done: 'fixed' | 'suggested' | 'by hand' = 'fixed',
): string {
  if (applied.length === 0) return ''
  const lines = applied.map(({ rule, title }) => {
    return `  ${colours.green(done)}  ${title}  ${colours.dim(rule)}`
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

/** `2 reports: 4 problems (3 to be put right, 1 of them first; 1 to be looked at), 2 still to be written.` */
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
  // A clean check must not be taken for more than it is.
  if (reports.length > 0 && shown.length === 0)
    parts.push('Facts, evidence and fairness are not checked.')
  const worst =
    shown.includes('error') || unread > 0
      ? colours.red
      : shown.includes('warning')
        ? colours.yellow
        : colours.green
  return `${worst(parts.join(' '))}\n`
}

function problems(shown: readonly Shown[]): string {
  const of = (...kinds: readonly Shown[]) => shown.filter(one => kinds.includes(one)).length
  const toDo = of('to do')
  const total = shown.length - toDo
  const tail = toDo > 0 ? `, ${toDo} still to be written` : ''
  if (total === 0) return `no problems${tail}`
  const lookedAt = of('information', 'hint')
  const kinds = [
    ...putRight(of('error'), of('warning')),
    ...(lookedAt > 0 ? [`${lookedAt} to be looked at`] : []),
  ]
  return `${count(total, 'problem')} (${kinds.join('; ')})${tail}`
}

function putRight(errors: number, warnings: number): readonly string[] {
  if (errors + warnings === 0) return []
  if (warnings === 0) return [`${errors} to be put right first`]
  const first = errors > 0 ? `, ${errors} of them first` : ''
  return [`${errors + warnings} to be put right${first}`]
}

function judgements(reports: readonly Report[]): string {
  const all = reports.flatMap(report => report.judgements)
  const graded = all.filter(agreesThroughout).length
  const partly = all.filter(isPartlyGraded).length
  const differ = all.filter(({ grade, mentions }) => {
    return grade === undefined && mentions.some(mention => mention.grade !== undefined)
  }).length
  const none = all.filter(({ isNone }) => isNone).length
  const open = all.length - graded - partly - differ - none
  const parts = [`${graded} with the same grade throughout`]
  if (partly > 0) parts.push(`${partly} with no grade in at least one place`)
  if (differ > 0) parts.push(`${differ} stated differently in different places`)
  if (none > 0) parts.push(`${none} not judged`)
  if (open > 0) parts.push(`${open} not graded yet`)
  return `${count(all.length, 'judgement')}: ${parts.join(', ')}.`
}

/** `1 report`, `2 reports`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
