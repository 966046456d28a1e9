/** Finds where characters of a report were lost because it was read in the wrong encoding. */

import * as l10n from '@vscode/l10n'
import { unreadable } from '../text/decode'
import type { Rule } from './rule'

export const unreadableCharacters: Rule = {
  id: 'unreadable-characters',
  summary: 'Characters that could not be read and are shown as �',
  severity: 'information',
  fixable: 'never',
  *check({ text }) {
    const start = text.indexOf(unreadable)
    if (start === -1) return
    let end = start
    while (text[end] === unreadable) end++
    // There is one cause, so there is one problem, however many such characters there are.
    yield {
      span: { start, end },
      message: l10n.t(
        'Some characters could not be read, and are shown as "{0}". Open the file again with the right encoding, such as Western (Windows 1252).',
        unreadable,
      ),
    }
  },
}
