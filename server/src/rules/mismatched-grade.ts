/** Finds judgements whose section and row state different grades. */

import * as l10n from '@vscode/l10n'
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
      const isCover = row?.restated !== undefined
      yield {
        span: statement.word ?? statement.number ?? statement.span,
        message: message(isCover ? 'cover' : disagreement.odd, oddGrade.word, otherGrade.word),
        question: question(isCover ? 'cover' : disagreement.odd, oddGrade.word, otherGrade.word),
        related: others.map(other => ({
          span: other.span,
          message: isCover
            ? l10n.t('This sentence says "{0}".', other.grade?.word ?? '')
            : said(other),
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

function message(odd: 'cover' | Disagreement['odd'], here: string, there: string): string {
  if (odd === 'cover')
    return l10n.t(
      'The cover says "{0}", the report\'s text "{1}". Change one of them.',
      here,
      there,
    )
  return odd === 'row'
    ? l10n.t('This row says "{0}", its section "{1}". Change one of them.', here, there)
    : l10n.t('This section says "{0}", its row "{1}". Change one of them.', here, there)
}

function question(odd: 'cover' | Disagreement['odd'], here: string, there: string): string {
  if (odd === 'cover')
    return l10n.t('This says "{0}", the report\'s text says "{1}". Which is right?', here, there)
  return odd === 'row'
    ? l10n.t('This says "{0}", the section says "{1}". Which is right?', here, there)
    : l10n.t('This says "{0}", the table says "{1}". Which is right?', here, there)
}

function rowFixes(
  report: Report,
  judgement: Judgement,
  { oddGrade, otherGrade }: Disagreement,
): readonly Fix[] {
  const restated = judgement.row?.restated
  if (restated !== undefined)
    return [
      fix(
        l10n.t('Change the cover to "{0}"', otherGrade.word),
        regradeRow(report, judgement, otherGrade),
      ),
      fix(
        l10n.t('Change the sentence to "{0}"', oddGrade.word),
        restate(report, restated, oddGrade),
      ),
    ]
  return [
    fix(
      l10n.t('Change the row to "{0}"', otherGrade.word),
      regradeRow(report, judgement, otherGrade),
    ),
    fix(
      l10n.t('Change the section to "{0}"', oddGrade.word),
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
      l10n.t('Change the section to "{0}"', otherGrade.word),
      section?.grade === undefined ? [] : regrade(report, section.grade, otherGrade),
    ),
    fix(
      sentence.length > 0
        ? l10n.t('Change the row and the opening sentence to "{0}"', oddGrade.word)
        : l10n.t('Change the row to "{0}"', oddGrade.word),
      [...regradeRow(report, judgement, oddGrade), ...sentence],
    ),
  ]
}

function fix(title: string, edits: Fix['edits']): Fix {
  return { title, safe: false, edits }
}

function said({ kind, grade }: Mention): string {
  const word = grade?.word ?? ''
  if (kind === 'row') return l10n.t('The row says "{0}".', word)
  return kind === 'opening'
    ? l10n.t('The opening sentence says "{0}".', word)
    : l10n.t('The section says "{0}".', word)
}
