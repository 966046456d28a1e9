/** Defects of the cover, and of marks in the text. */

import type { Field, Report } from '../../server/src/report/model'
import { namedType } from '../../server/src/report/recognise/named-type'
import { insert, remove, replace } from '../../server/src/text/edits'
import type { Span } from '../../server/src/text/span'
import { defect, expected, type Generator } from './defect'
import { soundParagraphs } from './numbers'

/** A required field is gone. */
export const missingField: Generator = function* (report) {
  for (const field of report.cover.fields) {
    if (!field.definition?.required) continue
    const span = ownLine(report, field) ?? { start: field.label.start, end: field.value.end }
    yield defect(`no field "${field.label.text}"`, [remove(span)], {
      at: [report.title],
      undoable: false,
    })
  }
}

/** The first lines name a type that does not exist. */
export const unknownReportType: Generator = function* (report) {
  const named = namedType(report.text)
  if (named === undefined) return
  for (const wrong of [named.text.slice(1), `${named.text}-2011`, 'report'])
    yield defect(`the type is "${wrong}"`, [replace(named, expected(wrong))])
}

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
  }
}

/** Published before the inspection ended; a copyright year that is not the year of publication. */
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
  const copyright = report.cover.fields.find(({ definition }) => definition?.kind === 'year')
  const year = /\d{4}/.exec(copyright?.value.text ?? '')
  if (published?.dates === undefined || copyright === undefined || year === null) return
  const start = copyright.value.start + year.index
  for (const by of [-1, 1]) {
    const wrong = expected(String(Number(year[0]) + by))
    yield defect(`copyright ${by} year`, [replace({ start, end: start + 4 }, wrong)])
  }
}

/** Something is still to be written. */
export const openPlaceholder: Generator = function* (report) {
  for (const { paragraph } of soundParagraphs(report)) {
    const at = sentenceEnd(report, paragraph.span)
    for (const mark of ['[TBC]', 'XX']) {
      yield defect(`${mark} in ${paragraph.number}`, [insert(at, ` ${expected(mark)}`)], {
        undoable: false,
      })
    }
  }
  for (const { section } of report.judgements) {
    const word = section?.grade?.word
    if (section === undefined || word === undefined) continue
    const title = section.heading.title.text
    yield defect(`[grade] in the grade line of "${title}"`, [replace(word, expected('[grade]'))], {
      at: [section.grade?.span ?? word],
      undoable: false,
    })
  }
}

/** A remark among colleagues has been left. */
export const openNote: Generator = function* (report) {
  for (const { paragraph } of soundParagraphs(report)) {
    const note = expected('[Note AB: check evidence 12]')
    const at = sentenceEnd(report, paragraph.span)
    yield defect(`note in ${paragraph.number}`, [insert(at, ` ${note}`)], { undoable: false })
  }
}

/** A sentence leads to one person. */
export const identifyingDetail: Generator = function* (report) {
  const sentences = [
    `${expected('A girl, 14')}, waited for a place at Oakfield School.`,
    `${expected('Mrs Olive Quill')} was told.`,
    `${expected('Child B')} was told.`,
    `The number is ${expected('01632 960001')}.`,
    `The case number is ${expected('204417')}.`,
  ]
  for (const [at, { paragraph }] of soundParagraphs(report).entries()) {
    const sentence = sentences[at % sentences.length] as string
    const end = sentenceEnd(report, paragraph.span)
    yield defect(`a person in ${paragraph.number}`, [insert(end, ` ${sentence}`)], {
      undoable: false,
    })
  }
}

/** The file was read in an encoding that it is not in. */
export const unreadableCharacters: Generator = function* (report) {
  for (const { paragraph } of soundParagraphs(report)) {
    const at = sentenceEnd(report, paragraph.span)
    yield defect(`lost character in ${paragraph.number}`, [insert(at, expected('\ufffd'))], {
      undoable: false,
    })
  }
}

/** "Ignore" is before a paragraph in which there is nothing to ignore. */
export const unusedSuppression: Generator = function* (report) {
  for (const { paragraph } of soundParagraphs(report)) {
    const start = report.lines.start(report.lines.lineAt(paragraph.label.start))
    const comment = expected('<!-- inspection-reports ignore mismatched-grade: seen by AB -->')
    yield defect(`unused "ignore" before ${paragraph.number}`, [insert(start, `${comment}\n`)])
  }
}

function field({ cover }: Report, id: string): Field | undefined {
  return cover.fields.find(each => each.id === id)
}

/** The field's line with the blank line after it; undefined where other fields are on it. */
function ownLine({ cover, lines, text }: Report, { label }: Field): Span | undefined {
  const at = lines.lineAt(label.start)
  const isAlone = cover.fields.filter(other => lines.lineAt(other.label.start) === at).length === 1
  if (!isAlone) return undefined
  const start = lines.start(at)
  const end = lines.start(at + 1)
  return { start, end: text.charAt(end) === '\n' ? end + 1 : end }
}

/** After the first full stop of the span, otherwise its end. */
function sentenceEnd({ text }: Report, { start, end }: Span): number {
  const stop = /[.](?=\s)/.exec(text.slice(start, end))
  return stop === null ? end : start + stop.index + 1
}
