/** Numbers that have changed between two versions: which were put right, and which have only followed. */

import type { Paragraph, Report } from '../../report/model'
import { numberFrom, numberText } from '../../report/numbering/paragraph-number'
import { applyEdits, inOrder, replace, type TextEdit } from '../../text/edits'
import type { PassageChange } from './passage-change'
import type { Passage } from './passages'
import type { WordRun } from './words'

/** Paragraphs one after the other whose numbers have all changed by as much. */
export interface Renumbering {
  readonly first: PassageChange
  readonly last: PassageChange
  readonly count: number
  /** Nothing was added, removed or moved directly before it: the first number itself was put right. */
  readonly isPutRight: boolean
}

/** The stretches of renumbered paragraphs, in the order of the present report. */
export function renumberings(changes: readonly PassageChange[]): readonly Renumbering[] {
  const found: Renumbering[] = []
  let by: number | undefined
  let isAfterChange = false
  for (const change of changes) {
    if (!isNumbered(change)) continue
    if (change.kind === 'added' || change.kind === 'removed' || change.moved) {
      isAfterChange = true
      continue
    }
    const shift = shiftOf(change)
    const open = found.at(-1)
    if (shift === 0) by = undefined
    else if (shift === by && open !== undefined)
      found[found.length - 1] = { ...open, last: change, count: open.count + 1 }
    else {
      found.push({ first: change, last: change, count: 1, isPutRight: !isAfterChange })
      by = shift
    }
    isAfterChange = false
  }
  return found
}

/** Has it a number of its own, in every version that has it? */
function isNumbered({ earlier, present }: PassageChange): boolean {
  return earlier?.isNumbered !== false && present?.isNumbered !== false
}

function shiftOf({ earlier, present }: PassageChange): number {
  return numberFrom(present?.label ?? '') - numberFrom(earlier?.label ?? '')
}

// --- References -------------------------------------------------------------------------------

/** The numbers that references of the earlier version give, and those that the same paragraphs have now. */
export type FollowedNumbers = ReadonlyMap<string, string>

/**
 * By the index of an earlier passage: its references to paragraphs that now have other numbers. `presentOf` gives
 * the passage that an earlier one has become.
 */
export function followedNumbers(
  { references, numbering }: Report,
  then: readonly Passage[],
  presentOf: (earlier: Passage) => Passage | undefined,
): ReadonlyMap<number, FollowedNumbers> {
  const passages = passagesByParagraph(numbering.paragraphs, then)
  const followed = new Map<number, Map<string, string>>()
  let at = 0
  for (const { number, digits, paragraph } of references) {
    const target = paragraph && passages.get(paragraph)
    const now = target && presentOf(target)
    if (target === undefined || now?.isNumbered !== true || now.label === target.label) continue
    while ((then[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= digits.start) at++
    const own = followed.get(at) ?? new Map<string, string>()
    followed.set(at, own.set(numberText(number), now.label))
  }
  return followed
}

function passagesByParagraph(
  paragraphs: readonly Paragraph[],
  passages: readonly Passage[],
): ReadonlyMap<Paragraph, Passage> {
  const byStart = new Map(passages.map(passage => [passage.start, passage]))
  return new Map(
    paragraphs.flatMap(paragraph => {
      const passage = byStart.get(Math.min(paragraph.span.start, paragraph.label.start))
      return passage?.isNumbered === true ? [[paragraph, passage] as const] : []
    }),
  )
}

/** Do the versions of a passage differ in nothing but references that have followed their paragraphs? */
export function onlyFollows(runs: readonly WordRun[], numbers: FollowedNumbers): boolean {
  const changed = runs.filter(({ kind }) => kind !== 'kept')
  const struck = changed.filter(({ kind }) => kind === 'struck')
  const added = changed.filter(({ kind }) => kind === 'added')
  return (
    struck.length === added.length &&
    struck.every(({ words }, at) => withNumbers(words, numbers) === added[at]?.words)
  )
}

function withNumbers(words: string, numbers: FollowedNumbers): string {
  return words.replace(/\d+(?:\.\d+)?/g, number => numbers.get(number) ?? number)
}

// --- Both texts side by side ------------------------------------------------------------------

/**
 * The earlier text, to be read beside the present one line by line: numbers and references that have only followed
 * are as they are now, so that one number that was put right is one difference. The text itself where none has.
 */
export function withPresentNumbers(earlier: Report, changes: readonly PassageChange[]): string {
  const putRight = new Set(
    renumberings(changes).flatMap(({ first, isPutRight }) => (isPutRight ? [first.earlier] : [])),
  )
  const then = changes
    .flatMap(({ earlier }) => (earlier === undefined ? [] : [earlier]))
    .sort((a, b) => a.index - b.index)
  const presentOf = new Map(changes.map(({ earlier, present }) => [earlier, present]))
  const passages = passagesByParagraph(earlier.numbering.paragraphs, then)
  const edits: TextEdit[] = []
  const numberNow = (paragraph: Paragraph): string | undefined => {
    const passage = passages.get(paragraph)
    const now = presentOf.get(passage)
    return now?.isNumbered === true && now.label !== passage?.label ? now.label : undefined
  }
  for (const paragraph of earlier.numbering.paragraphs) {
    const now = numberNow(paragraph)
    if (now !== undefined && !putRight.has(passages.get(paragraph)))
      edits.push(replace(paragraph.digits, now))
  }
  for (const { digits, paragraph } of earlier.references) {
    const now = paragraph && numberNow(paragraph)
    if (now !== undefined) edits.push(replace(digits, now))
  }
  return applyEdits(earlier.text, inOrder(edits))
}
