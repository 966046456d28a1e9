/** A defect put into a report on purpose, and how one is described. */

import type { Report } from '../../server/src/report/model'
import {
  applyEdits,
  inOrder,
  insert,
  remove,
  replace,
  type TextEdit,
} from '../../server/src/text/edits'
import type { Span } from '../../server/src/text/span'

export interface Defect {
  /** What was done, in a few words: `row "Staying safe" says "inadequate"`. */
  readonly name: string
  /** The name without what differs from report to report: `row … says …`. */
  readonly kind: string
  readonly edits: readonly TextEdit[]
  /** Where the finding is right, in the text after the edits: within one of these. */
  readonly where: readonly Span[]
  /** Can a fix know what was there? No fix can write again what the defect has destroyed. */
  readonly undoable: boolean
  /** Is the first fix to undo it, not just any? */
  readonly byFirst: boolean
  /** What the text should become, if not what it was. */
  readonly restored: string | undefined
  /** Other rules that may as well claim the defect. */
  readonly or: readonly string[]
  /** Rules whose findings rightly come along, since the defect is more than one fault. */
  readonly along: readonly string[]
}

/** Yields the defects of one kind, at every place of the report where they can be. */
export type Generator = (report: Report) => Iterable<Defect>

interface Options {
  /** Places in the text before the edits; in inserted text they are marked with `expected`. */
  readonly at?: readonly Span[]
  readonly undoable?: boolean
  readonly byFirst?: boolean
  readonly restored?: string
  readonly or?: readonly string[]
  readonly along?: readonly string[]
}

const open = '\u0001'
const close = '\u0002'

/** Marks the part of an inserted text in which the finding should be. */
export function expected(text: string): string {
  return open + text + close
}

/** Describes a defect; its places are worked out from `at` and from what is marked as `expected`. */
export function defect(name: string, edits: readonly TextEdit[], options: Options = {}): Defect {
  const plain: TextEdit[] = []
  const where: Span[] = []
  let shift = 0
  for (const { span, newText } of inOrder(edits)) {
    const from = newText.indexOf(open)
    const to = newText.indexOf(close)
    if (from !== -1) {
      const start = span.start + shift + from
      where.push({ start, end: start + to - from - 1 })
    }
    const text = newText.replace(open, '').replace(close, '')
    plain.push({ span, newText: text })
    shift += text.length - (span.end - span.start)
  }
  for (const span of options.at ?? []) where.push(withInsertions(span, plain))
  return {
    name: name.replace(/\s+/g, ' '),
    kind: name.replace(/"[^"]*"/g, '…').replace(/\d+/g, 'n'),
    edits: plain,
    where,
    undoable: options.undoable ?? true,
    byFirst: options.byFirst ?? false,
    restored: options.restored,
    or: options.or ?? [],
    along: options.along ?? [],
  }
}

/** Where a span of the text before the edits is after them. */
export function moved(span: Span, edits: readonly TextEdit[]): Span {
  return {
    start: movedOffset(span.start, edits, 'start'),
    end: movedOffset(span.end, edits, 'end'),
  }
}

/** The same, with what is put in, in the same line, right before it or after it. */
function withInsertions(span: Span, edits: readonly TextEdit[]): Span {
  const { start, end } = moved(span, edits)
  const lengthAt = (offset: number) => {
    const edit = edits.find(each => each.span.start === offset && each.span.end === offset)
    return edit === undefined || edit.newText.includes('\n') ? 0 : edit.newText.length
  }
  return { start: start - lengthAt(span.start), end: end + lengthAt(span.end) }
}

function movedOffset(offset: number, edits: readonly TextEdit[], side: 'start' | 'end'): number {
  let shift = 0
  for (const { span, newText } of inOrder(edits)) {
    const isBefore =
      side === 'start' ? span.end <= offset : span.end <= offset && span.start < offset
    if (isBefore) shift += newText.length - (span.end - span.start)
    else if (span.start < offset) return span.start + shift + (side === 'end' ? newText.length : 0)
  }
  return offset + shift
}

/** Takes `span` out and puts it in again at `target`, with the part at `mark` as the expected place. */
export function move(text: string, span: Span, target: number, mark: Span): readonly TextEdit[] {
  const moving =
    text.slice(span.start, mark.start) +
    expected(text.slice(mark.start, mark.end)) +
    text.slice(mark.end, span.end)
  return [remove(span), insert(target, moving)]
}

/** Edits that give every paragraph, and every reference to it, the number that `map` says. */
export function renumber(
  report: Report,
  map: (number: number) => number,
  within: Span = { start: 0, end: report.text.length },
): readonly TextEdit[] {
  const edits: TextEdit[] = []
  for (const { number, digits } of [...report.numbering.paragraphs, ...report.references]) {
    if (digits.start < within.start || digits.end > within.end || map(number) === number) continue
    edits.push(replace(digits, String(map(number))))
  }
  return edits
}

/** The edits that lie outside `span`. */
export function outside(span: Span, edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.filter(edit => edit.span.end <= span.start || edit.span.start >= span.end)
}

/** The text of `span` after the edits that lie in it. */
export function slice(report: Report, span: Span, edits: readonly TextEdit[] = []): string {
  const inside = edits
    .filter(edit => edit.span.start >= span.start && edit.span.end <= span.end)
    .map(edit => ({ ...edit, span: shifted(edit.span, -span.start) }))
  return applyEdits(report.text.slice(span.start, span.end), inside)
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}

/** `word` with a capital first letter if `like` has one. */
export function likeCase(word: string, like: string): string {
  const first = like.charAt(0)
  return first === first.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1)
}

/** Does a line begin here, so that whole lines can be moved to and from this place? */
export function endsLine(text: string, offset: number): boolean {
  return offset === 0 || text.charAt(offset - 1) === '\n'
}
