/** What the command line shows to people: problems by file, and the line that sums them up. */

import pc from 'picocolors'
import type { Colors } from 'picocolors/types'
import type { ProblemData } from '../../../features/data/report-data'
import type { AppliedFix } from '../../../features/edit/fix-all'
import { greatest } from '../../../text/lists'
import type { Shown, Tally } from '../tally'
import type { Form, FormOptions, ShownFile } from './form'

export function textForm({ colour, quiet }: FormOptions): Form {
  const colours = pc.createColors(colour)
  return {
    needs: 'problems',
    begin: () => '',
    file: file => {
      if (file.reportType === null) return quiet ? '' : printOther(file.path, colours)
      if (file.findings.length === 0) return ''
      return file.source === 'text' ? printFile(file, colours) : printByPlace(file, colours)
    },
    failure: () => '',
    between: '',
    end: (tally, unread) => (quiet ? '' : printSummary(tally, unread, colours)),
  }
}

/** What is to be done about a problem. An error and a warning differ in how `--fail-on` treats them. */
export const words: Readonly<Record<Shown, string>> = {
  error: 'put right first',
  warning: 'put right',
  information: 'look at',
  hint: 'look at',
  'to do': 'write',
}

/** How wide the column of these words has to be. */
function widthOf(findings: readonly ProblemData[]): number {
  return greatest(findings.map(finding => words[shownAs(finding)].length))
}

export function shownAs({ toDo, severity }: ProblemData): Shown {
  return toDo ? 'to do' : severity
}

/** A text in which nothing was checked. */
export function printOther(path: string, colours: Colors): string {
  const name = colours.underline(shownPath(path))
  return colours.dim(`${name}: no report of a known type, not checked\n`)
}

/** The problems of one file under its name. */
function printFile({ path, findings }: ShownFile, colours: Colors): string {
  const rows = findings.map(finding => {
    const { line, column } = finding.start
    return { at: `${line}:${column}`, shown: shownAs(finding), finding }
  })
  const width = greatest(rows.map(({ at }) => at.length))
  const wordsWidth = widthOf(findings)
  const lines = rows.map(({ at, shown, finding }) => {
    const paint = painter(shown, colours)
    const { message, rule } = finding
    return `  ${colours.dim(at.padStart(width))}  ${paint(words[shown].padEnd(wordsWidth))}  ${message}  ${colours.dim(rule)}`
  })
  return `${colours.underline(shownPath(path))}\n${lines.join('\n')}\n\n`
}

/** The problems of a Word document or PDF by section, with the paragraph numbers that it shows. */
function printByPlace({ path, findings }: ShownFile, colours: Colors): string {
  const wordsWidth = widthOf(findings)
  let last: string | undefined
  const lines = findings.flatMap(finding => {
    const { section = '', within = '' } = finding.place ?? {}
    const isNew = section !== last
    last = section
    const shown = shownAs(finding)
    const place = within === '' ? '' : `${within}: `
    const kind = painter(shown, colours)(words[shown].padEnd(wordsWidth))
    const line = `    ${kind}  ${place}${finding.message}  ${colours.dim(finding.rule)}`
    return isNew ? [`  ${colours.bold(section)}`, line] : [line]
  })
  return `${colours.underline(shownPath(path))}\n${lines.join('\n')}\n\n`
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
  done: 'fixed' | 'would fix' | 'suggested' | 'by hand' = 'fixed',
): string {
  if (applied.length === 0) return ''
  const lines = applied.map(({ rule, title }) => {
    return `  ${colours.green(done)}  ${title}  ${colours.dim(rule)}`
  })
  return `${colours.underline(shownPath(path))}\n${lines.join('\n')}\n\n`
}

export function shownPath(path: string): string {
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

/** The line that sums up, in the colour of the worst. */
export function printSummary(tally: Tally, unread: number, colours: Colors): string {
  const { shown } = tally
  const worst =
    shown.error > 0 || unread > 0 ? colours.red : shown.warning > 0 ? colours.yellow : colours.green
  return `${worst(summary(tally, unread))}\n`
}

/** `2 reports: 4 problems (3 to be put right, 1 of them first; 1 to be looked at), 2 still to be written.` */
export function summary({ reports, others, shown, judgements }: Tally, unread: number): string {
  const parts = [`${count(reports, 'report')}: ${problems(shown)}.`]
  if (reports > 0) parts.push(judgementCounts(judgements))
  if (others > 0) parts.push(`${count(others, 'file')} without a report of a known type.`)
  if (unread > 0) parts.push(`${count(unread, 'file')} could not be read.`)
  // A clean check must not be taken for more than it is.
  if (reports > 0 && Object.values(shown).every(number => number === 0))
    parts.push('Facts, evidence and fairness are not checked.')
  return parts.join(' ')
}

function problems({ error, warning, information, hint, 'to do': toDo }: Tally['shown']): string {
  const lookedAt = information + hint
  const total = error + warning + lookedAt
  const tail = toDo > 0 ? `, ${toDo} still to be written` : ''
  if (total === 0) return `no problems${tail}`
  const kinds = [
    ...putRight(error, warning),
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

function judgementCounts({ all, graded, partly, differ, none }: Tally['judgements']): string {
  const open = all - graded - partly - differ - none
  const parts = [`${graded} with the same grade throughout`]
  if (partly > 0) parts.push(`${partly} with no grade in at least one place`)
  if (differ > 0) parts.push(`${differ} stated differently in different places`)
  if (none > 0) parts.push(`${none} not judged`)
  if (open > 0) parts.push(`${open} not graded yet`)
  return `${count(all, 'judgement')}: ${parts.join(', ')}.`
}

/** `1 report`, `2 reports`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
