/** What a report must not carry out of the house: in its text, and in the file that holds it. */

import * as l10n from '@vscode/l10n'
import { draftMarksIn, isDraftMark } from '../../report/marks/draft-marks'
import { evidenceMarksIn } from '../../report/marks/evidence-marks'
import { htmlComments } from '../../report/marks/marks'
import type { Report, Suppression } from '../../report/model'
import { allRules } from '../../rules/all'
import { identifyingDetail } from '../../rules/identifying-detail'
import type { CheckedFinding } from '../../rules/rule'
import { checkSteps, type Severities } from '../../rules/run'
import { append } from '../../text/lists'
import { singleSpaced, withoutLastWord } from '../../text/spaces'
import type { TextSpan } from '../../text/span'
import type { Steps } from '../../text/steps'
import { kindOf } from '../wording/kind-of-problem'
import { type Quote, quoteOf, wordsOf } from '../wording/quote'
import { plainLine } from '../wording/section-title'
import { wordPlace } from '../wording/word-place'
import type { FileContents } from './file-traces'
import {
  kindsLookedFor,
  type LeavingKind,
  type LeavingTarget,
  type Source,
  type Weight,
  weightOf,
} from './kinds'

export interface LeavingCheck {
  readonly target: LeavingTarget
  readonly source: Source
  /** Undefined for a file whose text is not a report of a known type, so that only the file was looked at. */
  readonly report: Report | undefined
  /** The kinds that were found, in the order of the list. */
  readonly parts: readonly LeavingPart[]
  /** Those that were looked for and not found. */
  readonly notFound: readonly LeavingKind[]
}

export interface LeavingPart {
  readonly kind: LeavingKind
  readonly weight: Weight
  readonly items: readonly LeavingItem[]
}

export interface LeavingItem {
  /** `Staying safe, paragraph 12`; empty for the report or the file as a whole. */
  readonly place: string
  /** Where that is in the text that was read, in UTF-16 units. */
  readonly at: number | undefined
  /** What is there, or what to do: words or a sentence; empty where the quotation alone says it. */
  readonly what: string
  /** The report's or the file's own words; undefined where there are none, or the sentence has them. */
  readonly quote: Quote | undefined
}

export interface LeavingOptions {
  readonly target: LeavingTarget
  readonly severities: Severities
  /** What the file carries besides its text; left out for a text. */
  readonly file?: FileContents
}

/** Checks what is to leave. A draft is looked at as it will be: as a report that counts as finished. */
export function* leavingSteps(
  report: Report | undefined,
  { target, severities, file }: LeavingOptions,
): Steps<LeavingCheck> {
  const found = new Map<LeavingKind, LeavingItem[]>()
  const add = (kind: LeavingKind, items: readonly LeavingItem[]) => {
    const there = found.get(kind)
    if (there === undefined) found.set(kind, [...items])
    else append(there, items)
  }
  if (report !== undefined) {
    const finished: Report = { ...report, status: 'finished' }
    const findings = yield* checkSteps(finished, {
      ...severities,
      [identifyingDetail.id]: 'information',
    })
    add(
      'identifying-details',
      findings.filter(isIdentifying).map(each => problemItem(report, each)),
    )
    add(
      'to-be-put-right',
      findings.filter(isToBePutRight).map(each => problemItem(report, each)),
    )
    yield
    add('notes', noteItems(report, file))
    add(
      'evidence-marks',
      evidenceMarksIn(report.text, report.flow).map(each => wordsItem(report, each)),
    )
    add(
      'placeholders',
      report.placeholders.map(each => wordsItem(report, each)),
    )
    add('hidden-text', commentItems(report))
    add(
      'draft-marks',
      draftMarksIn(report).map(each => wordsItem(report, each)),
    )
    add(
      'ignored-problems',
      report.suppressions.map(each => ignoredItem(report, each)),
    )
    add('checks-off', checksOff(severities))
  }
  yield
  for (const trace of file?.traces ?? []) {
    if (report !== undefined && isHarmless(report, trace)) continue
    const place = tracePlace(report, trace)
    add(trace.kind, [{ place, at: trace.at, what: trace.what, quote: plainQuote(trace.words) }])
  }
  const source = file?.kind ?? 'text'
  const looked = kindsLookedFor(source, { isReport: report !== undefined })
  // What an ignore line silences was found.
  const isSilenced =
    report?.suppressions.some(({ rules }) =>
      rules.some(({ text }) => text === identifyingDetail.id),
    ) ?? false
  const isFound = (kind: LeavingKind) => (found.get(kind)?.length ?? 0) > 0
  return {
    target,
    source,
    report,
    parts: looked.filter(isFound).map(kind => ({
      kind,
      weight: weightOf(kind, target),
      items: found.get(kind) ?? [],
    })),
    notFound: looked.filter(
      kind => !isFound(kind) && !(kind === 'identifying-details' && isSilenced),
    ),
  }
}

