/** What is counted over all files: numbers only, so that it takes no room however many files there are. */

import type { CheckedText } from '../../features/data/report-data'
import { agreesThroughout, isPartlyGraded } from '../../report/judgements'
import type { Report } from '../../report/model'
import type { Severity } from '../../rules/rule'
import { type ExitStatus, type FailOn, failOnLevels } from '../terminal'

/** How a problem is counted and shown: what is still to be written in a draft is not one. */
export type Shown = Severity | 'to do'

export interface Tally {
  reports: number
  /** Files without a report of a known type. */
  others: number
  readonly shown: Record<Shown, number>
  readonly judgements: Record<JudgementCount, number>
}

type JudgementCount = 'all' | 'graded' | 'partly' | 'differ' | 'none'

export function emptyTally(): Tally {
  return {
    reports: 0,
    others: 0,
    shown: { error: 0, warning: 0, information: 0, hint: 0, 'to do': 0 },
    judgements: { all: 0, graded: 0, partly: 0, differ: 0, none: 0 },
  }
}

/** The counts of one text. */
export function tallyOf({ report, findings }: CheckedText): Tally {
  const tally = emptyTally()
  if (report === undefined) return { ...tally, others: 1 }
  for (const { toDo, severity } of findings) tally.shown[toDo ? 'to do' : severity]++
  return { ...tally, reports: 1, judgements: judgementCounts(report) }
}

function judgementCounts({ judgements }: Report): Tally['judgements'] {
  return {
    all: judgements.length,
    graded: judgements.filter(agreesThroughout).length,
    partly: judgements.filter(isPartlyGraded).length,
    differ: judgements.filter(({ grade, mentions }) => {
      return grade === undefined && mentions.some(mention => mention.grade !== undefined)
    }).length,
    none: judgements.filter(({ isNone }) => isNone).length,
  }
}

/** Adds the counts of a text to those of the others. */
export function add(more: Tally, to: Tally): void {
  to.reports += more.reports
  to.others += more.others
  for (const each of Object.keys(to.shown) as Shown[]) to.shown[each] += more.shown[each]
  for (const each of Object.keys(to.judgements) as JudgementCount[])
    to.judgements[each] += more.judgements[each]
}

/** The status for these counts: a file that could not be read outweighs what was found. */
export function exitStatus({ shown }: Tally, failed: number, failOn: FailOn): ExitStatus {
  if (failed > 0) return 2
  if (failOn === 'never') return 0
  const graveEnough = failOnLevels.slice(0, failOnLevels.indexOf(failOn) + 1)
  const counts: Readonly<Record<FailOn, number>> = {
    ...shown,
    hint: shown.hint + shown['to do'],
    never: 0,
  }
  return graveEnough.some(level => counts[level] > 0) ? 1 : 0
}
