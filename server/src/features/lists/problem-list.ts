/**
 * The problems of a report for somebody who has it in Word or as a PDF: each with its words, its place in that
 * file and the other place it is about; and what became of them since an earlier version.
 */

import * as l10n from '@vscode/l10n'
import type { Report } from '../../report/model'
import type { CheckedFinding } from '../../rules/rule'
import type { Span } from '../../text/span'
import { countInWords, kindOf, type ProblemKind, problemKinds } from '../wording/kind-of-problem'
import { type PlacedWords, placedWords, type Quote, wordsOf } from '../wording/quote'
import { inspectionDates } from '../wording/report-dates'
import { plainLine } from '../wording/section-title'
import { problemsBySection } from './problems-by-section'

export interface ListedProblem {
  /** By which the same problem is known in another version of the report; no two of a list are equal. */
  readonly identity: string
  /** The rule's id, and what it is about in a line. */
  readonly rule: string
  readonly about: string
  readonly kind: ProblemKind
  /** `Quality of provision (Safeguarding services)`, `Contents`, `Cover`. */
  readonly section: string
  /** `paragraph 12`, `row "Quality of provision"`; empty where nothing is nearer than the section. */
  readonly within: string
  readonly message: string
  /** The words that it is about; null where it is about none, as a missing section is. */
  readonly quote: Quote | null
  /** The other places that it is about. */
  readonly others: readonly PlacedWords[]
  /** Where it is in the text that was read, in UTF-16 code units. */
  readonly span: Span
}

/** In the order of the text. */
export function listProblems(
  report: Report,
  findings: readonly CheckedFinding[],
): readonly ListedProblem[] {
  return listed(report, findings).map(({ problem }) => problem)
}

/** The findings without those that the user has dealt with, by the identities of their problems. */
export function findingsLeft(
  report: Report,
  findings: readonly CheckedFinding[],
  settled: ReadonlySet<string>,
): readonly CheckedFinding[] {
  return listed(report, findings)
    .filter(({ problem }) => !settled.has(problem.identity))
    .map(({ finding }) => finding)
}

interface Listed {
  readonly problem: ListedProblem
  readonly finding: CheckedFinding
}

function listed(report: Report, findings: readonly CheckedFinding[]): readonly Listed[] {
  const all = problemsBySection(report, findings).flatMap(({ section, problems }) =>
    problems.map(({ within, finding }) => {
      const quote = wordsOf(report, finding.span) ?? null
      return { section, within, finding, quote, words: identityOf(section, finding, quote) }
    }),
  )
  const alike = new Map<string, number>()
  for (const { words } of all) alike.set(words, (alike.get(words) ?? 0) + 1)
  const taken = new Map<string, number>()
  return all.map(({ section, within, finding, quote, words }): Listed => {
    const { rule, message, related = [], span } = finding
    // Of several that are alike, one may be put right; another must not then be taken for the one that was ticked.
    const own = alike.get(words) === 1 ? words : `${words}\n${within}`
    const before = taken.get(own) ?? 0
    taken.set(own, before + 1)
    const problem = {
      identity: before === 0 ? own : `${own}\n${before}`,
      rule: rule.id,
      about: rule.summary,
      kind: kindOf(finding),
      section,
      within,
      message,
      quote,
      others: related.map(each => placedWords(report, each.span)),
      span,
    }
    return { problem, finding }
  })
}

/** Paragraph numbers change whenever a paragraph is added: a problem is not another one for that. */
function identityOf(
  section: string,
  { rule, message }: CheckedFinding,
  quote: Quote | null,
): string {
  const words = quote === null ? '' : `${quote.before}${quote.wrong}${quote.after}`
  return [rule.id, section, message.replace(/\d+/g, '0'), words].join('\n')
}

/** `12 problems: 3 to be put right, 9 to be looked at.` A clean check is not taken for more than it is. */
export function sumOfProblems(problems: readonly ListedProblem[]): string {
  if (problems.length === 0)
    return `${l10n.t('No problems.')} ${l10n.t('Facts, evidence and fairness are not checked.')}`
  const counts = problemKinds
    .map(kind => ({ kind, count: problems.filter(each => each.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => countInWords(kind, count))
    .join(', ')
  return problems.length === 1
    ? l10n.t('One problem: {0}.', counts)
    : l10n.t('{0} problems: {1}.', problems.length, counts)
}

/**
 * What a report is about, whatever its file is called and however often it is written again: its type, the
 * authority and the days of the inspection. Undefined where these are not on the cover.
 */
export function subjectOf(report: Report): string | undefined {
  const authority = report.cover.authority?.text
  if (authority === undefined) return undefined
  const dates = inspectionDates(report)
  return [report.type.id, plainLine(authority).toLowerCase(), dates?.from ?? ''].join('\n')
}

export interface ComparedProblems {
  /** The identities of those that an earlier version had, too. */
  readonly known: ReadonlySet<string>
  /** Those of the earlier version that are no longer there. */
  readonly putRight: readonly ListedProblem[]
}

/**
 * What became of the problems of an earlier version. A problem is the same where its words are; otherwise where
 * it says the same in the same section, or the same words are wrong in the same way.
 */
export function compareProblems(
  earlier: readonly ListedProblem[],
  present: readonly ListedProblem[],
): ComparedProblems {
  const known = new Set<string>()
  let left = earlier
  for (const key of [exactly, sameMessage, sameWords]) {
    const counts = new Map<string, ListedProblem[]>()
    for (const each of left) {
      const there = counts.get(key(each))
      if (there === undefined) counts.set(key(each), [each])
      else there.push(each)
    }
    const found = new Set<ListedProblem>()
    for (const each of present) {
      const match = known.has(each.identity) ? undefined : counts.get(key(each))?.shift()
      if (match === undefined) continue
      known.add(each.identity)
      found.add(match)
    }
    left = left.filter(each => !found.has(each))
  }
  return { known, putRight: left }
}

const exactly = ({ identity }: ListedProblem) => identity
const sameMessage = ({ rule, section, message }: ListedProblem) =>
  [rule, section, message.replace(/\d+/g, '0')].join('\n')
const sameWords = ({ rule, quote, message }: ListedProblem) =>
  [rule, quote?.wrong ?? message].join('\n')
