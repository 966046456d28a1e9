/** Finds grades whose number and word say different things: "Grade 2 (adequate)". */

import * as l10n from '@vscode/l10n'
import type { GradeStatement, Judgement, Mention } from '../report/model'
import { replace } from '../text/edits'
import { contains } from '../text/span'
import { likeLetters } from './fixes/grade-style'
import type { Finding, Fix, Rule } from './rule'

export const mismatchedGradeNumber: Rule = {
  id: 'mismatched-grade-number',
  summary: 'A grade whose number and word differ',
  severity: 'error',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    for (const judgement of report.judgements)
      for (const statement of [judgement.section?.grade, judgement.row?.grade]) {
        const finding = statement && check(statement, judgement)
        if (finding !== undefined) yield finding
      }
  },
}

function check(statement: GradeStatement, judgement: Judgement): Finding | undefined {
  const { word, number, wordGrade, numberGrade } = statement
  if (word === undefined || number === undefined || wordGrade === undefined) return undefined
  if (wordGrade === numberGrade || wordGrade.number === undefined) return undefined
  const written = likeLetters(word.text, numberGrade?.word ?? '')
  const backing = judgement.mentions.find(
    mention => !contains(mention.span, statement.span) && mention.grade === statement.grade,
  )
  // Where the judgement's other places agree with the word, it is the number that is wrong.
  const isNumberWrong =
    numberGrade === undefined || (backing !== undefined && statement.grade === wordGrade)
  const toNumber: Fix = {
    title: l10n.t('Change the number to {0}', wordGrade.number),
    safe: false,
    preferred: isNumberWrong,
    edits: [replace(number, String(wordGrade.number))],
  }
  const toWord: Fix = {
    title: l10n.t('Write "{0}"', written),
    safe: false,
    preferred: !isNumberWrong && backing !== undefined,
    edits: [replace(word, written)],
  }
  return {
    span: isNumberWrong ? number : word,
    message: message(statement, isNumberWrong),
    question: question(statement, isNumberWrong),
    ...(backing && {
      related: [{ span: backing.span, message: said(backing) }],
    }),
    fixes: () =>
      numberGrade === undefined
        ? [toNumber]
        : isNumberWrong
          ? [toNumber, toWord]
          : [toWord, toNumber],
  }
}

function message(
  { number, wordGrade, numberGrade }: GradeStatement,
  isNumberWrong: boolean,
): string {
  const right = `${wordGrade?.number}`
  const stated = number?.text ?? ''
  if (numberGrade === undefined)
    return l10n.t('The scale has no grade {0}. Change the number to {1}.', stated, right)
  return isNumberWrong
    ? l10n.t(
        '"{0}" is grade {1}. Change the number to {1}, or write "{2}".',
        wordGrade?.word ?? '',
        right,
        numberGrade.word,
      )
    : l10n.t(
        'Grade {0} is "{1}". Write "{1}", or change the number to {2}.',
        stated,
        numberGrade.word,
        right,
      )
}

function question(
  { number, wordGrade, numberGrade }: GradeStatement,
  isNumberWrong: boolean,
): string {
  const stated = number?.text ?? ''
  const word = wordGrade?.word ?? ''
  if (numberGrade === undefined)
    return l10n.t(
      'The scale has no grade {0}, and "{1}" is another one. Which is right?',
      stated,
      word,
    )
  return isNumberWrong
    ? l10n.t(
        'This is the number of "{0}", but the word is "{1}". Which is right?',
        numberGrade.word,
        word,
      )
    : l10n.t(
        'This says "{0}", but grade {1} is "{2}". Which is right?',
        word,
        stated,
        numberGrade.word,
      )
}

function said({ kind, grade }: Mention): string {
  const word = grade?.word ?? ''
  if (kind === 'row') return l10n.t('The row says "{0}".', word)
  return kind === 'opening'
    ? l10n.t('The opening sentence says "{0}".', word)
    : l10n.t('The section says "{0}".', word)
}
