/** Finds grades whose number and word say different things: "Grade 2 (adequate)". */

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
  // Where the judgement's other places say what the word says, it is the number that is wrong.
  const isNumberWrong =
    numberGrade === undefined || (backing !== undefined && statement.grade === wordGrade)
  const toNumber: Fix = {
    title: `Change the number to ${wordGrade.number}`,
    safe: false,
    preferred: isNumberWrong,
    edits: [replace(number, String(wordGrade.number))],
  }
  const toWord: Fix = {
    title: `Write "${written}"`,
    safe: false,
    preferred: !isNumberWrong && backing !== undefined,
    edits: [replace(word, written)],
  }
  return {
    span: isNumberWrong ? number : word,
    message: message(statement, isNumberWrong),
    ...(backing && {
      related: [
        { span: backing.span, message: `${nameOf(backing)} says "${backing.grade?.word}".` },
      ],
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
  if (numberGrade === undefined)
    return `The scale has no grade ${number?.text}. Change the number to ${right}.`
  return isNumberWrong
    ? `"${wordGrade?.word}" is grade ${right}. Change the number to ${right}, or write "${numberGrade.word}".`
    : `Grade ${number?.text} is "${numberGrade.word}". Write "${numberGrade.word}", or change the number to ${right}.`
}

function nameOf({ kind }: Mention): string {
  if (kind === 'row') return 'The row'
  return kind === 'opening' ? 'The opening sentence' : 'The section'
}
