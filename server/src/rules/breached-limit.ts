/** Judgements with a grade that another judgement does not allow. */

import * as l10n from '@vscode/l10n'
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
  const { title } = limited
  if (kind === 'worse') {
    const words = eitherOf(limit.is.map(({ word }) => `"${word}"`))
    return worse(title, grade.word, words, limit.atLeast, by)
  }
  const causes = by.map(each => `"${each.title}"`)
  const others = causes.length - 2
  const list =
    others > 0
      ? l10n.t('{0} and {1} more', causes.slice(0, 2).join(', '), others)
      : causes.length === 2
        ? l10n.t('{0} and {1}', causes[0] ?? '', causes[1] ?? '')
        : (causes[0] ?? '')
  const words = eitherOf([...new Set(by.map(each => `"${each.grade?.word}"`))])
  const word = allowed.word
  if (limit.exactly === undefined)
    return causes.length === 1
      ? l10n.t(
          '"{0}" must be at most "{1}" while {2} is {3}. Change one of the grades.',
          title,
          word,
          list,
          words,
        )
      : l10n.t(
          '"{0}" must be at most "{1}" while {2} are {3}. Change one of the grades.',
          title,
          word,
          list,
          words,
        )
  return causes.length === 1
    ? l10n.t(
        '"{0}" must be "{1}" while {2} is {3}. Change one of the grades.',
        title,
        word,
        list,
        words,
      )
    : l10n.t(
        '"{0}" must be "{1}" while {2} are {3}. Change one of the grades.',
        title,
        word,
        list,
        words,
      )
}

/** `"good" or "outstanding"`. */
function eitherOf(words: readonly string[]): string {
  const [first = '', ...others] = words
  return others.reduce((list, word) => l10n.t('{0} or {1}', list, word), first)
}

/** What is to be so graded and is not: `neither "Care" nor "Safety" is`. */
function worse(
  title: string,
  grade: string,
  words: string,
  atLeast: number,
  by: readonly Judgement[],
): string {
  const [first = '', second = ''] = by.map(each => each.title)
  if (atLeast > 1)
    return l10n.t(
      '"{0}" is "{1}", but fewer than {2} of the judgements that limit it are {3}. Change one of the grades.',
      title,
      grade,
      atLeast,
      words,
    )
  if (by.length === 1)
    return l10n.t(
      '"{0}" is "{1}", but "{2}" is not {3}. Change one of the grades.',
      title,
      grade,
      first,
      words,
    )
  if (by.length === 2)
    return l10n.t(
      '"{0}" is "{1}", but neither "{2}" nor "{3}" is {4}. Change one of the grades.',
      title,
      grade,
      first,
      second,
      words,
    )
  return l10n.t(
    '"{0}" is "{1}", but none of the judgements that limit it is {2}. Change one of the grades.',
    title,
    grade,
    words,
  )
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
  const message = l10n.t('"{0}" is "{1}".', judgement.title, judgement.grade?.word ?? '')
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
    title: l10n.t('Change "{0}" to "{1}" wherever it is stated', judgement.title, grade.word),
    safe: false,
    edits: [
      ...(section === undefined ? [] : regradeSection(report, section, grade)),
      ...regradeRow(report, judgement, grade),
    ],
  }
}
