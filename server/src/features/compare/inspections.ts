/** Two inspections of one authority, judgement beside judgement. */

import type { Judgement, Report } from '../../report/model'
import { normalTitle } from '../../types/normal-title'
import type { ReportType, Scale } from '../../types/report-type'
import { type ReportOutcome, reportOutcome } from '../wording/report-outcome'
import { agreedGrade, judgementKey } from '../wording/stated-grade'
import { isSameAuthority } from './same-authority'

export interface InspectionComparison {
  /** In the order of the present report. */
  readonly pairs: readonly JudgementPair[]
  /** The outcomes of two reports of one type that has outcomes instead of grades. */
  readonly outcomes: OutcomePair | undefined
  /** Judgements that have no counterpart in the other report. */
  readonly onlyEarlier: readonly Judgement[]
  readonly onlyPresent: readonly Judgement[]
  /** The scales use different words, so a position on one does not mean the same as on the other. */
  readonly scalesDiffer: boolean
  /** Both covers name an authority, and the two are not the same. */
  readonly authoritiesDiffer: boolean
}

export interface JudgementPair {
  readonly earlier: Judgement
  readonly present: Judgement
  /** The two types give it different names but ask much the same. */
  readonly isAlike: boolean
  /**
   * Compared by position on the scale; where the scales differ, by the position on each, if they have the same number
   * of grades. Undefined where either is ungraded, where its places differ, or where nothing can be said.
   */
  readonly change: 'better' | 'worse' | 'same' | undefined
}

export interface OutcomePair {
  readonly earlier: ReportOutcome
  readonly present: ReportOutcome
  /** Undefined where one of the reports does not state exactly one. */
  readonly change: JudgementPair['change']
}

/** Pairs the judgements: by their key within one type, by title and part across types, then by meaning. */
export function compareInspections(earlier: Report, present: Report): InspectionComparison {
  const pairs: JudgementPair[] = []
  const left = new Set(earlier.judgements)
  const paired = new Set<Judgement>()
  const scalesDiffer = !isSameScale(earlier.type.scale, present.type.scale)
  const pairBy = (
    isAlike: boolean,
    keyThen: (judgement: Judgement) => string | undefined,
    keyNow: (judgement: Judgement) => string | undefined,
  ): void => {
    const then = new Map([...left].map(each => [keyThen(each), each]))
    for (const judgement of present.judgements) {
      const key = paired.has(judgement) ? undefined : keyNow(judgement)
      const found = key === undefined ? undefined : then.get(key)
      if (found === undefined || !left.delete(found)) continue
      paired.add(judgement)
      const change = changeOf(found, judgement, [earlier.type, present.type])
      pairs.push({ earlier: found, present: judgement, isAlike, change })
    }
  }
  if (earlier.type.id === present.type.id) pairBy(false, judgementKey, judgementKey)
  // The "Overall effectiveness" of one half is not that of the whole, so the parts must be equal too.
  pairBy(false, titleKey, titleKey)
  pairBy(true, meaningOf, meaningOf)
  const order = new Map(present.judgements.map((each, at) => [each, at]))
  pairs.sort((a, b) => (order.get(a.present) ?? 0) - (order.get(b.present) ?? 0))
  return {
    pairs,
    outcomes: outcomePair(earlier, present),
    onlyEarlier: [...left],
    onlyPresent: present.judgements.filter(each => !paired.has(each)),
    scalesDiffer,
    authoritiesDiffer:
      earlier.cover.authority !== undefined &&
      present.cover.authority !== undefined &&
      !isSameAuthority(earlier.cover.authority.text, present.cover.authority.text),
  }
}

function titleKey({ title, part, definition }: Judgement): string {
  return [...part, definition.title === '' ? title : definition.title].map(normalTitle).join(' > ')
}

/** What both types say that the judgement is about. */
function meaningOf({ definition }: Judgement): string | undefined {
  return 'sameAs' in definition ? definition.sameAs : undefined
}

function changeOf(
  earlier: Judgement,
  present: Judgement,
  [then, now]: readonly [ReportType, ReportType],
): JudgementPair['change'] {
  const before = agreedGrade(earlier)
  const after = agreedGrade(present)
  if (before === undefined || after === undefined) return undefined
  if (then.scale?.grades.length !== now.scale?.grades.length) return undefined
  return changeOfRank(before.rank, after.rank)
}

function changeOfRank(before: number, after: number): 'better' | 'worse' | 'same' {
  if (before === after) return 'same'
  return after < before ? 'better' : 'worse'
}

function outcomePair(then: Report, now: Report): OutcomePair | undefined {
  const [earlier, present] = [reportOutcome(then), reportOutcome(now)]
  if (then.type.id !== now.type.id || earlier === undefined || present === undefined)
    return undefined
  const areStated = earlier.rank !== undefined && present.rank !== undefined
  const change = areStated ? changeOfRank(earlier.rank, present.rank) : undefined
  return { earlier, present, change }
}

/**
 * The same number of grades, with a word in common at each position ("requires
 * improvement", with "to be good" or not).
 */
function isSameScale(a: Scale | undefined, b: Scale | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined || a.grades.length !== b.grades.length) return false
  return a.grades.every((grade, rank) => {
    const other = b.grades[rank]
    const words = new Set([grade.word, ...grade.aliases])
    return other !== undefined && [other.word, ...other.aliases].some(word => words.has(word))
  })
}
