/** Finds grade lines that are in running text, away from their heading. */

import * as l10n from '@vscode/l10n'
import type { DisplacedGrade, Report, Section } from '../report/model'
import { remove, type TextEdit } from '../text/edits'
import { insertGradeLine } from './fixes/grades'
import { gradesWithoutHeading } from './fixes/lost-headings'
import { onOneLine } from './fixes/one-line'
import type { Finding, Fix, Rule } from './rule'

export const misplacedGrade: Rule = {
  id: 'misplaced-grade',
  summary: 'A grade line away from its heading',
  severity: 'warning',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const lost = gradesWithoutHeading(report)
    for (const displaced of report.displacedGrades) {
      // The fault there is that the heading is missing.
      if (lost.has(displaced)) continue
      const { section, statement } = displaced
      const title = section?.definition.title
      yield {
        span: onOneLine(report, statement.span),
        message:
          title === undefined
            ? l10n.t(
                'This grade is in the middle of the text, and no heading nearby lacks one. Remove it.',
              )
            : l10n.t(
                'This grade is in the middle of the text. Move it under its heading, "{0}".',
                title,
              ),
        ...(section && {
          related: [
            {
              span: onOneLine(report, section.heading.title),
              message: l10n.t('It belongs under this heading.'),
            },
          ],
        }),
        fixes: () => [
          section === undefined ? takenOut(report, displaced) : moved(report, displaced, section),
        ],
      }
    }
  },
}

function moved(report: Report, displaced: DisplacedGrade, section: Section): Fix {
  const { line } = displaced
  const grade = report.text.slice(line.start, line.end).trim()
  return {
    title: l10n.t('Move it under "{0}"', section.definition.title),
    safe: false,
    preferred: true,
    edits: [insertGradeLine(report, section, grade), withoutLine(report, displaced)],
  }
}

function takenOut(report: Report, displaced: DisplacedGrade): Fix {
  return {
    title: l10n.t('Remove this grade'),
    safe: false,
    edits: [withoutLine(report, displaced)],
  }
}

/** Takes the line out, with the blank lines after it where there are others before it. */
function withoutLine({ text }: Report, { line }: DisplacedGrade): TextEdit {
  const isBlankBefore =
    line.start === 0 || /\n[ \t\r]*\n$/.test(text.slice(Math.max(0, line.start - 200), line.start))
  const blankAfter = isBlankBefore
    ? (/^(?:[ \t]*\r?\n)+/.exec(text.slice(line.end, line.end + 200))?.[0] ?? '')
    : ''
  return remove({ start: line.start, end: line.end + blankAfter.length })
}
