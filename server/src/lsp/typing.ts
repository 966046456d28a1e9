/** Keeps numbers in order behind what somebody types, and moves paragraphs. */

import * as l10n from '@vscode/l10n'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { ReadAgain } from '../features/formatting'
import {
  type KeptNumbers,
  keepNumbers,
  keepNumbersBehind,
  keepTypedNumber,
} from '../features/keep-numbers'
import { moveParagraph, moveTargets } from '../features/move-paragraph'
import type { Report } from '../report/model'
import { parseReport } from '../report/parse'
import type { TextEdit } from '../text/edits'
import { combined, following } from '../text/follow'
import type { Context } from './context'
import { reportOf } from './documents'
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
} from './protocol'

const noReport = () => ({
  error: l10n.t('This document is not an inspection report of a known type.'),
})

export function serveTyping({ connection, texts, types }: Context): void {
  const readAgain =
    ({ uri }: TextDocument): ReadAgain =>
    text =>
      parseReport(text, { types: types.catalogue(), choice: types.choiceFor(uri) })

  connection.onRequest<KeepNumbersResult, void>(
    keepNumbersMethod,
    ({ textDocument, version, edits, cut, typed, back }: KeepNumbersParams): KeepNumbersResult => {
      const document = texts.get(textDocument.uri)
      if (document === undefined || document.version !== version) return null
      if (typed !== undefined) {
        const kept = keepTypedNumber(document.getText(), typed, readAgain(document))
        return { edits: kept.map(asOffsets), numbers: [], waiting: 0 }
      }
      const report = reportOf(document)
      if (report === undefined) return null
      const numbers = cut && new Map(cut)
      if (back === undefined)
        return asAnswer(keepNumbers(report, edits.map(asEdit), readAgain(document), numbers))
      return asAnswer(
        keepNumbersBehind(document.getText(), back.map(asEdit), readAgain(document), numbers),
      )
    },
  )
  connection.onRequest<MoveParagraphResult, void>(
    moveParagraphMethod,
    (params: MoveParagraphParams): MoveParagraphResult => {
      const document = texts.get(params.textDocument.uri)
      const report = document && reportOf(document)
      if (document === undefined || report === undefined) return noReport()
      if (document.version !== params.version)
        return { error: l10n.t('The report has changed in the meantime. Please try again.') }
      return movement(report, params, readAgain(document))
    },
  )
  connection.onRequest<MoveTargetsResult, void>(
    moveTargetsMethod,
    ({ textDocument, offset }: MoveTargetsParams): MoveTargetsResult => {
      const document = texts.get(textDocument.uri)
      const report = document && reportOf(document)
      return report === undefined ? null : moveTargets(report, offset)
    },
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
  const edits = combined(moved.edits, kept)
  const text = following(report.text, moved.edits)
  const after = (offset: number): number => {
    const now = text.follow({ start: offset, end: offset })
    return typeof now === 'string' ? offset : throughLabels(kept, now.start)
  }
  return { edits: edits.map(asOffsets), selection: [after(anchor), after(active)] }
}

/** Where an offset is once numbers before it are written over by longer or shorter ones. */
function throughLabels(edits: readonly TextEdit[], offset: number): number {
  return edits.reduce((at, { span, newText }) => {
    if (span.end <= offset) return at + newText.length - (span.end - span.start)
    return span.start < offset ? at + Math.min(0, newText.length - (offset - span.start)) : at
  }, offset)
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
