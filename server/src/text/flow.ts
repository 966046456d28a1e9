/**
 * Running text: stretches of a draft as they are read, with the lines of each paragraph joined, and the way back.
 *
 * Whoever reads sentences reads them here, so that a sentence goes on over the end of a line or page, around a
 * note and through emphasis, and a place in it leads back to the draft.
 */

import { emphasisMarks } from './emphasis'
import { firstAbove } from './inside'
import { isLetter, isLowerLetter } from './letters'
import { isWhiteSpace, runEnd, runStart } from './runs'
import { isSpace, type Span, type TextSpan, textSpan } from './span'

/** A text put together from stretches of another one, the draft. */
export class Flow {
  /**
   * `starts` and `ends` are where each stretch is in `text`, `places` where it begins in the draft; all three
   * rise.
   */
  constructor(
    readonly text: string,
    private readonly starts: readonly number[],
    private readonly ends: readonly number[],
    private readonly places: readonly number[],
  ) {}

  /** Where the character at `at` is in the draft; for one between two stretches, the end of the first. */
  placeOf(at: number): number {
    const stretch = lastUpTo(this.starts, at)
    if (stretch < 0) return this.places[0] ?? 0
    const within = Math.min(at, this.ends[stretch] as number) - (this.starts[stretch] as number)
    return (this.places[stretch] as number) + within
  }

  /**
   * The stretch of the draft from the first character of `span` to its last: `**requires` and `improvement**` on
   * the next line, without the outer marks, for `requires improvement`.
   */
  placeOfSpan({ start, end }: Span): Span {
    const from = this.placeOf(start)
    return { start: from, end: end > start ? this.placeOf(end - 1) + 1 : from }
  }

  /** The same with its text as `draft` has it. */
  written(draft: string, span: Span): TextSpan {
    const { start, end } = this.placeOfSpan(span)
    return textSpan(draft, start, end)
  }

  /** The first character at the place of the draft or after it. */
  indexOf(place: number): number {
    const stretch = lastUpTo(this.places, place)
    if (stretch < 0) return this.starts[0] ?? 0
    const at = (this.starts[stretch] as number) + place - (this.places[stretch] as number)
    return at < (this.ends[stretch] as number) ? at : (this.starts[stretch + 1] ?? this.text.length)
  }

  /** Is the character of the draft at the place in the flow? */
  shows(place: number): boolean {
    return this.placeOf(this.indexOf(place)) === place
  }

  /** The characters that are in the span of the draft. */
  within({ start, end }: Span): Span {
    const from = this.indexOf(start)
    const last = lastUpTo(this.places, end - 1)
    if (last < 0) return { start: from, end: from }
    const after = (this.starts[last] as number) + end - (this.places[last] as number)
    return { start: from, end: Math.max(from, Math.min(after, this.ends[last] as number)) }
  }

  /** The line of `text` in which the character is: a whole paragraph. */
  lineAt(at: number): Span {
    const end = this.text.indexOf('\n', at)
    return {
      start: at === 0 ? 0 : this.text.lastIndexOf('\n', at - 1) + 1,
      end: end === -1 ? this.text.length : end,
    }
  }

  /** The paragraph of `text` in which the span of the draft ends: a title directly above it is a line by itself. */
  paragraphOf(span: Span): Span {
    const { start, end } = this.within(span)
    return this.lineAt(Math.max(start, end - 1))
  }

  /** The flow of a draft in which each offset is what `moved` gives for it, rising with it. */
  moved(moved: (offset: number) => number): Flow {
    const writer = new FlowWriter('')
    for (const [at, start] of this.starts.entries())
      for (let from = start; from < (this.ends[at] as number); ) {
        // What was put in between cuts a stretch in two.
        const place = moved(this.placeOf(from))
        let to = from + 1
        while (to < (this.ends[at] as number) && moved(this.placeOf(to)) === place + to - from) to++
        writer.note(from, to, place)
        from = to
      }
    return writer.flow(this.text)
  }
}

/** The index of the last of the rising numbers that is at most this; -1 if there is none. */
function lastUpTo(numbers: readonly number[], most: number): number {
  return firstAbove(numbers, most) - 1
}

export interface WordsOptions {
  /** What is left out, such as notes: in order. */
  readonly hidden?: readonly Span[]
  /** Are the marks of bold and italic text kept? */
  readonly isMarked?: boolean
}

/** Puts a flow together, from stretches of the draft in its order. */
export class FlowWriter {
  /** The text so far, put together only once. */
  private readonly parts: string[] = []
  private length = 0
  private readonly starts: number[] = []
  private readonly ends: number[] = []
  private readonly places: number[] = []

  constructor(private readonly draft: string) {}

  /** Adds a stretch exactly as it is. */
  add(start: number, end: number): void {
    if (start >= end) return
    this.note(this.length, this.length + end - start, start)
    this.put(this.draft.slice(start, end))
  }

  /** Notes where a stretch that is at `start` to `end` in the text comes from. */
  note(start: number, end: number, place: number): void {
    this.starts.push(start)
    this.ends.push(end)
    this.places.push(place)
  }

  /** Adds what no character of the draft is shown for, such as the space between two lines. */
  put(between: string): void {
    this.parts.push(between)
    this.length += between.length
  }

