/** The words that a change is about, before and after it, for somebody who decides whether to make it. */

import { quoteOf } from '../../features/wording/quote'
import type { Report } from '../../report/model'
import type { TextEdit } from '../../text/edits'
import { singleSpaced } from '../../text/spaces'
import { isSpace } from '../../text/span'
import { hunkOf } from './hunks'

/** `{ before: 'Capacity for imprvoement', after: 'Capacity for improvement' }`; each with a few of the words around it. */
export interface ChangedWords {
  readonly before: string
  readonly after: string
}

/** Undefined for an edit that changes nothing. */
export function changedWords(report: Report, edit: TextEdit): ChangedWords | undefined {
  const { text } = report
  const hunk = hunkOf(text, edit)
  if (hunk === undefined) return undefined
  const { span, newText } = besideWord(text, hunk)
  const old = text.slice(span.start, span.end)
  const quote = quoteOf(report, span)
  const [before, after] =
    quote === undefined ? ['', ''] : [lastWords(quote.before), firstWords(quote.after)]
  const words = (wrong: string) => singleSpaced(before + wrong + after).trim()
  return { before: words(old), after: words(newText) }
}

/** So many words on either side are shown with those that change. */
const most = 3

function lastWords(text: string): string {
  const words = text.split(' ')
  const isCut = words.filter(each => each !== '' && each !== '…').length > most + 1
  // The text may end in a space, after which there is an empty word.
  return isCut ? `… ${words.slice(words.at(-1) === '' ? -most - 1 : -most).join(' ')}` : text
}

function firstWords(text: string): string {
  const words = text.split(' ')
  const isCut = words.filter(each => each !== '' && each !== '…').length > most + 1
  return isCut ? `${words.slice(0, words[0] === '' ? most + 1 : most).join(' ')} …` : text
}

/** What is only put in is shown with the word before it, or else with the one after it. */
function besideWord(text: string, { span: { start, end }, newText }: TextEdit): TextEdit {
  if (start !== end) return { span: { start, end }, newText }
  let first = start
  const isLine = (at: number) => at >= 0 && at < text.length && text[at] !== '\n'
  const isBlank = (at: number) => isSpace(text.charCodeAt(at))
  while (isLine(first - 1) && isBlank(first - 1)) first--
  while (isLine(first - 1) && !isBlank(first - 1)) first--
  let last = end
  if (first === start) {
    while (isLine(last) && isBlank(last)) last++
    while (isLine(last) && !isBlank(last)) last++
  }
  return {
    span: { start: first, end: last },
    newText: text.slice(first, start) + newText + text.slice(end, last),
  }
}
