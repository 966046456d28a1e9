/** Finds tables whose columns are separated by nothing but spaces, and writes them with borders. */

import * as l10n from '@vscode/l10n'
import { writtenTable } from '../../../report/grid/table'
import { append } from '../../../text/lists'
import { beginsLower, endsSentence } from '../../../text/sentences'
import { singleSpaced } from '../../../text/spaces'
import { Pace, type Steps } from '../../../text/steps'
import { type Change, done, excerpt, open, type SourceLine, type Step } from '../change'
import { wrapWidth } from '../lines/lines'
import { type JoinedWord, Vocabulary } from '../words/vocabulary'
import {
  type ColumnLine,
  columnLine,
  regionFrom,
  straightened,
  tableOf,
  wideRegionFrom,
  withTightRows,
} from './column-regions'
import { rowsOf, type TableRow } from './column-rows'
import { headOf } from './header-row'

/** The text that the lines are from: its words, and how long its lines are. */
interface TextOfColumns {
  readonly vocabulary: Vocabulary
  readonly pageWidth: number
}

export function* textOfColumns(source: readonly SourceLine[]): Steps<TextOfColumns> {
  const texts = source.map(({ text }) => text)
  const vocabulary = yield* Vocabulary.of(texts.join('\n'))
  return { vocabulary, pageWidth: wrapWidth(texts) ?? 0 }
}

/** The cost of a line of a table, for the steps. */
const lettersInLine = 100

/**
 * The lines with a bordered table in place of each such table. A cell wrapped over several lines is put together;
 * where it is not clear whether a line begins a row, it becomes one and is listed.
 */
export function* readColumns(source: readonly SourceLine[], whole?: TextOfColumns): Steps<Step> {
  if (!source.some(({ text }) => / {3}/.test(text))) return { lines: source, changes: [] }
  const { vocabulary, pageWidth } = whole ?? (yield* textOfColumns(source))
  const pace = new Pace()
  const cut: ColumnLine[] = []
  for (const line of source) {
    cut.push(columnLine(line))
    if (pace.isOver(line.text.length)) yield
  }
  const lines = straightened(withTightRows(cut))
  yield
  const changes: Change[] = []
  const result: SourceLine[] = []
  for (let at = 0; at < lines.length; ) {
    const region = wideRegionFrom(lines, at) ?? regionFrom(lines, at)
    const length = (region?.last ?? at + 1) - at
    if (pace.isOver(length * lettersInLine)) yield
    const words: Change[] = []
    const note = (word: JoinedWord, line: number) => words.push(joinedWord(word, line))
    const rows =
      region === undefined ? [] : rowsOf(...tableOf(lines, region, pageWidth), vocabulary, note)
    const isTable = rows.filter(row => row.cells.every(cell => cell !== '')).length >= 2
    // This is text in several columns on a page: what is below its first line is not a table either.
    const isLong = region !== undefined && region.last - at > 50
    if (region !== undefined && (rows.every(isField) || (isLong && !isTable))) {
      for (; at < region.last; at++) result.push(asField(lines[at] as ColumnLine))
      continue
    }
    if (region === undefined || !isTable) {
      const line = lines[at] as ColumnLine
      result.push(isText(lines, at, pageWidth) ? asText(line) : asField(line))
      at++
      continue
    }
    // Lines above the first full one may have been written already: they are the beginning of its label.
    result.splice(result.length - (at - region.first))
    append(result, written(rows))
    append(changes, [...noted(rows, source[at]?.text ?? ''), ...words])
    at = region.last
  }
  return { lines: result, changes }
}

function joinedWord({ known, before, after }: JoinedWord, line: number): Change {
  if (known)
    return done(
      'joined-word',
      line,
      l10n.t('Joined "{0}", which was broken over two lines.', after),
      {
        before,
        after,
      },
    )
  const message = l10n.t(
    'Joined "{0}" over two lines and kept the hyphen. Check whether it belongs there.',
    after,
  )
  return open('joined-word', line, message, { before, after })
}

