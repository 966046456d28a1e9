/** Messages about a judgement with a grade that another judgement does not allow. */

import * as l10n from '@vscode/l10n'
import type { BreachedLimit } from '../../report/grades/limits'
import type { Judgement } from '../../report/model'

/** `"Overall" must be at most "good" while "Care" is "adequate". Change one of the grades.` */
export function breachMessage(breach: BreachedLimit): string {
  return `${breached(breach)} ${l10n.t('Change one of the grades.')}`
}

/** `"Overall" must be at most "good" while "Care" is "adequate". Which of the grades is right?` */
export function breachQuestion(breach: BreachedLimit): string {
  return `${breached(breach)} ${l10n.t('Which of the grades is right?')}`
}

function breached(breach: BreachedLimit): string {
  if (breach.kind === 'worse') return worseThanNeeded(breach)
  return breach.limit.exactly === undefined ? betterThanAllowed(breach) : otherThanDemanded(breach)
}

function betterThanAllowed(breach: BreachedLimit): string {
  const {
    limited: { title },
    allowed: { word },
    by,
  } = breach
  const [causes, grades] = [named(by), gradesOf(breach)]
  return by.length === 1
    ? l10n.t('"{0}" must be at most "{1}" while {2} is {3}.', title, word, causes, grades)
    : l10n.t('"{0}" must be at most "{1}" while {2} are {3}.', title, word, causes, grades)
}

function otherThanDemanded(breach: BreachedLimit): string {
  const {
    limited: { title },
    allowed: { word },
    by,
  } = breach
  const [causes, grades] = [named(by), gradesOf(breach)]
  return by.length === 1
    ? l10n.t('"{0}" must be "{1}" while {2} is {3}.', title, word, causes, grades)
    : l10n.t('"{0}" must be "{1}" while {2} are {3}.', title, word, causes, grades)
}

/** What should have the grade and does not: `neither "Care" nor "Safety" is`. */
function worseThanNeeded({ limit, limited: { title }, grade, by }: BreachedLimit): string {
  const limiting = eitherOf(limit.is.map(({ word }) => `"${word}"`))
  const [first = '', second = ''] = by.map(each => each.title)
  if (limit.atLeast > 1)
    return l10n.t(
      '"{0}" is "{1}", but fewer than {2} of the judgements that limit it are {3}.',
      title,
      grade.word,
      limit.atLeast,
      limiting,
    )
  if (by.length === 1)
    return l10n.t('"{0}" is "{1}", but "{2}" is not {3}.', title, grade.word, first, limiting)
  if (by.length === 2)
    return l10n.t(
      '"{0}" is "{1}", but neither "{2}" nor "{3}" is {4}.',
      title,
      grade.word,
      first,
      second,
      limiting,
    )
  return l10n.t(
    '"{0}" is "{1}", but none of the judgements that limit it is {2}.',
    title,
    grade.word,
    limiting,
  )
}

/** `"Care"`, `"Care" and "Safety"`, `"Care", "Safety" and 2 more`. */
function named(judgements: readonly Judgement[]): string {
  const [first = '', second, ...others] = judgements.map(({ title }) => `"${title}"`)
  if (second === undefined) return first
  return others.length === 0
    ? l10n.t('{0} and {1}', first, second)
    : l10n.t('{0} and {1} more', `${first}, ${second}`, others.length)
}

/** Each grade once: `"adequate" or "inadequate"`. */
function gradesOf({ limiting }: BreachedLimit): string {
  return eitherOf([...new Set(limiting.map(({ word }) => `"${word}"`))])
}

/** `"good" or "outstanding"`. */
function eitherOf(words: readonly string[]): string {
  const [first = '', ...others] = words
  return others.reduce((list, word) => l10n.t('{0} or {1}', list, word), first)
}
