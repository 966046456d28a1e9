/** Defects of dates, on the cover and in the text. */

import { monthNames, weekdayNames, weekdayOf } from '../../server/src/report/cover/dates'
import type { DateRange, Field, Report } from '../../server/src/report/model'
import { insert, replace } from '../../server/src/text/edits'
import { builtInTypes } from '../../server/src/types/built-in'
import { chosen, severalOf } from './choose'
import { defect, expected, type Generator } from './defect'
import { textPlaces } from './places'

const impossible: Readonly<Record<string, readonly string[]>> = {
  date: ['31 June 2011', '6 Mai 2011', '2011', 'soon'],
  dates: ['21 – 31 June 2011', '7 – 18 Marche 2011', 'in March', 'soon'],
}

/** A date that is on no calendar, or no date at all. */
export const invalidDate: Generator = function* (report) {
  for (const { definition, label, value, dates } of report.cover.fields) {
    const wrongs = impossible[definition?.kind ?? '']
    if (wrongs === undefined || dates === undefined) continue
    for (const wrong of wrongs) {
      yield defect(`"${label.text}" is "${wrong}"`, [replace(value, expected(wrong))], {
        undoable: false,
      })
    }
    const month = new RegExp(`(?:${monthNames.join('|')})`).exec(value.text)
    if (month === null) continue
    const start = value.start + month.index
    for (const wrong of misspelt(month[0])) {
      const edit = replace({ start, end: start + month[0].length }, wrong)
      yield defect(`the month of "${label.text}" is misspelt`, [edit], { at: [value] })
    }
    const day = /\d{1,2}(?=\s*\p{L})/u.exec(value.text)
    if (day === null) continue
    for (const wrong of ['32', '0', '39']) {
      const at = { start: value.start + day.index, end: value.start + day.index + day[0].length }
      yield defect(`the day of "${label.text}" is ${wrong}`, [replace(at, wrong)], {
        at: [value],
        undoable: false,
      })
    }
  }
  yield* impossibleInText(report)
}

/** The month with a letter lost in its middle, and with two swapped. */
function misspelt(month: string): readonly string[] {
  if (month.length < 5) return []
  const [a, b] = [month.charAt(2), month.charAt(3)]
  return [
    month.slice(0, 3) + month.slice(4),
    ...(a === b ? [] : [month.slice(0, 2) + b + a + month.slice(4)]),
  ]
}

/** The year before that of the inspection in place of YYYY, and one that is no leap year. */
const impossibleSentences = [
  'The board met on |31 November YYYY|.',
  'A new plan was agreed on |30 February YYYY|.',
  'Leaders met on |31 June| and in July.',
  'The last audit, on |31st September YYYY|, was thorough.',
  'On |32 March YYYY| leaders agreed a plan.',
  'Between 3 and |31 April YYYY| six audits were done.',
  'The panel met on |0 May YYYY|.',
  'The first visit was on |29 February 2023|.',
  'Leaders wrote to staff on |Tuesday 31 June YYYY|.',
  'The plan of |31/11/YYYY| says so.',
  'The letter of |31 Nov YYYY| says so.',
  'The panel met from |28 to 31 February YYYY|.',
]

const weekdaySentences = [
  'The board met on |DAY 4 June YYYY|.',
  'On |DAY, 12 March YYYY| leaders agreed a plan.',
  'The last audit (|DAY 21st May YYYY|) was thorough.',
  'Visits were late on |DAY 9 February YYYY|.',
]

function* impossibleInText(report: Report) {
  const year = String(yearOf(report) - 1)
  for (const [index, { of, sentenceEnd }] of textPlaces(report).entries()) {
    const where = of === 'item' ? 'an item' : 'a paragraph'
    const plain = chosen(impossibleSentences, index) as string
    const written = plain.replace('YYYY', year)
    const mark = written.split('|')[1] ?? ''
    const named = mark.replace(year, '…')
    const put = (sentence: string) => {
      const [before = '', wrong = '', after = ''] = sentence.split('|')
      return [insert(sentenceEnd, ` ${before}${expected(wrong)}${after}`)]
    }
    yield defect(`${named.replace(/\d{4}/, '…')} in ${where}`, put(written), { undoable: false })
    const weekday = (chosen(weekdaySentences, index) as string).replace('YYYY', year)
    const [, day, month] = /(\d+)\w* (\w+) \d{4}/.exec(weekday) ?? []
    const right = weekdayOf(Number(day), monthNames.indexOf(month ?? '') + 1, Number(year))
    const wrong = weekdayNames[(right + 1 + (index % 6)) % 7] ?? ''
    yield defect(`a wrong weekday in ${where}`, put(weekday.replace('DAY', wrong)), {
      undoable: false,
    })
  }
}

