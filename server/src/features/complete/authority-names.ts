/** Names that a report seems to give its authority: in the type's sentences, and before "Council". */

import type { Report } from '../../report/model'
import { isLetter, isUpperLetter } from '../../text/letters'
import { escaped } from '../../text/pattern'
import { isWhiteSpace, runEnd, runStart } from '../../text/runs'
import { singleSpaced } from '../../text/spaces'

/** The names as they are found, each as often as it appears; none is longer than 60 characters. */
export function authorityNames(report: Report): readonly string[] {
  return [...namesInSentences(report), ...councilNames(report.text)]
    .map(singleSpaced)
    .filter(name => name.length <= 60)
}

// --- In the type's sentences ------------------------------------------------------------------

/** Words that may be between the capitalised ones of a name. */
const small: ReadonlySet<string> = new Set(['and', 'upon', 'on', 'of', 'the'])
const mostWords = 5

/** The names found between the few words on either side of `{authority}` in the opening sentences. */
function* namesInSentences({ text, type }: Report): Iterable<string> {
  const around = type.sections.flatMap(({ opening }) => {
    const [before, after] = opening?.split('{authority}') ?? []
    if (before === undefined || after === undefined) return []
    const lead = before.trim().split(' ').slice(-3).join(' ')
    return [`${lead}\n${/^[,.]|^ [\p{L}]+/u.exec(after)?.[0] ?? ''}`]
  })
  for (const words of new Set(around)) {
    const [lead = '', tail = ''] = words.split('\n').map(spaced)
    const isTail = new RegExp(tail, 'uy')
    for (const { index, 0: found } of text.matchAll(new RegExp(`${lead}\\s+`, 'gu'))) {
      const name = nameAt(text, index + found.length, end => {
        isTail.lastIndex = end
        return isTail.test(text)
      })
      if (name !== undefined) yield name
    }
  }
}

function spaced(words: string): string {
  return escaped(words).replace(/ /g, '\\s+')
}

/** The longest name that begins at `start` and ends where `isEnd` says yes. */
function nameAt(text: string, start: number, isEnd: (end: number) => boolean): string | undefined {
  const ends: number[] = []
  let end = wordEnd(text, start)
  while (end !== undefined && ends.push(end) < mostWords) {
    const next = runEnd(text, isWhiteSpace, end)
    const afterNext = runEnd(text, isLetter, next)
    const isSmall = small.has(text.slice(next, afterNext))
    end =
      next === end
        ? undefined
        : wordEnd(text, isSmall ? runEnd(text, isWhiteSpace, afterNext) : next)
  }
  const last = ends.findLast(isEnd)
  return last === undefined ? undefined : text.slice(start, last)
}

/** The end of the capitalised word that begins at `start`; undefined where none does. */
function wordEnd(text: string, start: number): number | undefined {
  const end = runEnd(text, isNamePart, start)
  return end > start + 1 && isUpperLetter(text.charCodeAt(start)) ? end : undefined
}

function isNamePart(code: number): boolean {
  return isLetter(code) || code === 39 || code === 0x2019 || code === 45
}

// --- Before "Council" -------------------------------------------------------------------------

const kindsOfCouncil = ['Metropolitan Borough', 'County', 'City', 'Borough', 'District']
const joining: ReadonlySet<string> = new Set(['and', 'upon', 'on'])
const mostCouncilWords = 3
/** No name is longer, the kind of council included. */
const reach = 160

/** "Westmarch" of "Westmarch County Council", "Westmarch City Council". */
function* councilNames(text: string): Iterable<string> {
  for (const { index: end } of text.matchAll(/ Council\b/g)) {
    const before = text.slice(Math.max(0, end - reach), end)
    const kind = kindsOfCouncil.find(each => before.endsWith(` ${each}`))
    const name =
      (kind && nameAtEnd(before.slice(0, before.length - kind.length - 1))) ?? nameAtEnd(before)
    if (name !== undefined) yield name
  }
}

/** The name of up to three capitalised words, separated by single spaces, with which the text ends. */
function nameAtEnd(before: string): string | undefined {
  const words = before.split(' ')
  let first = words.length
  let name: string | undefined
  for (let count = 0; count < mostCouncilWords; count++) {
    const at = first - (name !== undefined && joining.has(words[first - 1] ?? '') ? 2 : 1)
    const word = words[at] ?? ''
    const part = capitalisedEnd(word)
    if (part === undefined) break
    name = [part, ...words.slice(at + 1)].join(' ')
    first = at
    if (part !== word) break
  }
  return name
}

/** "Westmarch" of "(Westmarch": the word from its first capital to its end. */
function capitalisedEnd(word: string): string | undefined {
  const run = word.slice(runStart(word, isNamePart))
  const capital = run.search(/\p{Lu}/u)
  return capital === -1 || capital === run.length - 1 ? undefined : run.slice(capital)
}
