/** Finds judgements whose section and row state different grades. */

import type { Disagreement, Judgement, Mention, Report } from '../report/model'
import { regrade, regradeRow, regradeSection, restate } from './fixes/grades'
import type { Finding, Fix, Rule } from './rule'

export const mismatchedGrade: Rule = {
  id: 'mismatched-grade',
  summary: 'A section and its row in the summary table that state different grades',
  severity: 'error',
  fixable: 'sometimes',
  *check(report): Iterable<Finding> {
    for (const judgement of report.judgements) {
      const { disagreement, section, row } = judgement
      if (disagreement === undefined || disagreement.odd === 'opening') continue
      const statement = disagreement.odd === 'row' ? row?.grade : section?.grade
      if (statement === undefined) continue
      const { oddGrade, otherGrade, others } = disagreement
      const [here, there] = disagreement.odd === 'row' ? ['row', 'section'] : ['section', 'row']
      const isCover = row?.restated !== undefined
      yield {
        span: statement.word ?? statement.number ?? statement.span,
        message: isCover
          ? `The cover says "${oddGrade.word}", the report's text "${otherGrade.word}". Change one of them.`
          : `This ${here} says "${oddGrade.word}", its ${there} "${otherGrade.word}". Change one of them.`,
        related: others.map(other => ({
          span: other.span,
          message: isCover ? `This sentence says "${other.grade?.word}".` : said(other),
        })),
        fixes: () =>
          (disagreement.odd === 'row' ? rowFixes : sectionFixes)(
            report,
            judgement,
            disagreement,
          ).filter(fix => fix.edits.length > 0),
      }
    }
  },
}

function rowFixes(
  report: Report,
  judgement: Judgement,
  { oddGrade, otherGrade }: Disagreement,
): readonly Fix[] {
  const restated = judgement.row?.restated
  if (restated !== undefined)
    return [
      fix('the cover', otherGrade.word, regradeRow(report, judgement, otherGrade)),
      fix('the sentence', oddGrade.word, restate(report, restated, oddGrade)),
    ]
  return [
    fix('the row', otherGrade.word, regradeRow(report, judgement, otherGrade)),
    fix(
      'the section',
      oddGrade.word,
      judgement.section === undefined ? [] : regradeSection(report, judgement.section, oddGrade),
    ),
  ]
}

function sectionFixes(
  report: Report,
  judgement: Judgement,
  { oddGrade, otherGrade }: Disagreement,
): readonly Fix[] {
  const { section } = judgement
  const sentence = restate(report, section?.opening, oddGrade)
  return [
    fix(
      'the section',
      otherGrade.word,
      section?.grade === undefined ? [] : regrade(report, section.grade, otherGrade),
    ),
    fix(sentence.length > 0 ? 'the row and the opening sentence' : 'the row', oddGrade.word, [
      ...regradeRow(report, judgement, oddGrade),
      ...sentence,
    ]),
  ]
}

function fix(place: string, word: string, edits: Fix['edits']): Fix {
  return { title: `Change ${place} to "${word}"`, safe: false, edits }
}

function said({ kind, grade }: Mention): string {
  const place = kind === 'row' ? 'row' : kind === 'opening' ? 'opening sentence' : 'section'
  return `The ${place} says "${grade?.word}".`
}
