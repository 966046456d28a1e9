/** Notes among colleagues and what is still to be written: listing them, and taking notes out. */

import * as l10n from '@vscode/l10n'
import type { Note, Report } from '../../report/model'
import { remove, type TextEdit } from '../../text/edits'
import { lineBeginning } from '../../text/line-beginning'
import { isBlankSpace, runEnd, runStart } from '../../text/runs'
import { singleSpaced } from '../../text/spaces'
import { type Span, touches } from '../../text/span'
import { joined, type PlanOrReason, wordsAround } from '../edit/plan'
import { wordPlace } from '../wording/word-place'

export interface OpenMark {
  readonly kind: 'note' | 'placeholder'
  /** The initials in a note; empty where it has none, and for placeholders. */
  readonly author: string
  /** What the note says, on one line; for a placeholder the words around it. */
  readonly words: string
  /** `Quality of provision (Safeguarding services), paragraph 14`. */
  readonly place: string
  readonly span: Span
}

/** The notes and placeholders of the report, in the order of the text. */
export function openMarks(report: Report): readonly OpenMark[] {
  const notes = report.notes.map(({ span, author, text }): OpenMark => {
    const words = singleSpaced(text.text)
    return { kind: 'note', author, words, place: placeOf(report, span), span }
  })
  const placeholders = report.placeholders.map(({ start, end }): OpenMark => {
    const span = { start, end }
    const words = wordsAround(report, span)
    return { kind: 'placeholder', author: '', words, place: placeOf(report, span), span }
  })
  return [...notes, ...placeholders].sort((a, b) => a.span.start - b.span.start)
}

function placeOf(report: Report, { start }: Span): string {
  const { section, within } = wordPlace(report, start)
  return within === '' ? section : `${section}, ${within}`
}

/** The notes that the span touches. */
export function notesAt(report: Report, { start, end }: Span): readonly Note[] {
  return report.notes.filter(({ span }) => touches(span, start) || touches(span, end))
}

/** Takes the note out, together with what was around it only because of it: a space, or its line and a blank one. */
export function resolveNote(report: Report, { span }: Pick<Note, 'span'>): TextEdit {
  const { text, lines } = report
  const first = lines.lineAt(span.start)
  const last = lines.lineAt(span.end)
  const before = text.slice(lines.start(first), span.start)
  const after = text.slice(span.end, lines.end(last))
  if ((before + after).trim() === '') {
    const isBlank = (line: number): boolean =>
      line >= 0 &&
      line < lines.count &&
      text.slice(lines.start(line), lines.end(line)).trim() === ''
    const isDoubled = (first === 0 || isBlank(first - 1)) && isBlank(last + 1)
    return remove({ start: lines.start(first), end: lines.start(last + (isDoubled ? 2 : 1)) })
  }
  const gapBefore = before.length - runStart(before, isBlankSpace)
  const gapAfter = runEnd(after, isBlankSpace)
  const { label, textStart } = lineBeginning(before)
  const isFirst = (label?.next ?? textStart) === before.length
  const isLast = gapAfter === after.length
  if (isFirst) return remove({ start: span.start, end: span.end + gapAfter })
  // One of two spaces stays between the words; neither does before a full stop, or at the end of the line.
  const isTight = isLast || gapAfter > 0 || /^[.,;:!?)\]’”|]/.test(after)
  return remove({ start: span.start - (isTight ? gapBefore : 0), end: span.end })
}

/** Takes out all notes, each as a change of its own; where there is a span, only those that it touches. */
export function resolveNotes(report: Report, within?: Span): PlanOrReason {
  const notes = within === undefined ? report.notes : notesAt(report, within)
  const changes = notes.flatMap(note => {
    const edit = joined(report.text, [resolveNote(report, note)])
    if (edit === undefined) return []
    const author = note.author === '' ? '' : `${note.author}: `
    const label = author + singleSpaced(note.text.text)
    return [{ ...edit, label, description: placeOf(report, note.span), ticked: true }]
  })
  if (changes.length === 0)
    return {
      error:
        within === undefined
          ? l10n.t('There are no notes in this report.')
          : l10n.t('This note is no longer there.'),
    }
  const title = changes.length === 1 ? l10n.t('Resolve this note') : l10n.t('Resolve these notes')
  return { title, changes, remarks: [] }
}
