/** Judgements with a grade that another judgement does not allow. */

import { type BreachedLimit, breachedLimits } from '../report/limits'
import type { Judgement, Report } from '../report/model'
import type { Span } from '../text/span'
import type { Grade } from '../types/report-type'
import { regradeRow, regradeSection } from './fixes/grades'
import { onOneLine } from './fixes/one-line'
import type { Fix, Related, Rule } from './rule'

export const breachedLimit: Rule = {
  id: 'breached-limit',
  summary: 'A judgement has a grade that another judgement does not allow',
  severity: 'error',
  fixable: 'sometimes',
  *check(report) {
    for (const breach of breachedLimits(report)) {
      const { limited } = breach
      const span = gradeOf(limited)
      if (span === undefined) continue
      yield {
        span: onOneLine(report, span),
        message: messageOf(breach),
        related: breach.kind === 'worse' ? [] : breach.by.flatMap(each => relatedTo(report, each)),
        fixes: () => fixes(report, breach),
      }
    }
  },
}

function messageOf({ limit, limited, grade, allowed, by, kind }: BreachedLimit): string {
  const name = `"${limited.title}"`
  if (kind === 'worse') {
    const words = limit.is.map(({ word }) => `"${word}"`).join(' or ')
    return `${name} is "${grade.word}", but ${noneOf(limit.atLeast, by)} ${words}. Change one of the grades.`
  }
  const causes = by.map(each => `"${each.title}"`)
  const others = causes.length - 2
  const list =
    others > 0 ? `${causes.slice(0, 2).join(', ')} and ${others} more` : causes.join(' and ')
  const words = [...new Set(by.map(each => `"${each.grade?.word}"`))].join(' or ')
  const most = limit.exactly === undefined ? `at most "${allowed.word}"` : `"${allowed.word}"`
  return `${name} must be ${most} while ${list} ${causes.length === 1 ? 'is' : 'are'} ${words}. Change one of the grades.`
}

/** What is to be so graded and is not: `neither "Care" nor "Safety" is`. */
function noneOf(atLeast: number, by: readonly Judgement[]): string {
  const [first, second] = by.map(({ title }) => `"${title}"`)
  if (atLeast > 1) return `fewer than ${atLeast} of the judgements that limit it are`
  if (by.length === 1) return `${first} is not`
  if (by.length === 2) return `neither ${first} nor ${second} is`
  return 'none of the judgements that limit it is'
}

/** The grade's own words: in the section, else in the row. */
function gradeOf({ section, row, mentions }: Judgement): Span | undefined {
  const statement = section?.grade ?? row?.grade
  if (statement !== undefined) return statement.word ?? statement.number ?? statement.span
  return mentions.find(mention => mention.grade !== undefined)?.span
}

function relatedTo(report: Report, judgement: Judgement): readonly Related[] {
  const span = gradeOf(judgement)
  if (span === undefined) return []
  const message = `"${judgement.title}" is "${judgement.grade?.word}".`
  return [{ span: onOneLine(report, span), message }]
}

/** Which of the grades is wrong only the inspector knows: one fix for each that a change would settle. */
function fixes(
  report: Report,
  { limit, limited, allowed, by, kind }: BreachedLimit,
): readonly Fix[] {
  if (kind === 'worse') return []
  const first = fix(report, limited, allowed)
  const cause = by.length === limit.atLeast ? by[0] : undefined
  const better = cause && report.type.scale?.grades.filter(each => !limit.is.includes(each))
  const second = better?.at(-1)
  return [first, ...(cause && second ? [fix(report, cause, second)] : [])].filter(
    each => each.edits.length > 0,
  )
}

function fix(report: Report, judgement: Judgement, grade: Grade): Fix {
  const { section } = judgement
  return {
    title: `Change "${judgement.title}" to "${grade.word}" wherever it stands`,
    safe: false,
    edits: [
      ...(section === undefined ? [] : regradeSection(report, section, grade)),
      ...regradeRow(report, judgement, grade),
    ],
  }
}
