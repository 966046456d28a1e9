/** Finds what may lead to one child or another person: names, numbers, addresses, a child beside a place. */

import * as l10n from '@vscode/l10n'
import { identifyingDetails } from '../report/people/identifying'
import { onOneLine } from './fixes/one-line'
import { identifyingMessage } from './messages/identifying-detail'
import type { Rule } from './rule'

export const identifyingDetail: Rule = {
  id: 'identifying-detail',
  summary: 'A name, number, address or place by which somebody could be recognised',
  severity: 'information',
  fixable: 'never',
  waitsForFinish: true,
  *check(report) {
    for (const detail of identifyingDetails(report)) {
      yield {
        span: onOneLine(report, detail),
        message: identifyingMessage(detail),
        ...(detail.kind === 'one-child' && {
          related: [
            { span: onOneLine(report, detail.place), message: l10n.t('The place is named here.') },
          ],
        }),
      }
    }
  },
}
