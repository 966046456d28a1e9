/** Gives paragraphs other numbers; the references to a paragraph follow it. */

import * as l10n from '@vscode/l10n'
import type { Paragraph, Report } from '../../report/model'
import { beforeFirst, numberText } from '../../report/numbering/paragraph-number'
import { waitingReference } from '../../report/numbering/references'
import { inOrder, replace, type TextEdit } from '../../text/edits'
import { append } from '../../text/lists'
import { contains } from '../../text/span'
import type { Fix } from '../rule'
import { labelEdits, putBackEdits } from './paragraph-labels'

/** Writes `number` in place of the paragraph's number. */
export function numberThis(report: Report, paragraph: Paragraph, number: number): Fix {
  return {
    title: l10n.t('Number this paragraph {0}', numberText(number)),
    safe: false,
    preferred: true,
    edits: renumbering(report, new Map([[paragraph, number]])),
  }
}

/**
 * Numbers the paragraph and all that follow it one after the other, beginning with `number`; in a report
 * that numbers by section, to the end of the section; and never into a part with numbers of its own.
 */
export function renumberFrom(report: Report, paragraph: Paragraph, number: number): Fix {
  const numbers = new Map<Paragraph, number>()
  let next = number
  let reached = false
  for (const place of placesOf(report)) {
    if (place.paragraph === paragraph) reached = true
    if (!reached) continue
    if (place.begins && place.paragraph !== paragraph) break
    if (place.base > beforeFirst(number)) break
    if (place.paragraph !== undefined) numbers.set(place.paragraph, next)
    next++
  }
  const edits = renumbering(report, numbers)
  return { title: l10n.t('Renumber from here'), safe: false, edits, settlesFollowing: true }
}

/**
 * Makes room after `offset` for `count` paragraphs that are put in there: the numbers that follow move up, and
 * so do the references to them. No edits where there is room already, or where the numbers there are broken.
 */
export function makeRoom(report: Report, offset: number, count: number): readonly TextEdit[] {
  const paragraphs = report.numbering.paragraphs.filter(each => !each.displaced)
  const next = paragraphs.findIndex(({ label }) => label.start >= offset)
  const before = paragraphs[next - 1]?.number ?? 0
  const first = paragraphs[next]
  if (first === undefined || count === 0 || first.number <= before) return []
  const by = before + count + 1 - first.number
  const base = beforeFirst(before)
  if (by === 0 || beforeFirst(first.number) !== base) return []
  const restarts = new Set(report.numbering.restarts)
  const rest = paragraphs.slice(next)
  const end = rest.findIndex(each => restarts.has(each))
  const following = rest
    .slice(0, end === -1 ? rest.length : end)
    .filter(each => beforeFirst(each.number) === base)
  return renumbering(report, new Map(following.map(each => [each, each.number + by])))
}

/**
 * Numbers all paragraphs from 1 in the order of the text, by section where the report does; those without a
 * number get one, and displaced numbers go back to the start of their paragraph.
 *
 * Safe only where no reference can come to mean a different paragraph from before.
 */
export function renumberAll(report: Report): Fix {
  const known = renumberedAll.get(report)
  if (known !== undefined) return known
  const fix = renumberWhole(report)
  renumberedAll.set(report, fix)
  return fix
}

/** Made once for all the findings that it settles: their number grows with the report. */
const renumberedAll = new WeakMap<Report, Fix>()

