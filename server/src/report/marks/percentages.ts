/** Reads percentages that are written beside the two numbers that they are of: "18 of 58 (31%)". */

import type { Flow } from '../../text/flow'
import type { Span } from '../../text/span'

/** A percentage in brackets after its two numbers, or before them where they are in brackets. */
export interface StatedPercentage {
  /** The two numbers and what is between them: `18 out of 58`. */
  readonly numbers: Span
  readonly part: number
  readonly whole: number
  /** The figure without its sign: `31`. */
  readonly figure: Span
  readonly percent: number
  /** How many digits it has after its point. */
  readonly decimals: number
}

/**
 * Those of the running text, in its order: "16 of 57 (28.1%)", "14 out of the 24 children (58 per cent)", "31% (18 out
 * of 58)". Only what has nothing else between the numbers and the figure is one. Linear: a few words are looked at
 * around each sign.
 */
export function statedPercentages(flow: Flow): readonly StatedPercentage[] {
  const { text } = flow
  const found: StatedPercentage[] = []
  for (const sign of signs)
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + sign.length)) {
      const figure = figureBefore(text, at)
      const numbers = figure && numbersOf(text, figure, at + sign.length)
      if (figure === undefined || numbers === undefined) continue
      const { start, end } = flow.placeOfSpan(figure)
      const written = text.slice(figure.start, figure.end)
      found.push({
        part: numbers.part,
        whole: numbers.whole,
        numbers: flow.placeOfSpan(numbers),
        figure: { start, end },
        percent: Number(written),
        decimals: written.includes('.') ? written.length - written.indexOf('.') - 1 : 0,
      })
    }
  return found.sort((a, b) => a.figure.start - b.figure.start)
}

/** The percentage that the two numbers give, written with as many decimals, where the one that is written is not it. */
export function rightPercentage({
  part,
  whole,
  percent,
  decimals,
}: StatedPercentage): string | undefined {
  const exact = (100 * part) / whole
  return Math.abs(exact - percent) <= mostRounding ? undefined : exact.toFixed(decimals)
}

/** In percentage points: what rounding may do, with a little for the fractions that a computer cannot hold. */
const mostRounding = 0.500_001

const signs = ['%', ' per cent'] as const

/** In UTF-16 units: as far as the words on either side of a figure are looked at. */
const mostAround = 120

/** Between the numbers and the figure. */
const mostWordsBetween = 8

/** `28.1` of `28.1%` or `28.1 %`. */
function figureBefore(text: string, sign: number): Span | undefined {
  const before = text.slice(Math.max(0, sign - 8), sign)
  const figure = /(?<![\d.,–-])\d{1,3}(?:\.\d{1,2})?(?= ?$)/.exec(before)
  if (figure === null) return undefined
  const start = sign - before.length + figure.index
  return { start, end: start + figure[0].length }
}

interface TwoNumbers extends Span {
  readonly part: number
  readonly whole: number
}

function numbersOf(text: string, figure: Span, signEnd: number): TwoNumbers | undefined {
  const open = /\((?:or )?$/.exec(text.slice(Math.max(0, figure.start - 4), figure.start))
  if (open !== null)
    return text[signEnd] === ')' ? numbersBefore(text, figure.start - open[0].length) : undefined
  return numbersInBrackets(text, signEnd)
}

/** The numbers that are the last thing but a few words before the place. */
function numbersBefore(text: string, end: number): TwoNumbers | undefined {
  const words = wordsIn(text, Math.max(0, end - mostAround), end)
  for (let at = words.length - 1; at >= 0; at--) {
    const numbers = numbersAt(words, at)
    if (numbers !== undefined) {
      const between = words.slice(numbers.next)
      return between.length <= mostWordsBetween && between.every(goesOn) ? numbers : undefined
    }
  }
  return undefined
}

/** The numbers in brackets that nothing but a few words is before: "31% of them (18 out of 58)". */
function numbersInBrackets(text: string, start: number): TwoNumbers | undefined {
  const open = text.indexOf('(', start)
  if (open === -1 || open - start > mostAround) return undefined
  const close = text.indexOf(')', open)
  if (close === -1 || close - open > mostAround) return undefined
  const between = wordsIn(text, start, open)
  if (between.length > mostWordsBetween || !between.every(goesOn)) return undefined
  const words = wordsIn(text, open + 1, close)
  const of = words.findIndex(({ text }) => text === 'of')
  const numbers = of === -1 ? undefined : numbersAt(words, of)
  return numbers?.next === words.length && numbers.first === 0 ? numbers : undefined
}

/** The numbers around this "of"; `first` and `next` are the places of their words. */
function numbersAt(
  words: readonly Word[],
  of: number,
): (TwoNumbers & { readonly first: number; readonly next: number }) | undefined {
  if (words[of]?.text !== 'of') return undefined
  const first = words[of - 1]?.text === 'out' ? of - 2 : of - 1
  let last = of + 1
  while (last < of + 3 && determiners.has(words[last]?.text ?? '')) last++
  const [one, other] = [words[first], words[last]]
  const part = one && numberIn(one.text)
  const whole = other && numberIn(other.text)
  if (one === undefined || other === undefined) return undefined
  if (part === undefined || whole === undefined || whole === 0 || part > whole) return undefined
  if (/^(?:19|20)\d\d$/.test(other.text)) return undefined
  return { start: one.start, end: other.end, part, whole, first, next: last + 1 }
}

interface Word extends Span {
  readonly text: string
}

function wordsIn(text: string, start: number, end: number): readonly Word[] {
  return [...text.slice(start, end).matchAll(/[^ \n]+/g)].map(({ index, 0: word }) => ({
    text: word,
    start: start + index,
    end: start + index + word.length,
  }))
}

const determiners: ReadonlySet<string> = new Set(['the', 'these', 'those', 'its', 'their', 'all'])

/** Before these words the clause ends, or something is compared. */
const joining: ReadonlySet<string> = new Set(
  'than but while whereas against compared from unlike although though or'.split(' '),
)

/** Not the end of a clause, and no other number but a year. */
function goesOn({ text }: Word): boolean {
  if (joining.has(text)) return false
  return (
    !/[.,;:!?()]$/.test(text) &&
    (/^(?:19|20)\d\d$/.test(text) || numberIn(text) === undefined) &&
    !/\d\D|%/.test(text)
  )
}

/** `1,234` and `twelve`; undefined for what is no whole number. */
function numberIn(word: string): number | undefined {
  if (/^\d{1,3}(?:,\d{3})+$|^\d{1,6}$/.test(word)) return Number(word.replaceAll(',', ''))
  const value = numberNames.indexOf(word.toLowerCase())
  return value === -1 ? undefined : value
}

const numberNames = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ')
