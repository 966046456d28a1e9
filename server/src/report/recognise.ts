/** Which type of report a text is, if any. */

import type { Span, TextSpan } from '../text/span'
import { textSpan } from '../text/span'
import type { ReportType } from '../types/report-type'

/** How much of a text, in UTF-16 units, is looked at for its title and cover. */
const head = 8000

export interface Recognised {
  readonly type: ReportType
  /** The words that name the kind of report; the first line with text where no title is there. */
  readonly title: TextSpan
}

/** The type the text is a report of; undefined for any other text, which costs next to nothing. */
export function recognise(text: string, types: readonly ReportType[]): Recognised | undefined {
  const start = text.slice(0, head)
  const named = /^\uFEFF?---\r?\n(?:.*\r?\n)*?report:[ \t]*["']?([\w-]+)/.exec(start)?.[1]
  for (const type of types) {
    const title = findTitle(start, type)
    if (
      named === type.id ||
      (title !== undefined && isReport(text, title, type)) ||
      hasSkeleton(text, type)
    )
      return {
        type,
        title: title === undefined ? firstLine(text) : textSpan(text, title.start, title.end),
      }
  }
  return undefined
}

/** The title of a text that is read as this type whatever it looks like. */
export function titleOf(text: string, type: ReportType): TextSpan {
  const title = findTitle(text.slice(0, head), type)
  return title === undefined ? firstLine(text) : textSpan(text, title.start, title.end)
}

/** The title at the start of a line, also wrapped over lines. */
function findTitle(start: string, type: ReportType): Span | undefined {
  const match = patternsOf(type).title.exec(start)
  if (match === null) return undefined
  const title = match[1] as string
  const at = match.index + match[0].length - title.length
  return { start: at, end: at + title.length }
}

/** A title makes a report only with a cover field or a part of the type beside it. */
function isReport(text: string, title: Span, type: ReportType): boolean {
  const after = text.slice(title.end, title.end + head)
  return (
    patternsOf(type).field.test(after) ||
    type.sections.some(section => section.depth === 0 && hasLine(text, section.title))
  )
}

/** Without its title a text is a report only if all its parts and its summary table stand there. */
function hasSkeleton(text: string, type: ReportType): boolean {
  const parts = type.sections.filter(
    section => section.kind === 'summary' || (section.depth === 0 && section.kind === 'group'),
  )
  return parts.length >= 3 && parts.every(section => hasLine(text, section.title))
}

/** Does a line of the text consist of the title, marks and a colon aside? */
function hasLine(text: string, title: string): boolean {
  for (let at = text.indexOf(title); at !== -1; at = text.indexOf(title, at + 1)) {
    const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
    const end = text.indexOf('\n', at)
    const after = text.slice(at + title.length, end === -1 ? text.length : end)
    if (/^[\s#*_\uFEFF]*$/.test(before) && /^[\s:*_]*$/.test(after)) return true
  }
  return false
}

function firstLine(text: string): TextSpan {
  const match = /\S[^\r\n]*/.exec(text)
  if (match === null) return textSpan(text, 0, 0)
  return textSpan(text, match.index, match.index + match[0].trimEnd().length)
}

interface Patterns {
  /** The title alone on its line, or with the authority's name behind it; in group 1. */
  readonly title: RegExp
  /** A line that begins with a field's label and goes on like a field. */
  readonly field: RegExp
}

const patterns = new WeakMap<ReportType, Patterns>()

function patternsOf(type: ReportType): Patterns {
  const there = patterns.get(type)
  if (there !== undefined) return there
  const titles = type.titles.map(title => title.split(' ').map(escaped).join('\\s+'))
  const labels = type.fields.flatMap(field => field.labels.map(escaped))
  const made = {
    title: new RegExp(
      `(?:^|[\\r\\n\\uFEFF])[ \\t\\f#*_]*(${titles.join('|')})` +
        '(?=[ \\t*_#]*(?:$|[\\r\\n])|[ \\t]+\\p{Lu}[^.:;–\\r\\n]{0,60}(?:$|[\\r\\n]))',
      'iu',
    ),
    field: new RegExp(
      `(?:^|[\\r\\n])[ \\t\\f*_|-]*(?:${labels.join('|')})[ \\t*_|]*(?::|[\\p{Lu}\\d[])`,
      'u',
    ),
  }
  patterns.set(type, made)
  return made
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
