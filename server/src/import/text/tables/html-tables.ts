/** Tables that a text holds as HTML, as programs write those that Markdown cannot hold, made into rows. */

import * as l10n from '@vscode/l10n'
import { type Change, done, excerpt, type SourceLine, type Step } from '../change'
import { htmlToText } from '../html/html'

/** A longer stretch is no table of a report. */
const mostLines = 2000

/** The lines with a row on each in place of each table that is closed and can be read. */
export function withoutHtmlTables(source: readonly SourceLine[]): Step {
  if (!source.some(({ text }) => beginsTable(text))) return { lines: source, changes: [] }
  const lines: SourceLine[] = []
  const changes: Change[] = []
  for (let at = 0; at < source.length; ) {
    const own = source[at] as SourceLine
    const last = beginsTable(own.text) ? endOfTable(source, at) : undefined
    const text = last === undefined ? undefined : rowsIn(source.slice(at, last))
    if (last === undefined || text === undefined) {
      lines.push(own)
      at++
      continue
    }
    for (const each of ['', ...text.trim().split('\n'), ''])
      lines.push({ text: each, line: own.line })
    const before = excerpt(own.text)
    changes.push(
      done('table', own.line, l10n.t('Wrote a table in HTML with a row on each line.'), { before }),
    )
    at = last
  }
  return { lines, changes }
}

const rowsIn = (lines: readonly SourceLine[]) =>
  htmlToText(lines.map(({ text }) => text).join('\n'))

const beginsTable = (text: string) => /^[ \t]*<table[\s>]/i.test(text)

/** The line after the end of the table, where nothing but that end is on its last line. */
function endOfTable(source: readonly SourceLine[], from: number): number | undefined {
  const most = Math.min(source.length, from + mostLines)
  for (let at = from; at < most; at++) {
    const { text } = source[at] as SourceLine
    if (at > from && beginsTable(text)) return undefined
    if (/<\/table>/i.test(text)) return /<\/table>[ \t]*$/i.test(text) ? at + 1 : undefined
  }
  return undefined
}
