/** Timescales that are out of order ("Within six months" before "Immediately") or appear twice. */

import * as l10n from '@vscode/l10n'
import type { Report } from '../report/model'
import {
  duplicateTimescales,
  type MisplacedTimescale,
  misplacedTimescales,
} from '../report/sections/timescale-order'
import { insert, remove } from '../text/edits'
import { onOneLine } from './fixes/one-line'
import type { Fix, Rule } from './rule'

export const misplacedTimescale: Rule = {
  id: 'misplaced-timescale',
  summary: 'A timescale comes after a longer one, before a shorter one, or twice',
  severity: 'warning',
  fixable: 'sometimes',
  *check(report) {
    for (const section of report.sections) {
      const doubles = duplicateTimescales(report, section)
      for (const { stretch, first } of doubles) {
        const { heading } = stretch.timescale
        yield {
          span: onOneLine(report, heading),
          message: l10n.t(
            '"{0}" appears twice. Move what is under it to the other one, or change the timescale.',
            heading.text,
          ),
          related: [
            { span: onOneLine(report, first.timescale.heading), message: l10n.t('The other one.') },
          ],
        }
      }
      const found = new Set(doubles.map(({ stretch }) => stretch.timescale))
      for (const misplaced of misplacedTimescales(report, section)) {
        const { stretch, before, last } = misplaced
        if (found.has(stretch.timescale)) continue
        const other = (before ?? last).timescale
        const name = other.heading.text
        yield {
          span: onOneLine(report, stretch.timescale.heading),
          message:
            before === undefined
              ? l10n.t(
                  '"{0}" belongs after "{1}". Move it there with everything under it.',
                  stretch.timescale.heading.text,
                  name,
                )
              : l10n.t(
                  '"{0}" belongs before "{1}". Move it there with everything under it.',
                  stretch.timescale.heading.text,
                  name,
                ),
          related: [
            {
              span: onOneLine(report, other.heading),
              message:
                before === undefined
                  ? l10n.t('It belongs after this timescale.')
                  : l10n.t('It belongs before this timescale.'),
            },
          ],
          fixes: () => fixes(report, misplaced),
        }
      }
    }
  },
}

function fixes(report: Report, { stretch, before, last }: MisplacedTimescale): readonly Fix[] {
  const { start, end } = stretch.extent
  const at = before?.extent.start ?? last.extent.end
  const moving = report.text.slice(start, end)
  // A text that ends without a line end has neither whole lines to move nor a place to move them to.
  if (!moving.endsWith('\n') || (at > 0 && report.text[at - 1] !== '\n')) return []
  const blank = report.text.includes('\r\n') ? '\r\n' : '\n'
  const isApart = /\n[ \t\r]*\n$/.test(moving)
  const wasApart = /\n[ \t\r]*\n$/.test(report.text.slice(0, at))
  const text =
    before === undefined
      ? `${wasApart || !isApart ? '' : blank}${moving}`
      : `${moving}${isApart || !wasApart ? '' : blank}`
  return [
    {
      title:
        before === undefined
          ? l10n.t('Move it after "{0}"', last.timescale.heading.text)
          : l10n.t('Move it before "{0}"', before.timescale.heading.text),
      safe: false,
      preferred: true,
      edits: [remove({ start, end }), insert(at, text)],
    },
  ]
}
