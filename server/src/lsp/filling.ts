/** Leading through a draft from place to place. */

import { nextPlace } from '../features/next-place'
import type { Context } from './context'
import { rangeOf, spanOf } from './convert'
import { reportOf } from './documents'
import { type NextPlaceParams, type NextPlaceResult, nextPlaceMethod } from './protocol'

export function serveFilling({ connection, texts }: Context): void {
  connection.onRequest<NextPlaceResult, void>(
    nextPlaceMethod,
    ({ textDocument, range, direction }: NextPlaceParams): NextPlaceResult => {
      const document = texts.get(textDocument.uri)
      const report = document && reportOf(document)
      if (document === undefined || report === undefined) return null
      const { lines } = report
      const place = nextPlace(report, spanOf(lines, range), direction)
      if (place === undefined) return null
      const { span, choices } = place
      return { version: document.version, range: rangeOf(lines, span), choices }
    },
  )
}
