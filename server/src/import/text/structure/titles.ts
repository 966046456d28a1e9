/** Titles that only the contents name, and titles with a footnote's number after them. */

import * as l10n from '@vscode/l10n'
import type { ContentsEntry, Report } from '../../../report/model'
import { normalTitle } from '../../../types/normal-title'
import { type Change, done, open } from '../change'
import type { Piece } from './piece'

/** In UTF-16 units. */
const longestTitle = 120

/**
 * Turns lines that the contents name, but the report's type does not, into headings: "Executive summary". Each
 * gets the level of the titles next to it in the contents.
 */
export function nameTitles(report: Report, pieces: Piece[], changes: Change[]): void {
  const entries = report.contents?.entries ?? []
  const unknown = new Map<string, number[]>()
  for (const [at, { title }] of entries.entries()) {
    // What is only nearly a title of the type is not one of its headings.
    if (report.type.sectionTitles.has(title.text)) continue
    const key = normalTitle(title.text)
    unknown.set(key, [...(unknown.get(key) ?? []), levelOf(entries, at)])
  }
  if (unknown.size === 0) return
  for (const piece of pieces) {
    if (!/^(?:cover|paragraph|heading)$/.test(piece.kind) || piece.number !== undefined) continue
    const levels =
      piece.text.length > longestTitle ? undefined : unknown.get(normalTitle(piece.text))
    const level = levels?.[0]
    if (levels === undefined || level === undefined || isField(report, piece)) continue
    // The first entry is for the first heading; the last one is for all that remain.
    if (levels.length > 1) levels.shift()
    if (piece.kind === 'heading') continue
    piece.kind = 'heading'
    piece.level = level
    changes.push(
      done(
        'heading',
        piece.line,
        l10n.t('Turned a line that is listed in the contents into a heading.'),
        {
          after: piece.text,
        },
      ),
    )
  }
}

/** A title like "Executive summary" belongs with what follows it more often than with what precedes it. */
function levelOf(entries: readonly ContentsEntry[], at: number): number {
  const next = entries.slice(at + 1).find(({ definition }) => definition !== undefined)
  const before = entries.slice(0, at).findLast(({ definition }) => definition !== undefined)
  return Math.min((next ?? before)?.definition?.depth ?? 0, 4) + 2
}

const isField = (report: Report, { at }: Piece) =>
  report.cover.authority?.start === at ||
  report.cover.fields.some(({ label }) => label.start === at)

/** Lists titles with a footnote's number after them: "Recommendations3". */
export function noteFootnotes(report: Report, pieces: readonly Piece[], changes: Change[]): void {
  const headings = new Map(report.sections.map(each => [each.heading.line.start, each.heading]))
  for (const { kind, text, line, at } of pieces) {
    const heading = headings.get(at)
    const number = /\p{L}[)?’]?(\d{1,2})$/u.exec(text)?.[1]
    if (kind !== 'heading' || heading === undefined || number === undefined) continue
    changes.push(
      open(
        'footnote',
        line,
        l10n.t(
          'The {0} after this title is the number of a footnote. Put it after a sentence, or leave it out.',
          number,
        ),
        { before: text },
      ),
    )
  }
}