  /**
   * Adds the words of a paragraph, or of a piece of one: a single space for each run of white space; none after a
   * hyphen at the end of a line in the middle of a word; without marks of emphasis, and without what is hidden and
   * the space before it, where a full stop or comma follows.
   */
  addWords(span: Span, { hidden = none, isMarked = false }: WordsOptions = {}): void {
    const words = this.draft.slice(span.start, span.end)
    const gaps = spacesIn(words, span.start)
    const marks = isMarked ? none : emphasisMarks(words)
    for (const { start, end } of hidden) gaps.push(gapAt(start, end, { isHiding: true }))
    for (const { at, length } of marks) gaps.push(gapAt(span.start + at, span.start + at + length))
    if (hidden.length + marks.length > 0) gaps.sort((one, other) => one.start - other.start)
    this.addBetween(span, gaps)
  }

  /** Goes on with the paragraph that was added last: what is added next begins at `place`. */
  goOn(place: number): void {
    const last = (this.ends.at(-1) ?? 0) - (this.starts.at(-1) ?? 0) + (this.places.at(-1) ?? 0)
    this.put(this.between(last, place, gapAt(last, place, { hasSpace: true, hasLineEnd: true })))
  }

  flow(text = this.parts.join('')): Flow {
    return new Flow(text, this.starts, this.ends, this.places)
  }

  /** Adds what is between the gaps, which are in order, and what is written in place of each. */
  private addBetween({ start, end }: Span, gaps: readonly Gap[]): void {
    const { draft } = this
    let from = start
    let last: number | undefined
    let gap: Gap | undefined
    const addUpTo = (to: number): void => {
      if (from >= to) return
      if (gap !== undefined && last !== undefined) this.put(this.between(last, from, gap))
      this.add(from, to)
      last = to
      gap = undefined
    }
    for (const each of gaps) {
      // A single space belongs to the gap beside it.
      const to = Math.max(from, runStart(draft, isSpace, Math.max(from, each.start)))
      addUpTo(to)
      const after = Math.min(end, runEnd(draft, isSpace, Math.max(from, each.end)))
      const hasSpace = to < each.start || each.end < after
      gap = joined(gap, hasSpace ? { ...each, hasSpace } : each)
      from = Math.max(from, after)
    }
    addUpTo(end)
  }

  /** What is written in place of a gap of the draft. */
  private between(end: number, start: number, gap: Gap): string {
    if (!gap.hasSpace) return ''
    if (gap.isHiding && closing.has(this.draft.charAt(start))) return ''
    return gap.hasLineEnd && isInsideWord(this.draft, end, start) ? '' : ' '
  }
}

const none: readonly never[] = []

/** What has no space before it. */
const closing: ReadonlySet<string> = new Set('.,;:)')

/** What is between two stretches of the draft that are shown. */
interface Gap extends Span {
  readonly hasSpace: boolean
  readonly hasLineEnd: boolean
  readonly isHiding: boolean
}

type GapKind = Partial<Omit<Gap, keyof Span>>

function gapAt(start: number, end: number, kind: GapKind = {}): Gap {
  return { start, end, hasSpace: false, hasLineEnd: false, isHiding: false, ...kind }
}

/** White space other than a single common or no-break space. */
function spacesIn(words: string, start: number): Gap[] {
  const gaps: Gap[] = []
  for (const { index, 0: space } of words.matchAll(/\s{2,}|[^\S \u00a0]/g)) {
    const hasLineEnd = space.includes('\n') || space.includes('\r')
    const from = start + index
    gaps.push(gapAt(from, from + space.length, { hasSpace: true, hasLineEnd }))
  }
  return gaps
}

function joined(gap: Gap | undefined, next: Gap): Gap {
  if (gap === undefined) return next
  return gapAt(gap.start, next.end, {
    hasSpace: gap.hasSpace || next.hasSpace,
    hasLineEnd: gap.hasLineEnd || next.hasLineEnd,
    isHiding: gap.isHiding || next.isHiding,
  })
}

/**
 * Does a word go on over the end of a line: "multi-" and "agency"? "Short-" before "and long-term" is a word by
 * itself.
 */
function isInsideWord(text: string, end: number, start: number): boolean {
  const isBroken = text.charAt(end - 1) === '-' && isLetter(text.charCodeAt(end - 2))
  if (!isBroken || !isLowerLetter(text.charCodeAt(start))) return false
  let wordEnd = start
  while (wordEnd - start < longestJoining && isLetter(text.charCodeAt(wordEnd))) wordEnd++
  return !joining.has(text.slice(start, wordEnd))
}

/** What joins another word to a part of one: "short- and long-term". */
const joining: ReadonlySet<string> = new Set(['and', 'or', 'to', 'nor', 'but'])
const longestJoining = 4

/**
 * Where the next word begins after the white space at `at`, in the same paragraph or on the next line of what is
 * written line by line; `at` itself where there is none, or where something new begins.
 */
export function afterSpace(text: string, at: number): number {
  let end = at
  let lineEnds = 0
  for (; end < text.length && isWhiteSpace(text.charCodeAt(end)); end++)
    if (text.charCodeAt(end) === 10 && ++lineEnds > 1) return at
  return end
}
