/** What Enter, Tab and Backspace ask for beyond what VS Code writes, worked out from the text alone. */

import { lineBeginning } from '../../../server/src/text/line-beginning'
import { isItem, type Lines, nextLine } from './next-line'
import type { TextChange } from './text-change'

/** The line end, indent and list mark that the language configuration lets VS Code write; undefined for any other text. */
function newLine(
  text: string,
): { readonly lineEnd: string; readonly indent: string; readonly mark: string } | undefined {
  const lineEnd = text.startsWith('\r\n') ? '\r\n' : text.startsWith('\n') ? '\n' : undefined
  if (lineEnd === undefined) return undefined
  const line = text.slice(lineEnd.length)
  const { from, bullet } = lineBeginning(line)
  const isMark = bullet !== undefined && bullet.end < bullet.next && bullet.next === line.length
  if (from < line.length && !isMark) return undefined
  return { lineEnd, indent: line.slice(0, from), mark: line.slice(from) }
}

/**
 * What Enter asks for: `change` is what VS Code has made of it in `before`, at the cursor. Empty where that is all.
 * Each change applies to the text as the changes before it leave it.
 */
export function afterEnter(
  before: string,
  { start, end, text }: TextChange,
): readonly TextChange[] {
  const made = newLine(text)
  if (made === undefined || start !== end) return []
  const { lineEnd, indent, mark } = made
  const line = lineAt(before, start)
  const rest = before.slice(start, line.end)
  if (rest.trim() !== '') return []
  const next = nextLine(linesOf(before), line.number, start - line.start)
  const written = { start: start + lineEnd.length, end: start + text.length + rest.length }
  if (next === undefined) {
    // VS Code knows neither what the next line is nor where the front matter ends.
    const isOurs = mark !== '' && isItem(before.slice(line.start, start))
    return isOurs ? [{ ...written, text: indent }] : []
  }
  const from = line.start + next.from
  if (next.text === '') return [{ ...written, start: from, text: '' }]
  const wanted = next.text.replaceAll('\n', lineEnd).slice(lineEnd.length)
  const isWritten = wanted === text.slice(lineEnd.length) + rest
  return [
    ...(isWritten ? [] : [{ ...written, text: wanted }]),
    ...(from < start ? [{ start: from, end: start, text: '' }] : []),
  ]
}

/**
 * What VS Code would make of the key that has made `change` in `text`, if the text were `wanted` already, with the
 * cursor at `place`: a new line begins as the one before it does, which may not be in its final form yet.
 */
export function inWanted(
  { start, end, text }: TextChange,
  written: string,
  wanted: string,
  place: number,
): string {
  const made = newLine(text)
  if (made === undefined || start !== end) return text
  const { lineEnd, indent, mark } = made
  const now = written.slice(lineAt(written, start).start, start)
  const then = wanted.slice(lineAt(wanted, place).start, place)
  if (now === then || indent !== spaceOf(now)) return text
  return lineEnd + spaceOf(then) + (isItem(now) && !isItem(then) ? '' : mark)
}

function spaceOf(line: string): string {
  return line.slice(0, line.length - line.trimStart().length)
}

/** What Backspace asks for where it took the white space after a number that has no text: the number goes too. */
export function afterBackspace(
  before: string,
  { start, end, text }: TextChange,
): readonly TextChange[] {
  if (text !== '' || !/^[ \t]$/.test(before.slice(start, end))) return []
  const line = lineAt(before, end)
  const next = nextLine(linesOf(before), line.number, end - line.start)
  if (next?.isNumbered !== true || next.text !== '') return []
  return [{ start: line.start, end: line.end - 1, text: '' }]
}

export interface Indent {
  /** Spaces, or tabs? */
  readonly insertSpaces: boolean
  readonly tabSize: number
}

/**
 * What Tab (`in`) and Shift+Tab (`out`) do where they lead nowhere: they nest the list items at `start` to `end`,
 * and elsewhere do what they do in any other text.
 */
export function forTab(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  direction: 'in' | 'out',
  indent: Indent,
): readonly TextChange[] {
  const first = lineAt(text, start)
  const isOneLine = end <= first.end
  const isNested = isItem(text.slice(first.start, first.end)) || !isOneLine
  if (direction === 'in' && !isNested) {
    const column = columnOf(text.slice(first.start, start), indent)
    return [{ start, end, text: indentation(column, nextStop(column, indent), indent) }]
  }
  return linesBetween(text, start, end).flatMap(line => {
    const words = text.slice(line.start, line.end)
    if (words.trim() === '' && direction === 'in') return []
    const space = spaceOf(words)
    const from = columnOf(space, indent)
    const to = direction === 'in' ? nextStop(from, indent) : stopBefore(from, indent)
    if (from === to) return []
    const end = line.start + space.length
    return [{ start: line.start, end, text: indentation(0, to, indent) }]
  })
}

/**
 * Where a key belongs that was pressed at a place of an earlier text: before what was typed there since. Undefined if
 * the text has changed before it.
 */
export function stillAt(
  before: string,
  place: { readonly start: number; readonly end: number },
  now: string,
): { readonly start: number; readonly end: number } | undefined {
  if (now === before) return place
  const { start } = place
  return now.startsWith(before.slice(0, start)) ? { start, end: start } : undefined
}

/** The lines of a selection, last to first; a selection that ends where a line begins does not include that line. */
function linesBetween(text: string, start: number, end: number) {
  const first = lineAt(text, start)
  const lines = [first]
  for (let line = first; line.end < end; ) {
    line = lineAt(text, text.indexOf('\n', line.end) + 1)
    if (line.start < end) lines.unshift(line)
  }
  return lines
}

/** The line of the offset, without its line end. */
export function lineAt(text: string, offset: number) {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const at = text.indexOf('\n', offset)
  const lineEnd = at === -1 ? text.length : at
  const end = text[lineEnd - 1] === '\r' && lineEnd > start && at !== -1 ? lineEnd - 1 : lineEnd
  return {
    start,
    end,
    get number() {
      let count = 0
      for (let next = text.indexOf('\n'); next !== -1 && next < start; count++)
        next = text.indexOf('\n', next + 1)
      return count
    },
  }
}

function linesOf(text: string): Lines {
  const lines = text.split(/\r?\n/)
  return { lineCount: lines.length, lineAt: line => ({ text: lines[line] ?? '' }) }
}

function columnOf(text: string, { tabSize }: Indent): number {
  let column = 0
  for (const character of text)
    column = character === '\t' ? column + tabSize - (column % tabSize) : column + 1
  return column
}

function nextStop(column: number, { tabSize }: Indent): number {
  return column + tabSize - (column % tabSize)
}

function stopBefore(column: number, { tabSize }: Indent): number {
  return Math.max(0, Math.ceil(column / tabSize) - 1) * tabSize
}

function indentation(from: number, to: number, { insertSpaces, tabSize }: Indent): string {
  if (insertSpaces) return ' '.repeat(to - from)
  const tabs = Math.floor(to / tabSize) - Math.floor(from / tabSize)
  return tabs === 0 ? ' '.repeat(to - from) : '\t'.repeat(tabs) + ' '.repeat(to % tabSize)
}
