/** Says what is yet to be filled in in a draft. */

import { openPlaces } from '../../features/drafts/open-places'
import { answerAtOnce, nothing } from '../answering'
import type { Context } from '../context'
import { rangeOf } from '../convert'
import { type PlacesToFillParams, type PlacesToFillResult, placesToFillMethod } from '../protocol'

export function serveFilling(context: Context): void {
  answerAtOnce<PlacesToFillParams, PlacesToFillResult>(
    context,
    placesToFillMethod,
    ({ document, report }) => {
      const { lines, text } = report
      const places = openPlaces(report).map(({ span, choices }) => ({
        range: rangeOf(lines, span),
        words: text.slice(span.start, span.end),
        choices,
      }))
      return { version: document.version, places }
    },
    nothing,
  )
}
