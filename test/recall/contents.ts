/** Defects of the contents. */

import type { Contents, ContentsEntry, Report } from '../../server/src/report/model'
import { insert, remove } from '../../server/src/text/edits'
import type { Span } from '../../server/src/text/span'
import { defect, endsLine, expected, type Generator, move, slice } from './defect'
import { slipsIn } from './slips'

/** An entry is gone. */
export const missingContentsEntry: Generator = function* (report) {
  for (const { contents, entry, line } of soundEntries(report)) {
    const at = [contents.heading, ...(entry.section ? [entry.section.heading.title] : [])]
    const undoable = entry.page === undefined
    yield defect(`no entry "${entry.title.text}"`, [remove(line)], { at, undoable })
  }
}

/** An entry of no section is after another. */
export const unknownContentsEntry: Generator = function* (report) {
  for (const { entry, line } of soundEntries(report)) {
    const before = slice(report, { start: line.start, end: entry.title.start })
    const after = slice(report, { start: entry.title.end, end: line.end })
    const copy = before + expected('Notes for governors') + after
    yield defect(`unknown entry after "${entry.title.text}"`, [insert(line.end, copy)])
  }
}

/** An entry has a slip in it. */
export const misspeltContentsEntry: Generator = function* (report) {
  for (const { entry } of soundEntries(report)) {
    for (const { what, edit } of slipsIn(report.text, entry.title)) {
      if (report.type.sectionTitles.has(slice(report, entry.title, [edit]))) continue
      yield defect(`entry "${entry.title.text}" ${what}`, [edit], { at: [entry.title] })
    }
  }
}

/** An entry is two places too late. */
export const misplacedContentsEntry: Generator = function* (report) {
  const entries = soundEntries(report)
  for (const [index, { entry, line }] of entries.entries()) {
    const target = entries[index + 2]
    if (target === undefined || target.entry.title.text === entry.title.text) continue
    const edits = move(report.text, line, target.line.end, entry.title)
    yield defect(`entry "${entry.title.text}" stands too late`, edits)
  }
}

interface SoundEntry {
  readonly contents: Contents
  readonly entry: ContentsEntry
  readonly line: Span
}

/** Entries in their place with a line of their own. */
function soundEntries({ contents, lines, text }: Report): readonly SoundEntry[] {
  if (contents === undefined) return []
  return contents.entries.flatMap(entry => {
    const at = lines.lineAt(entry.title.start)
    const line = { start: lines.start(at), end: lines.start(at + 1) }
    const isAlone = contents.entries.every(other => {
      return other === entry || lines.lineAt(other.title.start) !== at
    })
    if (!isAlone || entry.glued || entry.placement !== 'in-order') return []
    return entry.section !== undefined && endsLine(text, line.end)
      ? [{ contents, entry, line }]
      : []
  })
}
