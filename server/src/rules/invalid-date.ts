/** Finds dates that are on no calendar, and cover fields that should hold a date and do not. */

import * as l10n from '@vscode/l10n'
import { type DateFault, monthNames, readDates } from '../report/cover/dates'
import { daysExceeded, rightWeekday } from '../report/marks/text-dates'
import type { Field, Report } from '../report/model'
import { insert, replace, type TextEdit } from '../text/edits'
import { singleSpaced } from '../text/spaces'
import { overlaps } from '../text/span'
import { onOneLine } from './fixes/one-line'
import type { Finding, Rule } from './rule'

export const invalidDate: Rule = {
  id: 'invalid-date',
  summary: 'A date that is on no calendar, or a cover field that should hold a date and does not',
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
    yield* inText(report)
  },
}

/** Days that do not exist, anywhere but in the fields above, and weekdays that do not fit. */
function* inText(report: Report): Iterable<Finding> {
  const { fields } = report.cover
  for (const date of report.dates) {
    const days = daysExceeded(date)
    const weekday = rightWeekday(date)
    if (days === undefined && weekday === undefined) continue
    const written = report.text.slice(date.span.start, date.span.end)
    if (days === undefined) {
      yield {
        span: date.span,
        message: l10n.t('"{0}" is a {1}. Correct the weekday or the date.', written, weekday ?? ''),
        doubtful: true,
      }
    } else if (
      !fields.some(
        ({ definition, value }) => definition?.kind !== 'text' && overlaps(value, date.span),
      )
    ) {
      const month = monthNames[date.month - 1] ?? ''
      yield {
        span: date.span,
        message: l10n.t('{0} has {1} days. Correct the day in "{2}".', month, days, written),
      }
    }
  }
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
  return {
    message: l10n.t('"{0}" is not a year. Write a year such as 2011.', value.text),
    isUnfinished,
  }
}

function dateProblem(report: Report, field: Field): Problem | undefined {
  const { value, definition } = field
  const reading = readDates(value.text)
  if (reading.kind === 'wrong') return faultProblem(field, reading.fault)
  const hasNoYear = reading.kind === 'partial' && reading.yearless !== undefined
  // A range is often written without its year, which the publication date gives; a publication date is not.
  if (!hasNoYear || definition?.kind !== 'date') return undefined
  const message = l10n.t('"{0}" has no year. Add it.', value.text)
  const year = report.cover.fields.find(each => each.definition?.kind === 'year')?.dates
  if (year === undefined) return { message, isUnfinished: true }
  const added = ` ${year.to.slice(0, 4)}`
  const fix = { title: l10n.t('Write "{0}"', value.text + added), edit: insert(value.end, added) }
  return { message, isUnfinished: true, fix }
}

function faultProblem({ value }: Field, fault: DateFault): Problem {
  const written = singleSpaced(value.text)
  const isUnfinished = fault.kind === 'unfinished'
  switch (fault.kind) {
    case 'no-such-day':
      return {
        message: l10n.t(
          '{0} has {1} days. Correct the day in "{2}".',
          monthNames[fault.month - 1] ?? '',
          fault.days,
          written,
        ),
        isUnfinished,
      }
    case 'no-such-month':
      return {
        message: l10n.t(
          'There is no month {0}. Write the day, the month and the year, in that order.',
          fault.month,
        ),
        isUnfinished,
      }
    case 'misspelt-month': {
      const span = { start: value.start + fault.start, end: value.start + fault.end }
      const wrong = value.text.slice(fault.start, fault.end)
      return {
        message: l10n.t('"{0}" is not a month. Write "{1}".', wrong, fault.name),
        isUnfinished,
        fix: { title: l10n.t('Write "{0}"', fault.name), edit: replace(span, fault.name) },
      }
    }
    default:
      return {
        message: l10n.t('"{0}" is not a date. Write a date such as 6 May 2011.', written),
        isUnfinished,
      }
  }
}
