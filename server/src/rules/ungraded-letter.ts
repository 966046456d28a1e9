/** Grades in letters of a kind that gives none. */

import * as l10n from '@vscode/l10n'
import { statedGrades } from '../report/grades/stated-grades'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const ungradedLetter: Rule = {
  id: 'ungraded-letter',
  summary: 'A letter states a grade, although letters of its type give none',
  severity: 'warning',
  fixable: 'never',
  *check(report) {
    for (const stated of statedGrades(report)) {
      yield {
        span: onOneLine(report, stated),
        message: l10n.t(
          'A letter of this type gives no grade. Remove the grade, and say what was found in words.',
        ),
      }
    }
  },
}
