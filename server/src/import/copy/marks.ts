/**
 * Puts marks between the words of a Word document: runs are divided where that is needed, each part keeping what the
 * run looks like. Everything is inserted, and nothing that was there is written anew.
 */

import { insert, type TextEdit } from '../../text/edits'
import { isSpace } from '../../text/span'
import { around, type PlacedElement } from '../word/placed-xml'
import type { Origin, WordOrigins } from '../word-origins'
import type { FreeIds } from './free-ids'
import { type PlacedField, PlacedFields } from './placed-fields'

/** A place between two pieces of the XML, and what has to be divided there. */
interface Cut {
  readonly at: number
  readonly run?: PlacedElement | undefined
  readonly text?: PlacedElement | undefined
}

/** Markup that is put in at a cut, in this order. */
interface Put {
  readonly cut: Cut
  readonly ends: string[]
  readonly starts: string[]
}

/** What can be around several runs of a paragraph. */
const containers: ReadonlySet<string> = new Set([
  'w:ins',
  'w:moveTo',
  'w:hyperlink',
  'w:fldSimple',
  'w:sdt',
  'w:sdtContent',
  'w:smartTag',
  'w:customXml',
])

/** What is a thing of its own in a line: marks go before it or after it, not into it. */
const undivided: ReadonlySet<string> = new Set([
  'mc:AlternateContent',
  'w:drawing',
  'w:pict',
  'w:object',
  'w:ruby',
])

export class Marks {
  private readonly puts = new Map<number, Put>()
  /** The looks of runs: their `w:rPr`. */
  private readonly looks = new Map<PlacedElement, PlacedElement>()
  private readonly fields: PlacedFields

  constructor(
    private readonly document: WordOrigins,
    private readonly ids: FreeIds,
  ) {
    for (const each of document.elements)
      if (each.name === 'w:rPr' && each.parent?.name === 'w:r') this.looks.set(each.parent, each)
    this.fields = new PlacedFields(document)
  }

  /**
   * Puts `start` before the first of these characters and `end` after the last. `after` comes next to `end`, but not
   * into somebody's insertion, a link, a field or a content control.
   */
  around(first: Origin, last: Origin, marks: { start: string; end: string; after: string }): void {
    const begin = this.outOfContainers(this.cutBefore(first), 'start', first.element)
    const end = this.outOfContainers(this.cutAfter(last), 'end', last.element)
    const fields = this.fields.around(last.element)
    const whole = this.wholeField(fields, begin, end)
    this.put(whole?.begin ?? begin).starts.push(marks.start)
    this.put(whole?.end ?? end).ends.push(marks.end)
    const outermost = fields.at(-1)?.end ?? last.element
    const outside = outermostContainer(outermost)?.span.end ?? fields.at(-1)?.end.span.end
    const at = Math.max(outside ?? 0, (whole?.end ?? end).at)
    this.put({ at }).ends.push(marks.after)
  }

  /** Puts `start` directly before the first of these characters, and `end` directly after the last. */
  wrap(first: Origin, last: Origin, start: string, end: string): void {
    this.put(this.cutBefore(first)).starts.push(start)
    this.put(this.cutAfter(last)).ends.push(end)
  }

  /** Puts a mark directly after these characters. */
  after(origin: Origin, mark: string): void {
    this.put(this.cutAfter(origin)).ends.push(mark)
  }

  /** Puts a mark directly before them. */
  before(origin: Origin, mark: string): void {
    this.put(this.cutBefore(origin)).starts.push(mark)
  }

  /** What the run of a text looks like, as properties for another run; nothing that is tracked. */
  looksOf({ parent }: PlacedElement): string {
    const look = parent && this.looks.get(parent)?.span
    const looks = look === undefined ? '' : this.document.xml.slice(look.start, look.end)
    const tracked = looks.indexOf('rPrChange')
    if (tracked === -1) return looks
    const end = looks.lastIndexOf('rPrChange>') + 'rPrChange>'.length
    return looks.slice(0, looks.lastIndexOf('<', tracked)) + looks.slice(end)
  }

  /** Is the text in a field whose result may be worked out again? */
  isInField(text: PlacedElement): boolean {
    return this.fields.around(text).length > 0
  }

  /** The same places around the largest field of a line whose whole result is between them. */
  private wholeField(fields: readonly PlacedField[], start: Cut, finish: Cut) {
    let whole: { readonly begin: Cut; readonly end: Cut } | undefined
    let [from, to] = [start, finish]
    for (const { begin, separate, end } of fields) {
      if (from.run !== undefined || to.run !== undefined || begin.parent !== end.parent) break
      if (!this.isEmpty(separate.span.end, from.at) || !this.isEmpty(to.at, end.span.start)) break
      from = { at: begin.span.start }
      to = { at: end.span.end }
      whole = { begin: from, end: to }
    }
    return whole
  }

  /** The insertions into the XML. */
  edits(): readonly TextEdit[] {
    const puts = [...this.puts.values()].sort((a, b) => a.cut.at - b.cut.at)
    return puts.flatMap((put, index) => this.editsOf(put, puts[index - 1], puts[index + 1]))
  }

  private put(cut: Cut): Put {
    const known = this.puts.get(cut.at)
    if (known !== undefined) return known
    const made: Put = { cut, ends: [], starts: [] }
    this.puts.set(cut.at, made)
    return made
  }

  private cutBefore({ element, xml }: Origin): Cut {
    const whole = undividedAround(element) ?? element
    const { parent: run, span, content } = whole
    if (run?.name !== 'w:r') return { at: span.start }
    if (whole.name === 'w:t' && xml.start > content.start)
      return { at: xml.start, run, text: whole }
    const begin = this.looks.get(run)?.span.end ?? run.content.start
    return this.isEmpty(begin, span.start) ? { at: run.span.start } : { at: span.start, run }
  }

