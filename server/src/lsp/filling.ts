/** Tells what of a draft is still to be filled in. */

import { openPlaces } from '../features/open-places'
import type { Context } from './context'
import { rangeOf } from './convert'
import { reportOf } from './documents'
import { type PlacesToFillParams, type PlacesToFillResult, placesToFillMethod } from './protocol'

export function serveFilling({ connection, texts }: Context): void {
  connection.onRequest<PlacesToFillResult, void>(
    placesToFillMethod,
    ({ textDocument }: PlacesToFillParams): PlacesToFillResult => {
      const document = texts.get(textDocument.uri)
      const report = document && reportOf(document)
      if (document === undefined || report === undefined) return null
      const { lines, text } = report
      const places = openPlaces(report).map(({ span, choices }) => ({
        range: rangeOf(lines, span),
        words: text.slice(span.start, span.end),
        choices,
      }))
      return { version: document.version, places }
    },
  )
}
