/**
 * A draft without what is for colleagues only: lines that ignore problems, other comments, and notes. Notes are to a
 * draft what comments are to a Word document, and the draft itself keeps them; each is listed with its words, so that
 * no question in one is lost.
 */

import * as l10n from '@vscode/l10n'
import { htmlComments } from '../../report/marks/marks'
import type { Report } from '../../report/model'
import { applyEdits, remove } from '../../text/edits'
import { singleSpaced } from '../../text/spaces'
import type { Span } from '../../text/span'
import { resolveNote } from '../lists/notes'
import { wordPlace } from '../wording/word-place'

export interface CleanText {
  readonly text: string
  /** What was taken out, in sentences for the user; empty where there was nothing. */
  readonly done: readonly string[]
}

export function cleanDraft(report: Report): CleanText {
  const { text, notes, suppressions } = report
  const known = new Set(suppressions.map(({ span }) => span.start))
  const taken = [
    ...suppressions.map(({ span, reason }) => ({ span, said: ignoring(report, span, reason) })),
    ...htmlComments(text)
      .filter(({ start }) => !known.has(start))
      .map(span => ({
        span,
        said: l10n.t(
          'Took out a comment ({0}): “{1}”.',
          placeOf(report, span),
          commentWords(text, span),
        ),
      })),
    ...notes.map(({ span, author, text }) => ({
      span,
      said: noteTaken(placeOf(report, span), author, singleSpaced(text.text)),
    })),
  ].sort((a, b) => a.span.start - b.span.start)
  const spans = taken.map(({ span }) => resolveNote(report, { span }).span)
  return {
    text: applyEdits(text, together(spans).map(remove)),
    done: taken.map(({ said }) => said),
  }
}

function ignoring(report: Report, span: Span, reason: string): string {
  const place = placeOf(report, span)
  return reason === ''
    ? l10n.t('Took out a line that ignores problems ({0}).', place)
    : l10n.t('Took out a line that ignores problems ({0}): “{1}”.', place, singleSpaced(reason))
}

function noteTaken(place: string, author: string, words: string): string {
  return author === ''
    ? l10n.t('Took out a note ({0}): “{1}”.', place, words)
    : l10n.t('Took out a note by {0} ({1}): “{2}”.', author, place, words)
}

function placeOf(report: Report, { start }: Span): string {
  const { section, within } = wordPlace(report, start)
  return within === '' ? section : `${section}, ${within}`
}

function commentWords(text: string, { start, end }: Span): string {
  return singleSpaced(text.slice(start + 4, end - 3)).trim()
}

/** The spans in order, those that overlap as one. */
function together(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last === undefined || last.end < span.start) joined.push(span)
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
  }
  return joined
}
