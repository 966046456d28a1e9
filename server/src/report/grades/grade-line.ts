/** The form of grade line that belongs to a type, made from its template: `Rating: {word}`. */

import { escaped, spaced } from '../../text/pattern'
import { isWhiteSpace, withoutRunAtEnd } from '../../text/runs'
import { singleSpaced } from '../../text/spaces'
import type { Scale } from '../../types/report-type'

/** What a line in the type's own form says. */
export interface TemplateMatch {
  /** Offset in the line and text of what is in the word's place; undefined where the template has none. */
  readonly word: readonly [number, string] | undefined
  readonly number: readonly [number, string] | undefined
}

interface Template {
  /** Character codes, in lower case, with which such a line begins. */
  readonly starts: ReadonlySet<number>
  readonly pattern: RegExp
  /** Does the form itself end in a full stop? Any other may have one. */
  readonly hasStop: boolean
  /** The text before the word ends in a mark, so any short word after it is meant as a grade. */
  readonly isMarked: boolean
}

/** May a line that begins with the character be in the type's own form? That settles it for most lines. */
export function beginsTemplate(code: number, scale: Scale): boolean {
  const small = code >= 65 && code <= 90 ? code + 32 : code
  return templateOf(scale)?.starts.has(small) === true
}

/** Reads a line, without the emphasis marks around it, in the type's own form; undefined for any other line. */
export function matchTemplate(line: string, scale: Scale): TemplateMatch | undefined {
  const template = templateOf(scale)
  if (template === undefined || !beginsTemplate(line.charCodeAt(0), scale)) return undefined
  const match = template.pattern.exec(template.hasStop ? line : withoutStop(line))
  if (match === null) return undefined
  const place = (name: string): readonly [number, string] | undefined => {
    const at = match.indices?.groups?.[name]
    return at && [at[0], line.slice(at[0], at[1])]
  }
  const word = place('word')
  const said = word && singleSpaced(word[1].toLowerCase())
  if (said !== undefined && !scale.byWord.has(said)) {
    const isOpen = template.isMarked && said.length <= 40 && said.split(' ').length <= 6
    if (!isOpen && !/^\[[^\]]*\]$/.test(said)) return undefined
  }
  return { word, number: place('number') }
}

/** The line without its full stop and the white space before it. */
function withoutStop(line: string): string {
  return withoutRunAtEnd(line.endsWith('.') ? line.slice(0, -1) : line, isWhiteSpace)
}

const templates = new WeakMap<Scale, Template | null>()

function templateOf(scale: Scale): Template | undefined {
  const known = templates.get(scale)
  if (known !== undefined) return known ?? undefined
  const made = makeTemplate(scale)
  templates.set(scale, made ?? null)
  return made
}

/**
 * What takes the place of a word: before white space, and before anything else. Each can match in one way
 * only.
 */
const anyWords = '\\S+(?:\\s+\\S+)*?'
const anyText = '\\S.*?'

/** None for `Grade …`, which is read in all its forms anyway, or for a bare word. */
function makeTemplate(scale: Scale): Template | undefined {
  const { line } = scale
  if (/^Grade\b/i.test(line) || /^\s*\{\w+\}\s*$/.test(line)) return undefined
  const words = [...scale.byWord.keys()].sort((a, b) => b.length - a.length)
  const isWordFirst = line.trimStart().startsWith('{word}')
  const before = line.slice(0, Math.max(0, line.indexOf('{word}')))
  const met = new Set<string>()
  const parts = line
    .trim()
    .split(/(\{word\}|\{number\})/)
    .map((part, at, all) => {
      const anything = /^\s/.test(all[at + 1] ?? '') ? anyWords : anyText
      // A second place for the same thing adds nothing.
      if (part.startsWith('{') && met.has(part)) return anything
      met.add(part)
      if (part === '{number}') return '(?<number>\\d{1,2}|\\[[^\\]]*\\])'
      if (part !== '{word}') return part.split(/\s+/).map(escaped).join('\\s+')
      return isWordFirst
        ? `(?<word>${words.map(spaced).join('|')}|\\[[^\\]]*\\])`
        : `(?<word>${anything})`
    })
  const starts = isWordFirst
    ? [...words.map(word => word.charCodeAt(0)), 91]
    : line.trim().startsWith('{number}')
      ? [91, ...Array.from('0123456789', digit => digit.charCodeAt(0))]
      : [line.trim().toLowerCase().charCodeAt(0)]
  return {
    starts: new Set(starts),
    pattern: new RegExp(`^${parts.join('')}$`, 'di'),
    hasStop: line.trimEnd().endsWith('.'),
    isMarked: !isWordFirst && /[:(–—-]\s*$/.test(before),
  }
}
