/** Everything that answers from the text alone: definition, references, outline, hover, completion, … */

import type { Position, TextDocumentIdentifier } from 'vscode-languageserver'
import { completion, completionInNonReport } from '../features/completion'
import { definition } from '../features/definition'
import { folding } from '../features/folding'
import { highlights } from '../features/highlights'
import { hover } from '../features/hover'
import { lenses } from '../features/lenses'
import { links } from '../features/links'
import { otherPlace, whyNoOtherPlace } from '../features/other-place'
import { references } from '../features/references'
import { selections } from '../features/selection'
import { semanticTokens } from '../features/semantic-tokens'
import { symbols } from '../features/symbols'
import type { Report } from '../report/model'
import { LineIndex } from '../text/lines'
import { latestTypes } from '../types/catalogue'
import type { Context } from './context'
import {
  codeLensOf,
  completionOf,
  documentLinkOf,
  foldOf,
  highlightOf,
  hoverOf,
  linksOf,
  locationOf,
  offsetOf,
  selectionOf,
  symbolOf,
  tokensOf,
} from './convert'
import { reportOf } from './documents'
import { type OtherPlaceParams, type OtherPlaceResult, otherPlaceMethod } from './protocol'

interface Place {
  readonly textDocument: TextDocumentIdentifier
  readonly position: Position
}

/**
 * Anything that is no report is answered with null, never with an empty list: an editor takes that for
 * an answer, and would leave out its own (folding by indentation, words as suggestions).
 */
export function serveNavigation(context: Context): void {
  const { connection, abilities } = context

  const inReport = <Answer>(
    { textDocument }: { readonly textDocument: TextDocumentIdentifier },
    answer: (report: Report, uri: string) => Answer | null,
  ): Answer | null => {
    const document = context.texts.get(textDocument.uri)
    const report = document && reportOf(document)
    return report === undefined ? null : answer(report, textDocument.uri)
  }
  const atPlace = <Answer>(
    place: Place,
    answer: (report: Report, offset: number, uri: string) => Answer | null,
  ): Answer | null =>
    inReport(place, (report, uri) => answer(report, offsetOf(report.lines, place.position), uri))

  connection.onDefinition(place =>
    atPlace(place, (report, offset, uri) => {
      const found = definition(report, offset)
      if (found === undefined) return null
      return abilities.definitionLinks
        ? linksOf(report.lines, uri, found)
        : found.targets.map(({ selection }) => locationOf(report.lines, uri, selection))
    }),
  )
  connection.onReferences(params =>
    atPlace(params, (report, offset, uri) =>
      references(report, offset, params.context.includeDeclaration).map(span =>
        locationOf(report.lines, uri, span),
      ),
    ),
  )
  connection.onDocumentHighlight(place =>
    atPlace(place, (report, offset) =>
      highlights(report, offset).map(highlight => highlightOf(report.lines, highlight)),
    ),
  )
  connection.onHover(place =>
    atPlace(place, (report, offset) => {
      const found = hover(report, offset)
      return found === undefined ? null : hoverOf(report.lines, found)
    }),
  )
  connection.onRequest<OtherPlaceResult, void>(
    otherPlaceMethod,
    (place: OtherPlaceParams): OtherPlaceResult =>
      atPlace(place, (report, offset, uri) => {
        const found = otherPlace(report, offset)
        if (found !== undefined) return locationOf(report.lines, uri, found)
        const message = whyNoOtherPlace(report, offset)
        return message === undefined ? null : { message }
      }),
  )
  connection.onDocumentSymbol(params =>
    inReport(params, report => symbols(report).map(symbol => symbolOf(report.lines, symbol))),
  )
  connection.onFoldingRanges(params =>
    inReport(params, report => folding(report).map(fold => foldOf(report.lines, fold))),
  )
  connection.onDocumentLinks(params =>
    inReport(params, (report, uri) =>
      links(report).map(link => documentLinkOf(report.lines, uri, link)),
    ),
  )
  connection.onCodeLens(async params =>
    (await context.settings.lenses())
      ? inReport(params, (report, uri) =>
          lenses(report).map(lens => codeLensOf(report.lines, uri, lens)),
        )
      : null,
  )
  connection.onSelectionRanges(params =>
    inReport(params, report =>
      params.positions.map(
        position =>
          selectionOf(report.lines, selections(report, offsetOf(report.lines, position))) ?? {
            range: { start: position, end: position },
          },
      ),
    ),
  )
  connection.languages.semanticTokens.on(
    params =>
      inReport(params, report => tokensOf(report.lines, semanticTokens(report))) ?? { data: [] },
  )
  serveCompletion(context)
}

function serveCompletion({ connection, texts, abilities, types }: Context): void {
  // Every completion has tab stops; without them it would leave marks like `${1:…}` in the text.
  if (!abilities.snippets) return
  connection.onCompletion(({ textDocument, position }) => {
    const document = texts.get(textDocument.uri)
    if (document === undefined) return null
    const report = reportOf(document)
    if (report === undefined && document.languageId !== 'inspection-report') return null
    const lines = report?.lines ?? new LineIndex(document.getText())
    const offset = offsetOf(lines, position)
    const found =
      report === undefined
        ? completionInNonReport(lines.text, offset, latestTypes(types.catalogue()))
        : completion(report, offset, todayHere())
    if (found.length === 0) return null
    return { isIncomplete: true, items: found.map(item => completionOf(lines, item)) }
  })
}

/** The day where the server runs, which is where the user is: an ISO date. */
function todayHere(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
