/**
 * Footnotes on the pages of a PDF, by the size and the place of their numbers: `[^1]` where a small raised number is the
 * mark of one, `[^1]: …` where the note begins.
 */

import type { Steps } from '../../text/steps'
import { isUnit } from '../text/pages/footnotes'
import { linesOf, type PageItem, type PageLine, usualHeight, x, y } from './lines'
import type { Page } from './running'

/** Numbers are small that are lower than this share of the letters beside them. */
const small = 0.85

/** The least share of their letters' height by which numbers are raised. */
const raised = 0.12

/** A number that is raised or small, in its line. */
interface Raised {
  readonly item: PageItem
  readonly number: number
  /** The words before it in the line; undefined where it begins the line. */
  readonly before: string | undefined
}

/** What begins a note: its number, alone or with the words after it. */
interface Note {
  readonly item: PageItem
  readonly number: number
  /** The words in the same piece. */
  readonly words: string
}

/** The pages with their footnotes marked, and the marks whose notes were not found. */
export interface MarkedPages {
  readonly pages: readonly Page[]
  /** The number with the words before it, by pages counted from 0. */
  readonly open: readonly { readonly page: number; readonly text: string }[]
}

/**
 * Marks the footnotes. A raised number without a note is written in raised figures, as that of a unit or a power.
 * Numbers that begin again on each page get new ones, since a draft has each only once.
 */
export function* withFootnotes(pages: readonly Page[]): Steps<MarkedPages> {
  const usual = usualHeight(pages.flatMap(({ items }) => items))
  yield
  const found: { readonly marks: readonly Raised[]; readonly notes: readonly Note[] }[] = []
  for (const { items } of pages) {
    found.push(footnotesOn(items, usual))
    yield
  }
  const labels = labelsOf(found.map(({ notes }) => notes))
  const open: { page: number; text: string }[] = []
  const marked = pages.map((page, at) => {
    const { marks = [], notes = [] } = found[at] ?? {}
    if (marks.length + notes.length === 0) return page
    const written = new Map<PageItem, string>()
    for (const { item, number, words } of notes)
      written.set(item, `[^${labels.on(at, number)}]: ${words}`)
    for (const { item, number, before = '' } of marks) {
      const isMark = !isPower(before, labels.isOn(at, number))
      const label = isMark ? labels.on(at, number) : undefined
      const figures = inRaisedFigures(number)
      written.set(item, label === undefined ? figures : `[^${label}]`)
      if (isMark && label === undefined)
        open.push({ page: at, text: `${wholeWords(before)}${figures}` })
    }
    return { ...page, items: page.items.map(item => withText(item, written.get(item))) }
  })
  return { pages: marked, open }
}

const withText = (item: PageItem, str: string | undefined): PageItem =>
  str === undefined ? item : { ...item, str }

function footnotesOn(items: readonly PageItem[], usual: number) {
  const marks: Raised[] = []
  const notes: Note[] = []
  if (!items.some(item => isSmallNumber(item, usual))) return { marks, notes }
  const lines = linesOf(items.filter(({ str }) => str.trim() !== ''))
  for (const line of lines) {
    const [first, second] = line.items
    for (const each of raisedIn(line)) {
      if (each.before !== undefined) marks.push(each)
      else if (first !== undefined && second !== undefined && beginsNote(second.str))
        notes.push({ item: each.item, number: each.number, words: '' })
    }
  }
  const known = new Set(notes.map(({ number }) => number))
  const wanted = new Set(marks.map(({ number }) => number).filter(number => !known.has(number)))
  for (const line of lines) {
    const note = plainNote(line, usual)
    if (note !== undefined && wanted.delete(note.number)) notes.push(note)
  }
  return { marks, notes }
}

function isSmallNumber({ str, height }: PageItem, usual: number): boolean {
  return str.length < 6 && height < usual * small && /^\s*\d{1,3}\s*$/.test(str)
}

/** The small or raised numbers of a line, close after a word or at its beginning. */
function raisedIn({ items, y: base, height }: PageLine): readonly Raised[] {
  const found: Raised[] = []
  let before: string | undefined
  let end = Number.NEGATIVE_INFINITY
  for (const item of items) {
    const isRaised = y(item) - base > height * raised && item.height < height * small
    const isClose = before === undefined || x(item) - end < height * 0.3
    if (isRaised && isClose && /^\s*\d{1,3}\s*$/.test(item.str))
      found.push({ item, number: Number(item.str), before })
    before = `${before ?? ''}${item.str}`.slice(-mostBefore)
    end = x(item) + item.width
  }
  return found
}

/** Without the rest of the word that was cut off. */
const wholeWords = (before: string) =>
  before.length < mostBefore ? before : before.slice(before.indexOf(' ') + 1)

/** How many letters before a raised number are looked at, and are listed if its note is not found. */
const mostBefore = 40

/** A note whose number is as large as its words, which are smaller than the text of the page: `1 Ofsted produces …`. */
function plainNote({ items, height }: PageLine, usual: number): Note | undefined {
  const [item, next] = items
  if (item === undefined || height > usual * 0.95) return undefined
  const own = item.str.trim()
  const [, digits] = /^(\d{1,3})(?:\s|$)/.exec(own) ?? []
  if (digits === undefined) return undefined
  const words = own.slice(digits.length).trim()
  if (!beginsNote(words || (next?.str ?? ''))) return undefined
  return { item, number: Number(digits), words }
}

const beginsNote = (words: string) => /^\s*[\p{L}‘“"'(]/u.test(words)

/** Is the raised number part of a unit, or, unless the page has a note of that number, a power: `10⁶`? */
function isPower(before: string, hasNote: boolean): boolean {
  return isUnit(before.trimEnd()) || (/\d$/.test(before) && !hasNote)
}

class Labels {
  readonly #onPage: readonly ReadonlyMap<number, number>[]
  /** The notes of all pages by their numbers; none where numbers begin again, as each page then has its own. */
  readonly #all: ReadonlyMap<number, number>

  constructor(onPage: readonly ReadonlyMap<number, number>[]) {
    this.#onPage = onPage
    this.#all = beginAgain(onPage) ? new Map() : new Map(onPage.flatMap(each => [...each]))
  }

  isOn(page: number, number: number): boolean {
    return this.#onPage[page]?.has(number) ?? false
  }

  /** The label of the note of that number, on that page or, where numbers go on, on another. */
  on(page: number, number: number): number | undefined {
    return this.#onPage[page]?.get(number) ?? this.#all.get(number)
  }
}

/** Do the numbers of a page begin before the last of those before it? */
function beginAgain(pages: readonly ReadonlyMap<number, number>[]): boolean {
  let last = 0
  for (const notes of pages) {
    const before = last
    for (const number of notes.keys()) {
      if (number <= before) return true
      last = Math.max(last, number)
    }
  }
  return false
}

/** A label for each note on each page: its number, or the next that is free where it is taken. */
function labelsOf(pages: readonly (readonly Note[])[]): Labels {
  const taken = new Set<number>()
  let free = pages.flat().reduce((most, { number }) => Math.max(most, number), 0) + 1
  return new Labels(
    pages.map(notes => {
      const own = new Map<number, number>()
      for (const { number } of notes) {
        if (own.has(number)) continue
        own.set(number, taken.has(number) ? free++ : number)
        taken.add(number)
      }
      return own
    }),
  )
}

const figures = '⁰¹²³⁴⁵⁶⁷⁸⁹'

const inRaisedFigures = (number: number) =>
  [...String(number)].map(digit => figures.charAt(Number(digit))).join('')