  private cutAfter({ element, xml }: Origin): Cut {
    const whole = undividedAround(element) ?? element
    const { parent: run, span, content } = whole
    if (run?.name !== 'w:r') return { at: span.end }
    if (whole.name === 'w:t' && xml.end < content.end) return { at: xml.end, run, text: whole }
    return this.isEmpty(span.end, run.content.end) ? { at: run.span.end } : { at: span.end, run }
  }

  /** The same place outside whatever begins, or ends, exactly there. */
  private outOfContainers(cut: Cut, side: 'start' | 'end', element: PlacedElement): Cut {
    if (cut.run !== undefined) return cut
    let { at } = cut
    for (const each of containersAround(element)) {
      const { span, content } = each
      const isEdge =
        side === 'start' ? this.isEmpty(content.start, at) : this.isEmpty(at, content.end)
      // The properties of a content control come before its content.
      if (!isEdge && each.name !== 'w:sdt') break
      at = side === 'start' ? span.start : span.end
    }
    return { at }
  }

  private isEmpty(start: number, end: number): boolean {
    return this.document.xml.slice(start, end).trim() === ''
  }

  private editsOf({ cut, ends, starts }: Put, before?: Put, after?: Put): readonly TextEdit[] {
    const marks = ends.join('') + starts.join('')
    const { at, run, text } = cut
    if (run === undefined) return [insert(at, marks)]
    const [open, close] = [this.opening(run), this.closing(run)]
    if (text === undefined) return [insert(at, close + marks + open)]
    const isFirst = before?.cut.text !== text
    const next = after?.cut.text === text ? after.cut.at : text.content.end
    const part = this.partOf(text, at, next)
    const divided = `${this.closing(text)}${close}${marks}${open}${part.tag}`
    return [
      ...(isFirst ? this.firstPart(text, at) : []),
      insert(at, divided),
      ...(part.rest === undefined ? [] : [part.rest]),
    ]
  }

  /** The start tag of a run with its looks; what is tracked in them gets a number of its own. */
  private opening(run: PlacedElement): string {
    const look = this.looks.get(run)?.span
    const { xml } = this.document
    const looks = look === undefined ? '' : xml.slice(look.start, look.end)
    const renumbered = (tag: string) =>
      isTracked.test(tag)
        ? tag.replace(/(:id\s*=\s*["'])\d+/, (_, id) => id + this.ids.next())
        : tag
    return this.tagOf(run) + looks.replace(/<[^<>]*>/g, renumbered)
  }

  private closing({ content, span }: PlacedElement): string {
    return this.document.xml.slice(content.end, span.end)
  }

  private tagOf({ span, content }: PlacedElement): string {
    return this.document.xml.slice(span.start, content.start)
  }

  /**
   * The start tag of a part of a text after a cut. White space at a cut counts, and the tag has to say so; that at
   * the end of a text which does not say so never did, and is left apart.
   */
  private partOf(text: PlacedElement, start: number, end: number) {
    const tag = this.tagOf(text)
    const isLast = end === text.content.end
    const ends = this.isSpaceAt(start) || (!isLast && this.isSpaceAt(end - 1))
    if (!ends || saysSpace(tag) || (isLast && this.isEmpty(start, end))) return { tag }
    const last = end - this.spacesBefore(end)
    const rest = isLast && last < end ? insert(last, this.closing(text) + tag) : undefined
    return { tag: sayingSpace(tag), rest }
  }

  /** What is inserted into the part of a text before its first cut, for the same reason. */
  private firstPart(text: PlacedElement, end: number): readonly TextEdit[] {
    const tag = this.tagOf(text)
    const { start } = text.content
    if (!this.isSpaceAt(end - 1) || saysSpace(tag) || this.isEmpty(start, end)) return []
    const first = start + this.spacesAfter(start)
    if (first === start) return [insert(start - 1, preserve)]
    return [insert(first, this.closing(text) + sayingSpace(tag))]
  }

  private isSpaceAt(at: number): boolean {
    return isSpace(this.document.xml.charCodeAt(at))
  }

  private spacesBefore(at: number): number {
    let count = 0
    while (this.isSpaceAt(at - count - 1)) count++
    return count
  }

  private spacesAfter(at: number): number {
    let count = 0
    while (this.isSpaceAt(at + count)) count++
    return count
  }
}

const saysSpace = (tag: string) => tag.includes('xml:space')
const sayingSpace = (tag: string) => `${tag.slice(0, -1)}${preserve}>`

/** A tracked change in the looks of a run. Other numbers there choose a form of its letters. */
const isTracked = /^<(?:\w+:)?(?:ins|del|moveFrom|moveTo|rPrChange)\s/

const preserve = ' xml:space="preserve"'

/** The outermost thing of its own in a paragraph that the element is in, or that it is. */
function undividedAround(element: PlacedElement): PlacedElement | undefined {
  let found: PlacedElement | undefined
  let candidate: PlacedElement | undefined
  for (const each of [element, ...around(element)]) {
    if (undivided.has(each.name)) candidate = each
    // What is around whole paragraphs does not count.
    if (each.name === 'w:p') found = candidate
  }
  return found
}

/** What is around the runs at this place of a paragraph, from the inside. */
function containersAround(element: PlacedElement): readonly PlacedElement[] {
  const whole = undividedAround(element) ?? element
  const found: PlacedElement[] = []
  for (const each of around(whole)) {
    if (each.name === 'w:p') return found
    if (containers.has(each.name)) found.push(each)
  }
  return []
}

function outermostContainer(element: PlacedElement): PlacedElement | undefined {
  return containersAround(element).at(-1)
}
