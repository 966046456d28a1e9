/** Finds dates on the cover that cannot all be right. */

import * as l10n from '@vscode/l10n'
import { readDates, writtenDay } from '../report/cover/dates'
import { datesInFooters } from '../report/cover/footers'
import { daysExceeded, isReportedAsPast } from '../report/marks/text-dates'
import type { DateRange, Field, Report, TypeTime } from '../report/model'
import { replace } from '../text/edits'
import type { TextSpan } from '../text/span'
import { onOneLine } from './fixes/one-line'
import type { Finding, Fix, Rule } from './rule'

export const mismatchedDates: Rule = {
  id: 'mismatched-dates',
  summary: 'Dates on the cover that cannot all be right',
  severity: 'warning',
  fixable: 'sometimes',
  *check(report): Iterable<Finding> {
    const dated = report.cover.fields.filter(isDated)
    const copyright = dated.find(field => field.definition?.kind === 'year')
    const outside = dated.find(field => field.definition?.kind === 'dates')
    yield* pastBeforehand(report, dated)
    if (report.outsideTime !== undefined && outside !== undefined) {
      yield outsideFinding(report, outside, report.outsideTime, dated)
      return
    }
    const backwards = dated.filter(({ dates }) => dates.from > dates.to)
    for (const field of backwards) yield backwardsFinding(report, field)

    const inOrder = report.type.fieldOrder
      .map(id => dated.find(field => field.id === id))
      .filter(field => field !== undefined)
      .filter(field => !backwards.includes(field))
    let isOrderWrong = false
    for (const [index, later] of inOrder.entries()) {
      const earlier = inOrder[index - 1]
      if (earlier === undefined || later.dates.to >= earlier.dates.to) continue
      isOrderWrong = true
      yield orderFinding(report, earlier, later, copyright)
    }
    // A wrong publication year differs from the copyright year too: that is one fault.
    const published = inOrder.findLast(field => field.definition?.kind === 'date')
    if (isOrderWrong || published === undefined || copyright === undefined) return
    if (!isWithin(published, copyright)) yield yearFinding(report, published, copyright, inOrder)
  },
}

type Dated = Field & { readonly dates: DateRange }

function isDated(field: Field): field is Dated {
  return field.dates !== undefined
}

function yearOf({ dates }: Dated): string {
  return dates.to.slice(0, 4)
}

/** Is the year of publication the copyright year, or one of its years: "2011–2012"? */
function isWithin(published: Dated, copyright: Dated): boolean {
  const years = yearsIn(copyright)
  const year = yearOf(published)
  return (years[0] ?? '') <= year && year <= (years.at(-1) ?? '')
}

function yearsIn({ value }: Dated): readonly string[] {
  return (value.text.match(/\d{4}/g) ?? []).sort()
}

/** What is reported as past, with a month after that of the publication, or long after the inspection. */
function* pastBeforehand(report: Report, dated: readonly Dated[]): Iterable<Finding> {
  const published = dated.findLast(field => field.definition?.kind === 'date')
  const inspected = dated.find(field => field.definition?.kind === 'dates')
  const known = published ?? (report.outsideTime === undefined ? inspected : undefined)
  if (known === undefined) return
  const latest = monthsOf(known.dates.to) + (known === published ? 0 : usualMonthsToPublication)
  for (const date of report.dates) {
    if (date.year === undefined || date.year * 12 + date.month <= latest) continue
    // A day that is on no calendar is reported as that.
    if (daysExceeded(date) !== undefined) continue
    if (date.span.start < report.cover.span.end || !isReportedAsPast(report.flow, date)) continue
    const written = report.text.slice(date.span.start, date.span.end)
    yield {
      span: date.span,
      message: l10n.t(
        '"{0}" is after the report, but is described as past. Correct one of them.',
        written,
      ),
      doubtful: true,
    }
  }
}

/** Reports are published within about two months of the inspection's last day. */
const usualMonthsToPublication = 3

/** Months since the year 0 of an ISO date. */
function monthsOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
}

/** Dates of a time in which there were no such inspections; with the year of publication they may be right. */
function outsideFinding(
  report: Report,
  field: Dated,
  { from = '', to = '9999-12-31' }: TypeTime,
  dated: readonly Dated[],
): Finding {
  const { value, dates } = field
  const isIn = (range: DateRange) => from <= range.from && range.to <= to
  return {
    span: onOneLine(report, value),
    message:
      dates.from < from
        ? l10n.t(
            'Inspections of this kind began on {0}. Correct these dates, or choose another type of report.',
            writtenDay(from),
          )
        : l10n.t(
            'Inspections of this kind ended on {0}. Correct these dates, or choose another type of report.',
            writtenDay(to),
          ),
    fixes: () => [
      ...asInFooters(report, field),
      ...dated
        .map(other => (other === field ? undefined : withYearOf(field, other)))
        .filter(fixed => fixed !== undefined && isIn(fixed.dates))
        .slice(0, 1)
        .flatMap(fixed => fixed?.fix ?? []),
    ],
  }
}