/** The year of the inspection's last day, otherwise of publication; otherwise one that nothing contradicts. */
function yearOf(report: Report): number {
  const day = field(report, 'inspection-dates')?.dates?.to ?? field(report, 'published')?.dates?.to
  return Number(day?.slice(0, 4) ?? '2025')
}

/** Published before the inspection ended; dates out of order, of other times, of the future. */
export const mismatchedDates: Generator = function* (report) {
  const published = field(report, 'published')
  const inspected = field(report, 'inspection-dates')
  const end = inspected?.dates?.to
  if (published?.dates && end && end > `${published.dates.to.slice(0, 4)}-01-01`) {
    const early = `1 January ${published.dates.to.slice(0, 4)}`
    yield defect('published before the inspection', [replace(published.value, expected(early))], {
      at: inspected ? [inspected.value] : [],
      undoable: false,
      // What the text says of the months before is then told of the future, and that is as true.
      along: ['mismatched-dates'],
    })
  }
  if (inspected?.dates !== undefined)
    yield* wrongInspectionDates(report, inspected, inspected.dates)
  yield* pastInFuture(report)
  const copyright = report.cover.fields.find(({ definition }) => definition?.kind === 'year')
  const year = /\d{4}/.exec(copyright?.value.text ?? '')
  if (published?.dates === undefined || copyright === undefined || year === null) return
  const start = copyright.value.start + year.index
  for (const by of [-1, 1]) {
    const wrong = expected(String(Number(year[0]) + by))
    yield defect(`copyright ${by} year`, [replace({ start, end: start + 4 }, wrong)])
  }
}

/** First and last day have changed places; the year is one in which there were no such inspections. */
function* wrongInspectionDates(report: Report, { value }: Field, dates: DateRange) {
  const days = /^(\d{1,2})(\D*?(?:to|and|–|-|—)\s*)(\d{1,2})(?=\s)/.exec(value.text)
  const whole = /^(\d{1,2} \p{L}+(?: \d{4})?)(\s*(?:to|and|–|-|—)\s*)(\d{1,2} \p{L}+)/u.exec(
    value.text,
  )
  const parts = whole ?? days
  if (parts !== null && dates.from < dates.to) {
    const [all, first = '', between = '', last = ''] = parts
    const edit = replace(
      { start: value.start, end: value.start + all.length },
      last + between + first,
    )
    // "24 June 2019 to 5 July 2019" keeps the second year at its end.
    const isWhole = !/\d{4}/.test(first)
    if (isWhole) yield defect('the last day is before the first', [edit], { at: [value] })
  }
  // Earlier editions have other rows and sections.
  const began = firstDayOf(report)
  const year = /\d{4}(?!.*\d{4})/.exec(value.text)
  if (year === null || began === undefined) return
  const start = value.start + year.index
  for (const by of [1, 3]) {
    const early = String(Number(began.slice(0, 4)) - by)
    const edits = [...value.text.matchAll(/\d{4}/g)].map(({ index }) =>
      replace({ start: value.start + index, end: value.start + index + 4 }, early),
    )
    yield defect(`inspected ${by} years before there were such inspections`, edits, {
      at: [{ start: Math.min(start, value.start), end: value.end }],
      undoable: false,
    })
  }
}

/** The first day of the first edition of the report's type. */
function firstDayOf({ type }: Report): string | undefined {
  const days = builtInTypes().flatMap(each => (each.id === type.id ? [each.validFrom ?? ''] : []))
  return days.includes('') ? undefined : days.sort()[0]
}

const futureSentences = [
  'In |March YYYY| leaders reviewed the plan.',
  'In |March YYYY|, leaders reviewed the plan.',
  'On |3 March YYYY| the board met for the first time.',
  'By |June YYYY| all plans were in place.',
  'Leaders reviewed the plan in |March YYYY|.',
  'The plan was agreed in |November YYYY|.',
  'The last audit took place in |January YYYY|.',
  'The director left in |October YYYY|.',
]

/** Something is told as past, with a month long after the report. */
function* pastInFuture(report: Report) {
  const inspected = field(report, 'inspection-dates') ?? field(report, 'published')
  if (inspected?.dates === undefined) return
  const year = String(yearOf(report) + 2)
  for (const [index, { of, sentenceEnd }] of textPlaces(report).entries()) {
    for (const each of severalOf(futureSentences, 1, index)) {
      const [before = '', date = '', after = ''] = each.replace('YYYY', year).split('|')
      const edit = insert(sentenceEnd, ` ${before}${expected(date)}${after}`)
      const where = of === 'item' ? 'an item' : 'a paragraph'
      yield defect(`past in the future in ${where}: "${each}"`, [edit], { undoable: false })
    }
  }
}

function field({ cover }: Report, id: string): Field | undefined {
  return cover.fields.find(each => each.id === id)
}
