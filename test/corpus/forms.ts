/** One report in the forms in which texts of reports reach people: what each does to a text, so that all can be tried. */

import type { Block, BlockKind, Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { applyEdits, replace, type TextEdit } from '../../server/src/text/edits'
import { singleSpaced } from '../../server/src/text/spaces'

/** The report's text in another form; undefined where the report has nothing that would differ. */
export type Form = (report: Report) => string | undefined

/** By what it does, in words that go on with "is read alike". */
export const forms: Readonly<Record<string, Form>> = {
  'with narrow lines': report => inLines(report, 48),
  'with wide lines': report => inLines(report, 130),
  'with a line for each paragraph': report => inLines(report, Number.POSITIVE_INFINITY),
  'with words divided at line ends': report => dividedWords(report),
  'without blank lines between paragraphs': ({ text }) => text.replace(/\n(?:[ \t]*\n)+/g, '\n'),
  'with two blank lines for each': ({ text }) => text.replace(/\n[ \t]*\n/g, '\n\n\n'),
  'with a blank line after each line': ({ text }) => text.replace(/\n/g, '\n\n'),
  'without indents': ({ text }) => text.replace(/^[ \t]+/gm, ''),
  'with tabs for wide gaps': ({ text }) => text.replace(/(?<=\S) {3,}(?=\S)/g, '\t'),
  'with no-break spaces': ({ text }) => text.replace(/(?<=\S) (?=\S)/g, now(3, '\u00a0')),
  'with straight quotation marks': ({ text }) =>
    text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/–/g, '-'),
  'with pages of other lengths': pages,
  'with headings in capitals': report => headings(report, title => title.toUpperCase()),
  'with headings in small letters': report =>
    headings(report, title => title.charAt(0) + title.slice(1).toLowerCase()),
  'with a capital in each word of a heading': report =>
    headings(report, title => title.replace(/(?<![\p{L}’'])\p{Ll}(?=\p{L})/gu, capital)),
  'with Markdown headings': report => headings(report, title => `## ${title}`, true),
  'with bold headings': report => headings(report, title => `**${title}**`, true),
  'with headings on two lines': report => headings(report, twoLines),
  'with words of headings divided': report => headings(report, divided),
  'with underlined headings': report =>
    headings(report, title => `${title}\n${'-'.repeat(9)}`, true),
  'with bold grades': grades(grade => `**${grade}**`),
  'with grades in capitals': grades(grade => grade.toUpperCase()),
  'with the table in pipes': report =>
    table(report, rows => rows.map(each => `| ${each.join(' | ')} |`)),
  'with the table in tabs': report => table(report, rows => rows.map(each => each.join('\t'))),
  'with the table in columns': report =>
    table(report, rows => rows.map(([name, grade]) => name.padEnd(90) + grade)),
  'with the table in wrapped columns': report => table(report, rows => rows.flatMap(wrappedRow)),
  'without contents': ({ text, contents }) =>
    contents && text.slice(0, contents.span.start) + text.slice(contents.span.end),
  // Not where titles, the cover and what a letter says first are: there a misread letter is a slip to be reported.
  'with letters misread': ({ text, blocks, sections }) => {
    const from = sections[1]?.heading.line.end ?? text.length
    const body = blocks.filter(({ kind, start }) => kind === 'paragraph' && start >= from)
    return applyEdits(
      text,
      body.flatMap(each => misread(text, each)),
    )
  },
}

/** Puts something else in the place of every nth match. */
function now(every: number, instead: string | ((found: string) => string)) {
  let count = 0
  return (found: string) => {
    if (++count % every !== 0) return found
    return typeof instead === 'string' ? instead : instead(found)
  }
}

const capital = (letter: string) => letter.toUpperCase()

const isRunning = (kind: BlockKind) => kind === 'paragraph' || kind === 'item'

/** Each paragraph with lines of another width; the indent is that of its first line. */
function inLines({ text, blocks, lines }: Report, width: number): string {
  const edits = blocks.flatMap(({ kind, content }): TextEdit[] => {
    if (!isRunning(kind)) return []
    const indent = ' '.repeat(content.start - lines.start(lines.lineAt(content.start)))
    return [replace(content, wrapped(text.slice(content.start, content.end), width, indent))]
  })
  return applyEdits(text, edits)
}

function wrapped(words: string, width: number, indent: string): string {
  let line = ''
  const done: string[] = []
  for (const word of singleSpaced(words).trim().split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      done.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...done, line].join(`\n${indent}`)
}

/** Every third line of a paragraph ends with a part of the word that follows. */
function dividedWords({ text, blocks }: Report): string {
  const divide = now(3, found => found.replace(/(\s*\n\s*)(\p{Ll}{4})(?=\p{Ll}{4})/u, ' $2-$1'))
  const edits = blocks.flatMap(({ kind, content }): TextEdit[] => {
    if (!isRunning(kind)) return []
    const written = text.slice(content.start, content.end)
    return [replace(content, written.replace(/(?<=\p{Ll})[ \t]*\n[ \t]*\p{Ll}{8}/gu, divide))]
  })
  return applyEdits(text, edits)
}

/** A running footer and header after every twentieth line of a paragraph. */
function pages({ text, blocks, title }: Report): string {
  let page = 50
  const name = text.slice(title.start, title.end).split('\n')[0]
  const turn = now(20, found => `\n\n${name}\n${++page}\n\f\n${found.trimStart()}`)
  const edits = blocks.flatMap(({ kind, content }): TextEdit[] => {
    if (kind !== 'paragraph') return []
    const written = text.slice(content.start, content.end)
    return [replace(content, written.replace(/\n[ \t]*(?=\p{Ll})/gu, turn))]
  })
  return applyEdits(text, edits)
}

/** The headings of sections written in another way; `isWhole` with a grade that is after them. */
function headings(
  { text, sections }: Report,
  write: (title: string) => string,
  isWhole = false,
): string {
  const edits = sections.flatMap(({ heading, grade }): TextEdit[] => {
    if (
      heading.marks.text !== '' ||
      /[|\t]| {3}/.test(text.slice(heading.line.start, heading.line.end).trim())
    )
      return []
    const isAfter = isWhole && grade !== undefined && grade.span.end <= heading.line.end
    const span = { start: heading.title.start, end: isAfter ? grade.span.end : heading.title.end }
    return [replace(span, write(singleSpaced(text.slice(span.start, span.end))))]
  })
  return applyEdits(text, edits)
}

function twoLines(title: string): string {
  const middle = title.indexOf(' ', Math.floor(title.length / 2))
  return middle === -1 || title.length < 20
    ? title
    : `${title.slice(0, middle)}\n${title.slice(middle + 1)}`
}

/** A title with its last long word over the end of the line. */
function divided(title: string): string {
  return title.length < 20
    ? title
    : title.replace(/ (\p{Ll}{3})(\p{Ll}{4,})(?=[^\p{Ll}]*$)/u, ' $1-\n$2')
}

/** All grades of headings, grade lines and rows written in another way; undefined where there are none. */
function grades(write: (grade: string) => string): Form {
  return ({ text, sections, summary }) => {
    const stated = [...sections, ...(summary?.entries ?? [])].flatMap(({ grade }) => grade ?? [])
    const words = stated.flatMap(({ word, more }) => (more === undefined ? (word ?? []) : []))
    const edits = words.map(word => replace(word, write(word.text)))
    return edits.length === 0 ? undefined : applyEdits(text, edits)
  }
}

type Row = readonly [name: string, grade: string]

/** The rows of the summary table written in another way; undefined where a row is not one line of a table. */
function table(
  report: Report,
  write: (rows: readonly Row[]) => readonly string[],
): string | undefined {
  const { summary, text } = report
  if (summary === undefined) return undefined
  const entries = summary.entries.filter(
    ({ line }) => line.start >= summary.span.start && line.end <= summary.span.end,
  )
  const first = entries[0]
  const last = entries.at(-1)
  if (first === undefined || last === undefined) return undefined
  const rows = entries.map(({ words, definition, grade }): Row => {
    const pieces = grade === undefined ? [] : [grade.span, ...(grade.more ?? [])]
    // A title that is torn within a word would stay torn.
    const title = definition?.title ?? words
    return [title, singleSpaced(pieces.map(({ start, end }) => text.slice(start, end)).join(' '))]
  })
  return `${text.slice(0, first.line.start)}${write(rows).join('\n')}\n${text.slice(last.line.end)}`
}

/** The name over two lines where it is long, the grade beside the first. */
function wrappedRow([name, grade]: Row): readonly string[] {
  const middle = name.indexOf(' ', 40)
  const [first, rest] =
    middle === -1 ? [name, undefined] : [name.slice(0, middle), name.slice(middle + 1)]
  return [first.padEnd(80) + grade, ...(rest === undefined ? [] : [rest])]
}

/** Now and then a letter of a paragraph that looks like another: `1` for `l`, `m` for `rn`. */
function misread(text: string, { content }: Block): readonly TextEdit[] {
  const found = [
    ...text.slice(content.start, content.end).matchAll(/(?<=\p{Ll})(?:l|rn)(?=\p{Ll})/gu),
  ]
  return found
    .filter((_, at) => at % 25 === 0)
    .map(({ index, 0: letters }) => {
      const start = content.start + index
      return replace({ start, end: start + letters.length }, letters === 'l' ? '1' : 'm')
    })
}

/** The report that a text in another form is read as; undefined where it is not read as one. */
export function readForm(text: string, { type }: Report): Report | undefined {
  const report = parseReport(text)
  return report?.type.id === type.id ? report : undefined
}