/** The dates that the footers of all pages have. */
function asInFooters(report: Report, field: Dated): readonly Fix[] {
  const said = datesInFooters(report, field)
  if (said === undefined) return []
  const edits = [replace(field.value, said)]
  return [{ title: l10n.t('Write "{0}"', said), safe: false, edits }]
}

function backwardsFinding(report: Report, field: Dated): Finding {
  const { value, dates } = field
  return {
    span: onOneLine(report, value),
    message: l10n.t(
      'The last day, {0}, is before the first. Correct one of them.',
      writtenDay(dates.to),
    ),
    fixes: () => {
      const swapped = swapFixes(value)
      const others = asInFooters(report, field).filter(
        ({ title }) => !swapped.some(each => each.title === title),
      )
      return [...swapped, ...others]
    },
  }
}

/** The two days change places: "19–8 March 2010", "24 June 2011 to 13 June 2011". */
function swapFixes({ start, text }: TextSpan): readonly Fix[] {
  const parts = /^(\S.{0,30}?)( ?(?:–|—|-| to | and ) ?)(\S.{0,30})$/.exec(text)
  const [, first = '', between = '', last = ''] = parts ?? []
  const lastDay = /^\d{1,2}/.exec(last)?.[0]
  const isDay = /^\d{1,2}$/.test(first)
  if (parts === null || lastDay === undefined || (!isDay && !/ \d{4}$/.test(first))) return []
  const swapped = isDay
    ? lastDay + between + first + last.slice(lastDay.length)
    : last + between + first
  if (readDates(swapped).kind !== 'dates') return []
  const edits = [replace({ start, end: start + text.length }, swapped)]
  return [{ title: l10n.t('Write "{0}"', swapped), safe: false, edits }]
}

function orderFinding(
  report: Report,
  earlier: Dated,
  later: Dated,
  copyright: Dated | undefined,
): Finding {
  const end = writtenDay(earlier.dates.to)
  const corrected = copyright && withYearOf(later, copyright)
  const isAnswer = corrected !== undefined && corrected.dates.to >= earlier.dates.to
  return {
    span: onOneLine(report, later.value),
    message: l10n.t(
      '"{0}" is before the end of "{1}", {2}. Correct one of them.',
      later.label.text,
      earlier.label.text,
      end,
    ),
    related: [
      {
        span: onOneLine(report, earlier.value),
        message: l10n.t('"{0}" ends on {1}.', earlier.label.text, end),
      },
    ],
    ...(isAnswer && { fixes: () => [{ ...corrected.fix, preferred: true }] }),
  }
}

function yearFinding(
  report: Report,
  published: Dated,
  copyright: Dated,
  inOrder: readonly Dated[],
): Finding {
  const year = yearOf(published)
  return {
    span: onOneLine(report, copyright.value),
    message: l10n.t(
      'The copyright year is {0}, but the report is published in {1}. Correct one of them.',
      copyright.value.text,
      year,
    ),
    related: [
      {
        span: onOneLine(report, published.value),
        message: l10n.t('"{0}" is {1}.', published.label.text, writtenDay(published.dates.to)),
      },
    ],
    fixes: () => {
      const first: Fix = {
        title: l10n.t('Change the copyright year to {0}', year),
        safe: false,
        preferred: true,
        edits: [replace(copyright.value, year)],
      }
      const other = withYearOf(published, copyright)
      const earlier = inOrder.filter(each => each !== published)
      const fits =
        earlier.length > 0 && earlier.every(each => each.dates.to <= (other?.dates.to ?? ''))
      return other !== undefined && fits ? [first, other.fix] : [first]
    },
  }
}

/** The field with the year of another in place of its own, where each of the two names a single year. */
function withYearOf(field: Dated, other: Dated): { dates: DateRange; fix: Fix } | undefined {
  const [own, year] = [yearOf(field), yearOf(other)]
  if (yearsIn(other).length > 1) return undefined
  const at = field.value.text.indexOf(own)
  if (own === year || at === -1 || field.value.text.includes(own, at + 1)) return undefined
  const { from, to } = field.dates
  const start = field.value.start + at
  return {
    dates: { from: year + from.slice(4), to: year + to.slice(4) },
    fix: {
      title: l10n.t('Change "{0}" to {1}', field.label.text, field.value.text.replace(own, year)),
      safe: false,
      edits: [replace({ start, end: start + own.length }, year)],
    },
  }
}
