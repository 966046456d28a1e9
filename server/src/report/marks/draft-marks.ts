/** Finds what says that a report is not published yet: `DRAFT`, `Pre-publication copy`, `Not for publication`. */

import { type TextSpan, textSpan } from '../../text/span'
import { wordsIn } from '../../text/words'
import { monthNames } from '../cover/dates'
import type { Report } from '../model'

/** Words that such a mark is made of; one of the second kind must be among them. */
const others: ReadonlySet<string> = new Set(
  `a accuracy and by check checking comment comments confidentially copy correction council date document facts factual
    final first for from in internal is issue no not of official on only page pages publication published report second strictly the this to
    unpublished until use v version watermark`.split(/\s+/),
)
const telling: ReadonlySet<string> = new Set(
  'draft drafts embargo embargoed confidential prepublication provisional restricted sensitive'.split(
    ' ',
  ),
)

/** A longer line says more than that. */
const longestMark = 80

/** Is the line a mark of a draft and nothing else: `DRAFT v3 – 12/05/2024`, `Not for publication`? */
export function isDraftMark(line: string): boolean {
  if (line.length > longestMark) return false
  const plain = line.toLowerCase().replace(/\bpre-publication\b/g, 'prepublication')
  const isBanned = /\bnot (?:yet )?(?:for publication|to be published)\b/.test(plain)
  const rest = isBanned
    ? plain.replace(/\bnot (?:yet )?(?:for publication|to be published)\b/, 'draft')
    : plain
  const words = wordsIn(rest).filter(word => !isNumber(word))
  return (
    words.some(word => telling.has(word)) &&
    words.every(word => telling.has(word) || others.has(word))
  )
}

/** `3`, `v3`, `12th`, `may`. */
function isNumber(word: string): boolean {
  return /^v?\d+(?:st|nd|rd|th)?$/.test(word) || months.has(word)
}

const months: ReadonlySet<string> = new Set(
  monthNames.flatMap(name => [name.toLowerCase(), name.slice(0, 3).toLowerCase()]),
)

/** The line `Status: draft` of the report, and every line of its text that is such a mark, each wording once. */
export function draftMarksIn({ text, lines, cover, status }: Report): readonly TextSpan[] {
  const found: TextSpan[] = []
  const known = new Set<string>()
  if (status === 'draft')
    for (const { id, label, value } of cover.fields)
      if (id === 'status') found.push(textSpan(text, label.start, value.end))
  for (let line = 0; line < lines.count; line++) {
    const [start, end] = [lines.start(line), lines.end(line)]
    if (end - start > longestMark || end === start) continue
    const words = text.slice(start, end)
    const key = words.replace(/[^a-z]+/gi, '').toLowerCase()
    if (key.startsWith('status') || known.has(key) || !isDraftMark(words)) continue
    known.add(key)
    const from = start + (words.length - words.trimStart().length)
    found.push(textSpan(text, from, from + words.trim().length))
  }
  return found.sort((one, other) => one.start - other.start)
}
