/** Keeps numbers in order after what somebody types, and moves paragraphs. */

import type { TextDocument } from 'vscode-languageserver-textdocument'
import {
  type KeptNumbers,
  keepNumbers,
  keepNumbersAfter,
  type ReadAgain,
} from '../../features/edit/keep-numbers'
import { moveParagraph, moveTargets } from '../../features/edit/move-paragraph'
import type { Report } from '../../report/model'
import { parseReport } from '../../report/parse'
import { aroundMoved } from '../../text/around'
import type { TextEdit } from '../../text/edits'
import { answerAtOnce, hasChanged, notAReport, nothing } from '../answering'
import type { Context } from '../context'
import {
  type KeepNumbersParams,
  type KeepNumbersResult,
  keepNumbersMethod,
  type MoveParagraphParams,
  type MoveParagraphResult,
  type MoveTargetsParams,
  type MoveTargetsResult,
  moveParagraphMethod,
  moveTargetsMethod,
  type OffsetEdit,
} from '../protocol'

export function serveTyping(context: Context): void {
  const { types } = context
  const readAgain =
    ({ uri }: TextDocument): ReadAgain =>
    text =>
      parseReport(text, { types: types.catalogue(), choice: types.choiceFor(uri) })

  answerAtOnce<KeepNumbersParams, KeepNumbersResult>(
    context,
    keepNumbersMethod,
    ({ document }, { version, back, cut, typed }) => {
      if (document.version !== version) return null
      const made = { cut: cut && new Map(cut), typed }
      const edits = back.map(asEdit)
      return asAnswer(keepNumbersAfter(document.getText(), edits, readAgain(document), made))
    },
    nothing,
  )
  answerAtOnce<MoveParagraphParams, MoveParagraphResult>(
    context,
    moveParagraphMethod,
    ({ document, report }, params) =>
      document.version === params.version
        ? movement(report, params, readAgain(document))
        : hasChanged(),
    notAReport,
  )
  answerAtOnce<MoveTargetsParams, MoveTargetsResult>(
    context,
    moveTargetsMethod,
    ({ report }, { offset }) => moveTargets(report, offset),
    nothing,
  )
}

function movement(
  report: Report,
  { selection, to, renumbers }: MoveParagraphParams,
  readAgain: ReadAgain,
): MoveParagraphResult {
  const [anchor, active] = selection
  const span = { start: Math.min(anchor, active), end: Math.max(anchor, active) }
  const moved = moveParagraph(report, span, to)
  if ('error' in moved) return moved
  const { edits: kept } = renumbers
    ? keepNumbers(report, moved.edits, readAgain)
    : { edits: [] as readonly TextEdit[] }
  return { edits: aroundMoved(report.text, moved.edits, kept).map(asOffsets) }
}

function asAnswer({ edits, numbers, waiting }: KeptNumbers): KeepNumbersResult {
  return { edits: edits.map(asOffsets), numbers: [...numbers], waiting }
}

function asEdit({ start, end, newText }: OffsetEdit): TextEdit {
  return { span: { start, end }, newText }
}

function asOffsets({ span, newText }: TextEdit): OffsetEdit {
  return { ...span, newText }
}
