/** What is asked about details by which somebody could be recognised. */

import * as l10n from '@vscode/l10n'
import type { IdentifyingDetail } from '../../report/people/identifying'
import { singleSpaced } from '../../text/spaces'

/** A question, and what it is about or what to do. */
export function identifyingMessage(detail: IdentifyingDetail): string {
  switch (detail.kind) {
    case 'name':
      return l10n.t('Could somebody recognise this person? "{0}" is named here.', detail.text)
    case 'lettered-child':
      return l10n.t(
        'Could somebody recognise this child? "{0}" means one particular child.',
        detail.text,
      )
    case 'one-child':
      return l10n.t(
        'Could somebody recognise this child? "{0}" and "{1}" are named together.',
        singleSpaced(detail.text),
        singleSpaced(detail.place.text),
      )
    case 'telephone':
      return l10n.t('Is this somebody’s telephone number? Take it out if it is.')
    case 'e-mail':
      return l10n.t('Is this somebody’s e-mail address? Take it out if it is.')
    case 'postcode':
      return l10n.t('Does somebody live at this postcode? Take it out if they do.')
    case 'nhs-number':
      return l10n.t('This looks like somebody’s NHS number. Take it out if it is.')
    case 'case-number':
      return l10n.t(
        'This looks like the number of somebody’s case or record. Take it out if it is.',
      )
  }
}
