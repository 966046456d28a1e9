/** Limits of the type that the report's judgements break. */

import type { Grade, JudgementDefinition, Limit } from '../../types/report-type'
import type { Judgement, Report } from '../model'

export interface BreachedLimit {
  readonly limit: Limit
  /** The judgement whose grade the limit rules out, and that grade. */
  readonly limited: Judgement
  readonly grade: Grade
  /** The grade that the limit allows: the best, or the only one. */
  readonly allowed: Grade
  /** The judgements that limit it; where `kind` is `worse`, those that could but do not. */
  readonly by: readonly Judgement[]
  /** The grades of `by`, in their order: where the report disagrees, what the judgement's section says. */
  readonly limiting: readonly Grade[]
  /** The report disagrees on the grades that limit it, so the other grade may be the right one. */
  readonly isDoubtful: boolean
  /** `worse`: graded as if it were limited, although no judgement limits it (`onlyIf`). */
  readonly kind: 'better' | 'worse'
}

/**
 * One for each judgement that is limited: the limit that goes furthest. A grade on which the report disagrees is not
 * limited, and limits none where it is the only one: then it is a slip of its own. Where several differ from the table,
 * the text is newer, and what the sections say limits.
 */
export function breachedLimits(report: Report): readonly BreachedLimit[] {
  const { limits } = report.type
  if (limits.length === 0) return []
  const judgements = new Map<JudgementDefinition, Judgement>(
    report.judgements.map(judgement => [judgement.definition, judgement]),
  )
  const isTextNewer = report.judgements.filter(each => each.disagreement !== undefined).length > 1
  const found = new Map<Judgement, BreachedLimit>()
  for (const limit of limits) {
    const breach = breachOf(limit, judgements, isTextNewer)
    if (breach === undefined) continue
    const before = found.get(breach.limited)
    if (before === undefined || before.allowed.rank < breach.allowed.rank)
      found.set(breach.limited, breach)
  }
  return [...found.values()]
}

function breachOf(
  limit: Limit,
  judgements: ReadonlyMap<JudgementDefinition, Judgement>,
  isTextNewer: boolean,
): BreachedLimit | undefined {
  const limited = judgements.get(limit.limited)
  const grade = limited?.grade
  const allowed = limit.exactly ?? limit.atMost
  if (limited === undefined || grade === undefined || allowed === undefined) return undefined
  const of = limit.of.map(each => judgements.get(each)).filter(each => each !== undefined)
  const limits = (each: Grade | undefined) => each !== undefined && limit.is.includes(each)
  const stated = (each: Judgement) => (isTextNewer ? gradeInText(each) : each.grade)
  const by = of.filter(each => limits(stated(each)))
  if (by.length >= limit.atLeast) {
    const isKept = limit.exactly === undefined ? grade.rank >= allowed.rank : grade === allowed
    const isDoubtful = by.filter(each => limits(each.grade)).length < limit.atLeast
    const limiting = by.map(stated).filter(each => each !== undefined)
    return isKept
      ? undefined
      : { limit, limited, grade, allowed, by, limiting, isDoubtful, kind: 'better' }
  }
  if (!limit.onlyIf) return undefined
  // A judgement that is missing or not agreed on may be the one that limits.
  const areKnown = of.length === limit.of.length && of.every(each => each.grade !== undefined)
  const isLimited = limit.exactly === undefined ? grade.rank >= allowed.rank : grade === allowed
  return areKnown && isLimited
    ? { limit, limited, grade, allowed, by: of, limiting: [], isDoubtful: false, kind: 'worse' }
    : undefined
}

/** The grade on which the report agrees; otherwise what the section says. */
function gradeInText({ grade, disagreement, section }: Judgement): Grade | undefined {
  return disagreement === undefined ? grade : section?.grade?.grade
}
