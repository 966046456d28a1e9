/** A copy of a Word document with fixes as tracked changes, for its author to accept or reject. */

import {
  type AppliedFix,
  type FixAllOptions,
  type FixSomeOptions,
  type FixSomeResult,
  fixSomeSteps,
  keyOfFix,
  safeFixes,
  type TracedFix,
} from '../../features/edit/fix-all'
import { placedWords } from '../../features/wording/quote'
import type { Report } from '../../report/model'
import { parseSteps } from '../../report/parse'
import type { CheckedFinding, Fix } from '../../rules/rule'
import { applyEdits, inOrder, type TextEdit } from '../../text/edits'
import type { Steps } from '../../text/steps'
import { readWordSteps } from '../word/read'
import { tracedReading } from '../word-origins'
import { type ChangedWords, changedWords } from './changed-words'
import { changesGrade } from './changes-grade'
import { copying } from './copied-document'
import { placeOfEdit } from './edit-places'
import { FreeIds } from './free-ids'
import { hunkOf } from './hunks'
import { Marks } from './marks'
import { type Traced, withTrackedChanges } from './tracked-changes'

export interface SuggestedCopy {
  readonly bytes: Uint8Array
  /** What the copy says once all changes are accepted, as it is read to be checked. */
  readonly text: string
  /** The fixes that are suggested. */
  readonly applied: readonly AppliedFix[]
  /** Safe ones that no change of words can express, such as a row in another place. */
  readonly refused: readonly AppliedFix[]
  /** How many of those that were chosen are not suggested: they need one that was not chosen. */
  readonly missed: number
}

/** A fix that can be suggested. */
export interface Suggestion {
  /** By which it is chosen. */
  readonly id: string
  readonly title: string
  /** `Cover`, `Ambition, paragraph 12`. */
  readonly place: string
  readonly changes: readonly ChangedWords[]
  /** It cannot change what the report says. */
  readonly isSafe: boolean
}

export interface Suggestions {
  /** In the order of the text. */
  readonly offered: readonly Suggestion[]
  /** Safe fixes that Word has no tracked change for, or whose words are somebody else’s to decide. */
  readonly byHand: readonly { readonly title: string; readonly place: string }[]
}

/**
 * What can be suggested: the safe fixes, and of the others each that is the only one of its problem, or what is most
 * likely meant. None changes a grade. Undefined for a document that is not a report; throws an `ImportError` as the
 * reading of a document does.
 */
export function* suggestionsFor(
  bytes: Uint8Array,
  options: FixAllOptions,
): Steps<Suggestions | undefined> {
  const traced = yield* tracedReading(bytes)
  const { text } = traced
  const report = yield* parseSteps(text, parseOptions(options))
  if (report === undefined) return undefined
  const accepts = accepting(traced, report)
  const meant = (finding: CheckedFinding) => unsafeFixes(finding, accepts)
  const unsafe = { ...options, candidates: meant, rounds: 1 }
  const safe = yield* surelyFixed(bytes, traced, options, accepts)
  const others = yield* surelyFixed(bytes, traced, unsafe, accepts)
  const placeOf = ({ edits: [edit] }: TracedFix) =>
    edit === undefined ? '' : placedWords(report, hunkOf(text, edit)?.span ?? edit.span).place
  const shown = (fix: TracedFix, isSafe: boolean): Suggestion => ({
    id: keyOfFix(fix),
    title: fix.title,
    place: placeOf(fix),
    changes: inOrder(fix.edits).flatMap(edit => changedWords(report, edit) ?? []),
    isSafe,
  })
  const startOf = ({ edits }: TracedFix) => inOrder(edits)[0]?.span.start ?? 0
  const offered = [
    ...safe.applied.map(fix => ({ fix, isSafe: true })),
    ...others.applied.map(fix => ({ fix, isSafe: false })),
  ].sort((a, b) => startOf(a.fix) - startOf(b.fix))
  return {
    offered: offered.map(({ fix, isSafe }) => shown(fix, isSafe)),
    byHand: safe.refused.map(fix => ({ title: fix.title, place: placeOf(fix) })),
  }
}

