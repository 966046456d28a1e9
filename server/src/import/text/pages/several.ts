/** Finds where another report begins in a file that holds several. */

import { findTitles } from '../../../report/recognise/titles'
import type { Steps } from '../../../text/steps'
import { builtInCatalogue } from '../../../types/built-in'
import type { SourceLine } from '../change'
import type { Reader } from '../read'

/** Put between two reports in a draft, so that they are told apart when it is imported again. */
export const nextReportMark = '<!-- Another report begins here. -->'

/** How far from the beginning of a report its title and its cover are, in UTF-16 units. */
const headLength = 3000

/** The lines report by report; all of them together where the text is a single report, or none at all. */
export function* reportsOf(
  source: readonly SourceLine[],
  reader: Reader,
): Steps<readonly (readonly SourceLine[])[]> {
  const marks = source.flatMap(({ text }, at) => (text.trim() === nextReportMark ? [at] : []))
  const starts =
    marks.length > 0 ? marks.map(mark => mark + 1) : yield* reportStarts(source, reader)
  return [0, ...starts].map((start, at) => {
    const next = starts[at]
    return source.slice(
      start,
      next === undefined ? source.length : next - (marks.length > 0 ? 1 : 0),
    )
  })
}

/** Lines that begin another report. */
function* reportStarts(source: readonly SourceLine[], reader: Reader): Steps<readonly number[]> {
  const offsets: number[] = []
  let length = 0
  for (const { text } of source) {
    offsets.push(length)
    length += text.length + 1
  }
  const text = source.map(line => line.text).join('\n')
  yield
  const found = titleLines(text, offsets, reader).map(line => startOf(source, line))
  yield
  const lines = [...new Set(found)].filter(line => line > 0 && hasCover(text, offsets[line] ?? 0))
  const starts: number[] = []
  let from = 0
  for (const [at, line] of lines.entries()) {
    const start = offsets[line] ?? 0
    const end = offsets[lines[at + 1] ?? source.length] ?? text.length
    if (!(yield* isReport(text.slice(from, start), reader))) continue
    if (!(yield* isReport(text.slice(start, end), reader))) continue
    starts.push(line)
    from = start
  }
  return starts
}

/** Lines on which the title of a known kind of report begins. */
function titleLines(
  text: string,
  offsets: readonly number[],
  { types = builtInCatalogue() }: Reader,
): readonly number[] {
  let line = 0
  // The last line of a page, if it is a footer without a full stop, would seem to continue in the title below.
  const pages = text.replace(/[^\s](?=\s*\f)/g, '.')
  return findTitles(pages, types).map(({ span }) => {
    while ((offsets[line + 1] ?? Number.POSITIVE_INFINITY) <= span.start) line++
    return line
  })
}

/** A report begins with its page: the date and addressees of a letter are above its title. */
function startOf(source: readonly SourceLine[], title: number): number {
  for (let line = title, text = 0; line >= 0 && text <= 30; line--) {
    const content = source[line]?.text ?? ''
    if (content.includes('\f')) return line
    if (content.trim() !== '') text++
  }
  return title
}

/** A cover has a dated field, a letter a salutation. */
const hasCover = (text: string, at: number) =>
  /^[ \t\f*]*(?:Dear\b|(?:Report |Date )?published\b|(?:Dates? of )?(?:previous )?inspection(?: dates?)?\b.*\d{4})/im.test(
    text.slice(at, at + headLength),
  )

/** Is the text a whole report: title and cover at its beginning, and sections with text of their own? */
function* isReport(text: string, reader: Reader): Steps<boolean> {
  const { report } = yield* reader.text(text)
  if (report === undefined || report.title.start > headLength) return false
  const sections = report.sections.filter(({ hasText }) => hasText)
  const titles = new Set(sections.map(({ definition }) => definition.title))
  const isDated = report.cover.fields.some(({ dates }) => dates !== undefined)
  return titles.size >= 2 && (isDated || /^[ \t*]*Dear\b/m.test(text.slice(0, headLength)))
}
