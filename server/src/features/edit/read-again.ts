/** A note that a section is to be read again since its grade was changed: its text may still argue for the old one. */

import * as l10n from '@vscode/l10n'
import type { Judgement, Note, Report, Section } from '../../report/model'
import { numberText } from '../../report/numbering/paragraph-number'
import { insert, remove, replace, type TextEdit } from '../../text/edits'
import { judgementAround } from '../navigate/places'
import { sectionTitle } from '../wording/section-title'
import type { Plan, PlannedChange } from './plan'
import { gradeNamed } from './set-grade'

/** What goes into the report is English, whatever the language of the editor. */
const start = 'Grade changed from "'

/**
 * The plan of *Set grade* with one change more: a note above the text of the judgement's section, which stays to do
 * until somebody has read the text again and removes it. A grade that is changed once more keeps one note; one that is
 * changed back needs none. The same plan where there is no text that argues for an old grade, and in a report that
 * counts as finished, in which nothing is left to do.
 *
 * `[Note: Grade changed from "good" to "inadequate": read paragraphs 12 to 19 and "What needs to improve?" again.]`
 */
export function withReadingAgain(report: Report, offset: number, asked: string, plan: Plan): Plan {
  const judgement = judgementAround(report, offset)
  const grade = report.type.scale && gradeNamed(report.type.scale, asked)?.word
  if (report.status !== 'draft') return plan
  if (judgement?.section === undefined || grade === undefined) return plan
  const old = judgement.grade?.word
  const note = noteOf(report, judgement.section)
  const first = note === undefined ? old : (oldGradeOf(note) ?? old)
  const change = noteChange(report, judgement, { first, grade, note })
  if (change === undefined) return plan
  const changes = [...plan.changes, change].sort((a, b) => a.span.start - b.span.start)
  return { ...plan, changes }
}

function noteChange(
  report: Report,
  judgement: Judgement,
  {
    first,
    grade,
    note,
  }: {
    readonly first: string | undefined
    readonly grade: string
    readonly note: Note | undefined
  },
): PlannedChange | undefined {
  const { section } = judgement
  if (section === undefined || first === undefined) return undefined
  const words = `[Note: ${start}${first}" to "${grade}": read ${toRead(report, section)} again.]`
  const description = sectionTitle(section)
  if (first === grade) {
    if (note === undefined) return undefined
    return {
      ...withoutLine(report, note),
      label: l10n.t('Note to read the section again: removed'),
      description,
      ticked: true,
    }
  }
  const edit = note === undefined ? insertion(report, section, words) : replace(note.span, words)
  if (edit === undefined) return undefined
  return { ...edit, label: l10n.t('Note to read the section again'), description, ticked: true }
}

/** The note of an earlier change in the section. */
function noteOf({ notes }: Report, { extent }: Section): Note | undefined {
  return notes.find(
    ({ span, text }) =>
      extent.start <= span.start &&
      span.end <= extent.end &&
      text.text.trimStart().startsWith(start),
  )
}

/** The grade before the first change: `good` of "Grade changed from "good" to "inadequate": …". */
function oldGradeOf({ text }: Note): string | undefined {
  const words = text.text.trimStart().slice(start.length)
  const end = words.indexOf('"')
  return end === -1 ? undefined : words.slice(0, end)
}

/** "paragraphs 12 to 19 and "What needs to improve?""; "this section" where its paragraphs have no numbers. */
function toRead(report: Report, section: Section): string {
  const { start: from, end } = section.extent
  const own = report.numbering.paragraphs.filter(
    ({ span }) => from <= span.start && span.start < end,
  )
  const [first, last] = [own[0], own.at(-1)].map(each => each && numberText(each.number))
  const text =
    first === undefined || last === undefined
      ? 'this section'
      : first === last
        ? `paragraph ${first}`
        : `paragraphs ${first} to ${last}`
  const others = report.sections.filter(
    ({ definition, extent }) =>
      definition.kind === 'recommendations' && (extent.start < from || extent.start >= end),
  )
  const titles = [...new Set(others.map(each => `"${sectionTitle(each)}"`))]
  return titles.length === 0 ? text : `${text} and ${titles.join(' and ')}`
}

/** The note on a line of its own above the section's first text; undefined where it has none. */
function insertion({ text, lines }: Report, section: Section, words: string): TextEdit | undefined {
  const first = section.blocks.find(({ kind }) => kind === 'paragraph' || kind === 'item')
  if (first === undefined) return undefined
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  return insert(lines.start(lines.lineAt(first.content.start)), words + lineEnd + lineEnd)
}

/** Takes the note out, with its line and the blank line after it where nothing else is on them. */
function withoutLine({ text, lines }: Report, { span }: Note): TextEdit {
  const line = lines.lineAt(span.start)
  const end = lines.lineAt(span.end)
  const [from, to] = [lines.start(line), lines.start(end + 1)]
  const isAlone = `${text.slice(from, span.start)}${text.slice(span.end, to)}`.trim() === ''
  if (!isAlone) return remove(span)
  const after = lines.start(end + 2)
  return remove({ start: from, end: text.slice(to, after).trim() === '' ? after : to })
}