const isIdentifying = ({ rule }: CheckedFinding) => rule === identifyingDetail

/** Listed among the kinds that they are about. */
const listedElsewhere: ReadonlySet<string> = new Set([
  identifyingDetail.id,
  'open-note',
  'open-placeholder',
])

function isToBePutRight(finding: CheckedFinding): boolean {
  return kindOf(finding) === 'to-be-put-right' && !listedElsewhere.has(finding.rule.id)
}

function placeOf(report: Report, offset: number): string {
  const { section, within } = wordPlace(report, offset)
  return within === '' ? section : `${section}, ${within}`
}

function problemItem(report: Report, { span, message }: CheckedFinding): LeavingItem {
  const { start } = span
  return { place: placeOf(report, start), at: start, what: message, quote: quoteOf(report, span) }
}

function wordsItem(report: Report, span: TextSpan): LeavingItem {
  const { start } = span
  return { place: placeOf(report, start), at: start, what: '', quote: wordsOf(report, span) }
}

function plainQuote(words: string): Quote | undefined {
  const plain = plainLine(words)
  return plain === '' ? undefined : { before: '', wrong: shortened(plain), after: '' }
}

/** In UTF-16 units. */
const longestWords = 120

function shortened(words: string): string {
  return words.length > longestWords ? `${withoutLastWord(words.slice(0, longestWords))} …` : words
}

function noteItems(report: Report, file: FileContents | undefined): readonly LeavingItem[] {
  return report.notes
    .filter(({ span }) => file?.isTyped(span) !== false)
    .map(({ span, author, text }) => ({
      place: placeOf(report, span.start),
      at: span.start,
      what: author === '' ? l10n.t('Note') : l10n.t('Note by {0}', author),
      quote: plainQuote(text.text),
    }))
}

/** Comments in the text that are not shown, other than those that ignore a problem. */
function commentItems(report: Report): readonly LeavingItem[] {
  const { text, suppressions } = report
  const known = new Set(suppressions.map(({ span }) => span.start))
  return htmlComments(text)
    .filter(({ start }) => !known.has(start))
    .map(({ start, end }) => ({
      place: placeOf(report, start),
      at: start,
      what: l10n.t('Comment in the text'),
      quote: plainQuote(text.slice(start + 4, end - 3)),
    }))
}

const summaries: ReadonlyMap<string, string> = new Map(
  allRules.map(({ id, summary }) => [id, summary]),
)

function ignoredItem(
  report: Report,
  { span, scope, rules, reason, target }: Suppression,
): LeavingItem {
  const ignored = rules.map(({ text }) => summaries.get(text) ?? text).join('; ')
  const what =
    reason === ''
      ? l10n.t('{0}. No reason is given.', ignored)
      : l10n.t('{0}. The reason given: {1}', ignored, singleSpaced(reason))
  const isAll = scope === 'file'
  const place = isAll ? l10n.t('Whole report') : placeOf(report, Math.max(span.start, target.start))
  return { place, at: span.start, what, quote: undefined }
}

/** Rules that somebody has switched off; who could be recognised is asked in any case. */
function checksOff(severities: Severities): readonly LeavingItem[] {
  return allRules
    .filter(({ id }) => severities[id] === 'off' && id !== identifyingDetail.id)
    .map(({ id, summary }) => ({
      place: '',
      at: undefined,
      what: `${summary} (${id})`,
      quote: undefined,
    }))
}

function tracePlace(
  report: Report | undefined,
  { at, where }: FileContents['traces'][number],
): string {
  if (at === undefined) return where
  return report === undefined ? l10n.t('In the text') : placeOf(report, at)
}

/** A property that says no more than the report itself, or that the inspectorate made it. */
function isHarmless(
  { text, type }: Report,
  { kind, words }: FileContents['traces'][number],
): boolean {
  if (kind !== 'properties' || words === '' || isDraftMark(words)) return false
  const plain = singleSpaced(words).trim().toLowerCase()
  if (type.inspectorates.some(each => each.toLowerCase() === plain)) return true
  return (
    plain.length >= leastTitle &&
    singleSpaced(text.slice(0, coverLength)).toLowerCase().includes(plain)
  )
}

/** In UTF-16 units: a shorter property may be a name that is on the cover, and is told all the same. */
const leastTitle = 20
const coverLength = 2_000