function renumberWhole(report: Report): Fix {
  const { paragraphs, faults } = report.numbering
  const numbers = new Map<Paragraph, number>()
  const edits: TextEdit[] = []
  let number = 0
  for (const { paragraph, fault, base, begins } of placesOf(report)) {
    number = Math.max(begins ? 0 : number, base) + 1
    if (fault?.kind === 'missing') append(edits, labelEdits(report, fault.block, number))
    else if (fault?.kind === 'displaced') append(edits, putBackEdits(report, fault, number))
    if (paragraph !== undefined) numbers.set(paragraph, number)
  }
  const moved = new Set(faults.flatMap(each => (each.kind === 'displaced' ? [each.paragraph] : [])))
  append(edits, renumbering(report, numbers, moved))
  const unique = new Set(paragraphs.map(({ number }) => number)).size === paragraphs.length
  const plain = !faults.some(({ kind }) => kind === 'missing' || kind === 'displaced')
  const settled = !report.sections.some(({ placement }) => placement === 'misplaced')
  const given = new Set(numbers.values())
  const clear = report.references.every(
    ({ number, leads }) => leads === 'there' || leads === 'itself' || !given.has(number),
  )
  return {
    title: l10n.t('Renumber all paragraphs'),
    safe: unique && plain && settled && clear,
    edits: inOrder(edits),
    settlesAll: true,
  }
}

interface NumberedPlace {
  readonly start: number
  /** The value directly before the first number of its section; 0 where numbers run through the report. */
  readonly base: number
  /** Do the numbers begin with 1 again here? */
  readonly begins: boolean
  readonly paragraph?: Paragraph
  readonly fault?: Report['numbering']['faults'][number]
}

/** Everything that has or needs a number, in the order of the text. */
function placesOf({
  numbering: { paragraphs, faults, restarts },
}: Report): readonly NumberedPlace[] {
  const faultOf = new Map(
    faults.flatMap(fault => (fault.kind === 'missing' ? [] : [[fault.paragraph, fault] as const])),
  )
  const places: UnbasedPlace[] = paragraphs.map(paragraph => {
    const fault = faultOf.get(paragraph)
    const start = Math.min(paragraph.span.start, paragraph.digits.start)
    return fault === undefined ? { start, paragraph } : { start, paragraph, fault }
  })
  for (const fault of faults)
    if (fault.kind === 'missing') places.push({ start: fault.block.start, fault })
  const begun = new Set(restarts)
  let base = 0
  return places
    .sort((a, b) => a.start - b.start)
    .map(place => {
      const number = settledNumber(place)
      // A number out of order says nothing about the section that it is in.
      if (number !== undefined) base = Math.max(base, beforeFirst(number))
      const own = base === 0 ? beforeFirst(place.paragraph?.number ?? 0) : base
      const begins = place.paragraph !== undefined && begun.has(place.paragraph)
      return { ...place, base: own, begins }
    })
}

type UnbasedPlace = Omit<NumberedPlace, 'base' | 'begins'>

/** The number that the place has or ought to have; undefined where that is not known. */
function settledNumber({ paragraph, fault }: UnbasedPlace): number | undefined {
  if (fault?.kind === 'missing') return fault.expected
  const isStray = fault?.kind === 'out-of-order' || fault?.kind === 'duplicate'
  return isStray ? fault.expected : paragraph?.number
}

/** Edits of the digits, except those of `written`, and of the references to the paragraphs. */
function renumbering(
  report: Report,
  numbers: ReadonlyMap<Paragraph, number>,
  written: ReadonlySet<Paragraph> = new Set(),
): readonly TextEdit[] {
  const edits: TextEdit[] = []
  for (const [paragraph, number] of numbers)
    if (number !== paragraph.number && !written.has(paragraph))
      edits.push(replace(paragraph.digits, numberText(number)))
  const taking = new Map([...numbers].map(([paragraph, number]) => [number, paragraph]))
  for (const { digits, paragraph, number, leads } of report.references) {
    const target = paragraph && numbers.get(paragraph)
    if (target !== undefined && target !== number) edits.push(replace(digits, numberText(target)))
    // A reference that leads nowhere must not come to lead to whichever paragraph takes its number. In that
    // paragraph itself it stays a problem as it is.
    const taker = leads === 'nowhere' ? taking.get(number) : undefined
    if (taker !== undefined && !contains(taker.span, digits))
      edits.push(replace(digits, waitingReference(number)))
  }
  return inOrder(edits)
}
