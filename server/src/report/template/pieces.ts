/** What templates are made of: text and places to fill in, and how they become a text and a snippet. */

import { snippetChoice, snippetText } from '../../text/escape'
import type { Form } from './form'
import { typographic } from './typographic'

/** The same text twice: as it is with nothing filled in, and as a snippet with tab stops. */
export interface Template {
  /** Line ends are those of the form; the last line has none. */
  readonly plain: string
  /** Line ends are `\n`; the last line has none. */
  readonly snippet: string
}

/** A place to be filled in. */
export interface Stop {
  readonly text: string
  readonly choices?: readonly string[]
  /** Does it follow "are"? */
  readonly isPlural?: true
  /** An empty cell of the table, with the bar after it: filled in last, when the judgements are made. */
  readonly isCell?: true
}

/** The name of the authority: a single place however often it occurs, so that it is typed only once. */
export const authorityStop: Stop = { text: '[authority]' }

/** The place where the cursor ends up. */
export const end: Stop = { text: '' }

export type Piece = string | Stop

/** The parts with `gap` between them; empty ones are left out. */
export function joined(parts: readonly Piece[][], gap: string): Piece[] {
  return parts
    .filter(part => part.length > 0)
    .flatMap((part, at) => (at === 0 ? part : [gap, ...part]))
}

export function rendered(written: readonly Piece[], form: Form): Template {
  const pieces = form.isTypographic ? published(written) : written
  const plain = pieces.map(plainText).join('')
  const numbers = numbersOf(pieces)
  let isEnded = false
  const snippet = pieces.map(piece => {
    if (typeof piece === 'string') return snippetText(piece)
    if (piece === end) {
      const mark = isEnded ? '' : '$0'
      isEnded = true
      return mark
    }
    const number = numbers.get(piece) ?? 0
    const { text, choices = [], isCell } = piece
    if (isCell) return ` \${${number}:} |`
    if (choices.length === 0) return `\${${number}:${snippetText(text)}}`
    // The first choice is what is there until the user picks one, so it must claim nothing.
    const all = choices.includes(text) ? choices : [text, ...choices]
    return `\${${number}|${all.map(snippetChoice).join(',')}|}`
  })
  return {
    plain: form.newline === '\n' ? plain : plain.replace(/\n/g, form.newline),
    snippet: snippet.join(''),
  }
}

/** The pieces with the signs of published texts; a place that occurs several times stays one place. */
export function published(pieces: readonly Piece[]): readonly Piece[] {
  const made = new Map<Stop, Stop>([[end, end]])
  return pieces.map(piece => {
    if (typeof piece === 'string') return typographic(piece)
    const stop = made.get(piece) ?? {
      ...piece,
      text: typographic(piece.text),
      ...(piece.choices !== undefined && { choices: piece.choices.map(typographic) }),
    }
    made.set(piece, stop)
    return stop
  })
}

function plainText(piece: Piece): string {
  if (typeof piece === 'string') return piece
  return piece.isCell ? ' |' : piece.text
}

/** In the order of the text, with the table's cells last. */
function numbersOf(pieces: readonly Piece[]): ReadonlyMap<Stop, number> {
  const stops = new Set(pieces.filter(piece => typeof piece !== 'string' && piece !== end))
  const inOrder = [...stops] as Stop[]
  const ordered = [
    ...inOrder.filter(({ isCell }) => !isCell),
    ...inOrder.filter(({ isCell }) => isCell),
  ]
  return new Map(ordered.map((stop, index) => [stop, index + 1]))
}
