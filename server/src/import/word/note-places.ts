/** Where notes go in a paragraph: after the word that they are in, apart from what is around them. */

import { isDigit, isLetter } from '../../text/letters'
import { isWhiteSpace, runEnd } from '../../text/runs'
import type { Stretch } from './emphasis'

/** The stretches with each note after its word, and with a space between it and the words beside it. */
export function withNotesApart(stretches: readonly Stretch[]): readonly Stretch[] {
  if (!stretches.some(({ isNote }) => isNote)) return stretches
  const result: Stretch[] = []
  let last = Number.NaN
  /** Notes that wait for the end of their word. */
  let waiting: Stretch[] = []
  const add = (stretch: Stretch): void => {
    if (stretch.text === '') return
    result.push(stretch)
    if (stretch.isMark !== true) last = stretch.text.charCodeAt(stretch.text.length - 1)
  }
  const addNotes = (next: number): void => {
    for (const [at, note] of waiting.entries()) {
      const isFirst = result.length === 0 || (isWhiteSpace(last) && !result.at(-1)?.isMark)
      const isLast = at === waiting.length - 1
      const isClose = isLast && (isInWord(next) || isOpening(next))
      result.push({ ...note, text: `${isFirst ? '' : ' '}${note.text}${isClose ? ' ' : ''}` })
    }
    waiting = []
  }
  for (const stretch of stretches) {
    if (stretch.isNote === true) {
      waiting.push(stretch)
      continue
    }
    const { text } = stretch
    if (waiting.length === 0 || stretch.isMark === true || text === '') {
      add(stretch)
      continue
    }
    const end = isInWord(last) ? runEnd(text, isInWord) : 0
    add({ ...stretch, text: text.slice(0, end) })
    if (end === text.length) continue
    addNotes(text.charCodeAt(end))
    add({ ...stretch, text: text.slice(end) })
  }
  addNotes(Number.NaN)
  return result
}

const isInWord = (code: number) => isDigit(code) || isLetter(code)

const isOpening = (code: number) => '(‘“'.includes(String.fromCharCode(code))
