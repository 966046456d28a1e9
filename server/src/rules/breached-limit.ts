/** Judgements with a grade that another judgement does not allow. */

import * as l10n from '@vscode/l10n'
import { type BreachedLimit, breachedLimits } from '../report/grades/limits'
import type { Judgement, Report } from '../report/model'
import type { Span } from '../text/span'
import type { Grade } from '../types/report-type'
import { regradeRow, regradeSection } from './fixes/grades'
import { onOneLine } from './fixes/one-line'
import { breachMessage, breachQuestion } from './messages/breached-limit'
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
        message: breachMessage(breach),
        question: breachQuestion(breach),
        related: breach.by.flatMap((each, at) => relatedTo(report, each, breach.limiting[at])),
        doubtful: breach.isDoubtful,
        fixes: () => fixes(report, breach),
      }
    }
  },
}

/** The grade's own words: in the section, otherwise in the row. */
function gradeOf({ section, row, mentions }: Judgement): Span | undefined {
  const statement = section?.grade ?? row?.grade
  if (statement !== undefined) return statement.word ?? statement.number ?? statement.span
  return mentions.find(mention => mention.grade !== undefined)?.span
}

function relatedTo(
  report: Report,
  judgement: Judgement,
  grade: Grade | undefined,
): readonly Related[] {
  const span = gradeOf(judgement)
  if (span === undefined || grade === undefined) return []
  const message = l10n.t('"{0}" is "{1}".', judgement.title, grade.word)
  return [{ span: onOneLine(report, span), message }]
}

/** Only the inspector knows which of the grades is wrong: one fix for each whose change would settle it. */
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
    title: l10n.t('Change "{0}" to "{1}" wherever it is stated', judgement.title, grade.word),
    safe: false,
    edits: [
      ...(section === undefined ? [] : regradeSection(report, section, grade)),
      ...regradeRow(report, judgement, grade),
    ],
  }
}