/**
 * Suggests the fixes with these ids, or all safe ones. None changes a grade. Throws an `ImportError` as the reading
 * of a document does.
 */
export function* suggestedCopy(
  bytes: Uint8Array,
  options: FixAllOptions & { readonly chosen?: ReadonlySet<string> },
  at: Date,
): Steps<SuggestedCopy> {
  const { chosen } = options
  const traced = yield* tracedReading(bytes)
  const report = yield* parseSteps(traced.text, parseOptions(options))
  const accepts = accepting(traced, report)
  const any = (finding: CheckedFinding) => [...safeFixes(finding), ...(finding.fixes?.() ?? [])]
  const asked = chosen === undefined ? options : { ...options, candidates: any }
  const isWanted = (fix: TracedFix) => chosen === undefined || chosen.has(keyOfFix(fix))
  const made = yield* surelyFixed(bytes, traced, asked, fix => isWanted(fix) && accepts(fix))
  const plain = ({ rule, title }: AppliedFix) => ({ rule, title })
  return {
    bytes: yield* copying(withTrackedChanges(bytes, traced, made.edits, at)),
    text: made.text,
    applied: made.applied.map(plain),
    refused: chosen === undefined ? made.refused.map(plain) : [],
    missed: (chosen?.size ?? made.applied.length) - made.applied.length,
  }
}

const parseOptions = ({ types, choice, type }: FixAllOptions) => ({
  ...(types && { types }),
  choice,
  ...(type && { type }),
})

type Accepts = (fix: Pick<TracedFix, 'edits'>) => boolean

/** Only what can be a tracked change of the document, and touches no grade. */
function accepting(traced: Traced, report: Report | undefined): Accepts {
  const marks = new Marks(traced, new FreeIds([]))
  return ({ edits }) =>
    report !== undefined &&
    edits.length > 0 &&
    edits.every(edit => placeOfEdit(traced.text, traced, marks, edit) !== undefined) &&
    !changesGrade(report, edits)
}

/** Of a problem without a safe fix, what is most likely meant, or the only one that can be suggested. */
function unsafeFixes(finding: CheckedFinding, accepts: Accepts): readonly Fix[] {
  if (safeFixes(finding).length > 0) return []
  const fixes = (finding.fixes?.() ?? []).filter(accepts)
  const meant = fixes.filter(({ preferred }) => preferred)
  return meant.length > 0 ? meant : fixes.length === 1 ? fixes : []
}

/**
 * The fixes that are accepted, as far as the copy reads like a text that was fixed: where a change has a meaning in
 * Word that it does not have in a text, only what is right by itself is left.
 */
function* surelyFixed(
  bytes: Uint8Array,
  traced: Traced,
  options: FixSomeOptions,
  accepts: (fix: TracedFix) => boolean,
): Steps<FixSomeResult> {
  const made = yield* fixSomeSteps(traced.text, options, accepts)
  const wrong = yield* readOtherwise(bytes, traced, made.edits)
  if (wrong.size === 0) return made
  return yield* fixSomeSteps(
    traced.text,
    options,
    fix => accepts(fix) && !fix.edits.some(edit => wrong.has(keyOf(edit))),
  )
}

/** The edits by which a document would read otherwise than its text. */
function* readOtherwise(
  bytes: Uint8Array,
  traced: Traced,
  edits: readonly TextEdit[],
): Steps<ReadonlySet<string>> {
  const wrong = new Set<string>()
  const isRight = function* (some: readonly TextEdit[]): Steps<boolean> {
    const copy = yield* copying(withTrackedChanges(bytes, traced, some, new Date(0)))
    return (yield* readWordSteps(copy)).text === applyEdits(traced.text, some)
  }
  if (edits.length === 0 || (yield* isRight(edits))) return wrong
  for (const edit of edits) if (!(yield* isRight([edit]))) wrong.add(keyOf(edit))
  return wrong
}

const keyOf = ({ span, newText }: TextEdit) => `${span.start} ${span.end} ${newText}`
