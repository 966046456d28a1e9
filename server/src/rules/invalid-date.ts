/** Finds cover fields that should hold a date and do not. */

import { type DateFault, monthNames, readDates } from '../report/dates'
import type { Field, Report } from '../report/model'
import { insert, replace, type TextEdit } from '../text/edits'
import { overlaps } from '../text/span'
import { onOneLine } from './fixes/one-line'
import type { Finding, Rule } from './rule'

export const invalidDate: Rule = {
  id: 'invalid-date',
  summary: 'A cover field that should hold a date and does not',
  severity: 'warning',
  fixable: 'sometimes',
  *check(report): Iterable<Finding> {
    for (const field of report.cover.fields) {
      const kind = field.definition?.kind ?? 'text'
      if (kind === 'text' || field.dates !== undefined) continue
      if (field.value.text === '' || isOpen(report, field)) continue
      const problem = kind === 'year' ? yearProblem(field) : dateProblem(report, field)
      if (problem === undefined) continue
      const { message, isUnfinished, fix } = problem
      yield {
        span: onOneLine(report, field.value),
        message,
        toDo: isUnfinished && report.status === 'draft',
        ...(fix && {
          fixes: () => [{ title: fix.title, safe: false, preferred: true, edits: [fix.edit] }],
        }),
      }
    }
  },
}

interface Problem {
  readonly message: string
  readonly isUnfinished: boolean
  readonly fix?: { readonly title: string; readonly edit: TextEdit }
}

/** Is the value a placeholder or a note, which are reported as such? */
function isOpen(report: Report, { value }: Field): boolean {
  return (
    report.placeholders.some(each => overlaps(each, value)) ||
    report.notes.some(each => overlaps(each.span, value))
  )
}

function yearProblem({ value, dates }: Field): Problem | undefined {
  if (dates !== undefined) return undefined
  const isUnfinished = /^\d{1,3}$/.test(value.text)
  return { message: `"${value.text}" is not a year. Write one such as 2011.`, isUnfinished }
}

function dateProblem(report: Report, field: Field): Problem | undefined {
  const { value, definition } = field
  const reading = readDates(value.text)
  if (reading.kind === 'wrong') return faultProblem(field, reading.fault)
  const hasNoYear = reading.kind === 'partial' && reading.yearless !== undefined
  // A range is often written without its year, which the publication gives; a publication is not.
  if (!hasNoYear || definition?.kind !== 'date') return undefined
  const message = `"${value.text}" has no year. Add it.`
  const year = report.cover.fields.find(each => each.definition?.kind === 'year')?.dates
  if (year === undefined) return { message, isUnfinished: true }
  const added = ` ${year.to.slice(0, 4)}`
  const fix = { title: `Write "${value.text}${added}"`, edit: insert(value.end, added) }
  return { message, isUnfinished: true, fix }
}

function faultProblem({ value }: Field, fault: DateFault): Problem {
  const written = value.text.replace(/\s+/g, ' ')
  const isUnfinished = fault.kind === 'unfinished'
  switch (fault.kind) {
    case 'no-such-day':
      return {
        message: `${monthNames[fault.month - 1]} has ${fault.days} days. Correct the day in "${written}".`,
        isUnfinished,
      }
    case 'no-such-month':
      return {
        message: `There is no month ${fault.month}. Write day, month and year in this order.`,
        isUnfinished,
      }
    case 'misspelt-month': {
      const span = { start: value.start + fault.start, end: value.start + fault.end }
      const wrong = value.text.slice(fault.start, fault.end)
      return {
        message: `"${wrong}" is not a month. Write "${fault.name}".`,
        isUnfinished,
        fix: { title: `Write "${fault.name}"`, edit: replace(span, fault.name) },
      }
    }
    default:
      return {
        message: `"${written}" is not a date. Write one such as 6 May 2011.`,
        isUnfinished,
      }
  }
}
