/** Defects of the cover, and of marks in the text. */

import type { Field, Report } from '../../server/src/report/model'
import { namedType } from '../../server/src/report/recognise/named-type'
import { insert, remove, replace } from '../../server/src/text/edits'
import type { Span } from '../../server/src/text/span'
import { defect, expected, type Generator, slice } from './defect'
import { textPlaces } from './places'
import { slipsIn } from './slips'

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

/** The label of a required field has a slip in it. */
export const misspeltLabel: Generator = function* (report) {
  for (const { definition, label } of report.cover.fields) {
    if (!definition?.required) continue
    for (const { what, edit } of slipsIn(report.text, label)) {
      const written = slice(report, label, [edit])
      if (report.type.fieldNames.has(written)) continue
      yield defect(`label "${label.text}" ${what}`, [edit], { at: [label, report.title] })
    }
  }
}

/** The first lines name a type that does not exist. */
export const unknownReportType: Generator = function* (report) {
  const named = namedType(report.text)
  if (named === undefined) return
  for (const wrong of [named.text.slice(1), `${named.text}-2011`, 'report'])
    yield defect(`the type is "${wrong}"`, [replace(named, expected(wrong))])
}

/** A remark among colleagues has been left. */
export const openNote: Generator = function* (report) {
  for (const { of, sentenceEnd } of textPlaces(report)) {
    const note = expected('[Note AB: check evidence 12]')
    yield defect(`note in its ${of}`, [insert(sentenceEnd, ` ${note}`)], { undoable: false })
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
  for (const [at, { of, sentenceEnd }] of textPlaces(report).entries()) {
    const sentence = sentences[at % sentences.length] as string
    yield defect(`a person in its ${of}`, [insert(sentenceEnd, ` ${sentence}`)], {
      undoable: false,
    })
  }
}

/** The file was read in an encoding that it is not in. */
export const unreadableCharacters: Generator = function* (report) {
  for (const { of, sentenceEnd } of textPlaces(report)) {
    yield defect(`lost character in its ${of}`, [insert(sentenceEnd, expected('\ufffd'))], {
      undoable: false,
    })
  }
}

/** "Ignore" is before a paragraph in which there is nothing to ignore. */
export const unusedSuppression: Generator = function* (report) {
  for (const { of, start: text } of textPlaces(report)) {
    const start = report.lines.start(report.lines.lineAt(text))
    const comment = expected('<!-- inspection-reports ignore mismatched-grade: seen by AB -->')
    yield defect(`unused "ignore" before its ${of}`, [insert(start, `${comment}\n`)])
  }
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
