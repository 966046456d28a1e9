/** Says what is yet to be filled in in a draft, and where the next cell of a table is. */

import { openPlaces } from '../../features/drafts/open-places'
import { cellBeside } from '../../features/navigate/table-cells'
import { answerAtOnce, nothing } from '../answering'
import type { Context } from '../context'
import { editOf, offsetOf, rangeOf } from '../convert'
import {
  type NextCellParams,
  type NextCellResult,
  nextCellMethod,
  type PlacesToFillParams,
  type PlacesToFillResult,
  placesToFillMethod,
} from '../protocol'

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
  answerAtOnce<NextCellParams, NextCellResult>(
    context,
    nextCellMethod,
    ({ document, report }, { position, direction }) => {
      const { lines } = report
      const cell = cellBeside(report, offsetOf(lines, position), direction)
      if (cell === undefined) return null
      const { span, isGrade, padding } = cell
      return {
        version: document.version,
        range: rangeOf(lines, span),
        isGrade,
        padding: padding.map(edit => editOf(lines, edit)),
      }
    },
    nothing,
  )
}