function noted(rows: readonly TableRow[], first: string): readonly Change[] {
  const count = l10n.t('Turned {0} rows set out in columns into a table.', rows.length)
  return [
    done('table', rows[0]?.line ?? 0, count, { before: excerpt(first) }),
    ...rows.flatMap(({ line, cells, isOpen, across }) => {
      const before = excerpt(cells.filter(Boolean).join(' '))
      if (across === 'unknown')
        return [
          open(
            'table',
            line,
            l10n.t(
              'The columns of this line of a table could not be told apart. All of it is in the first.',
            ),
            { before },
          ),
        ]
      if (!isOpen) return []
      return [
        open(
          'table',
          line,
          l10n.t(
            'This line of a table may go on with the row above. It was left as a row of its own.',
          ),
          { before },
        ),
      ]
    }),
  ]
}

const isField = ({ cells: [label = ''] }: TableRow) => label.endsWith(':')

/** Are wide gaps merely those between words of a line in the middle of a paragraph? */
function isText(lines: readonly ColumnLine[], at: number, width: number): boolean {
  const { cells, source } = lines[at] as ColumnLine
  if (cells.length < 2) return false
  const isLong = (line: ColumnLine | undefined) =>
    line?.cells.length === 1 && line.source.text.trimEnd().length > width * 0.75
  if (goesOnAsText(lines, at, isLong)) return true
  return (
    width > 0 &&
    cells.length === 2 &&
    source.text.trimEnd().length > width * 0.75 &&
    beginsLower(cells[1]?.text ?? '') &&
    !endsSentence(cells[0]?.text ?? '') &&
    (isLong(lines[at - 1]) ||
      isLong(lines[at + 1]) ||
      beginsLower(lines[at + 1]?.source.text ?? ''))
  )
}

/** More gaps than two are those of a line that is stretched to the margin. */
const fewestGaps = 2

/**
 * Does the sentence of a long line go on in this one, and in each of its cells? A capital may begin a cell only where
 * there are many: "Good" beside the second line of a name is its grade.
 */
function goesOnAsText(
  lines: readonly ColumnLine[],
  at: number,
  isLong: (line: ColumnLine | undefined) => boolean,
): boolean {
  const { cells } = lines[at] as ColumnLine
  let first = at
  while (first > 0 && (lines[first - 1]?.cells.length ?? 0) > fewestGaps) first--
  const before = lines[first - 1]
  if (!isLong(before) || endsSentence(before?.source.text ?? '')) return false
  if (!beginsLower(lines[first]?.source.text ?? '')) return false
  // A mark that says nothing, such as a speck on a scanned page, is no cell.
  const isWords = (text: string) => beginsLower(text) || !/[\p{L}\p{N}]/u.test(text)
  return cells.length > fewestGaps || cells.every(({ text }) => isWords(text))
}

const asText = ({ cells, source }: ColumnLine): SourceLine => ({
  text: singleSpaced(cells.map(({ text }) => text).join(' ')),
  line: source.line,
})

/** `Age group:   All` with one space. */
function asField({ source, cells }: ColumnLine): SourceLine {
  if (cells.length !== 2 || cells[0]?.text.endsWith(':') !== true) return source
  return { text: `${cells[0].text} ${cells[1]?.text}`, line: source.line }
}

function written(rows: readonly TableRow[]): readonly SourceLine[] {
  const line = rows[0]?.line ?? 0
  const head = headOf(rows[0]?.cells ?? [], { isBold: false })
  const own = head === undefined ? rows : rows.slice(1)
  const [titles = '', dashes = '', ...others] = writtenTable(
    own.map(({ cells }) => cells),
    head,
  )
  const border = (text: string) => ({ text, line })
  return [
    border(''),
    border(titles),
    border(dashes),
    ...others.map((text, at) => ({ text, line: own[at]?.line ?? line })),
    border(''),
  ]
}
