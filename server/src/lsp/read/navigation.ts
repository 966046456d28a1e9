/** Everything that answers from the text alone: definition, references, outline, hover, completion, … */

import type { CancellationToken, Position, TextDocumentIdentifier } from 'vscode-languageserver'
import { completion, completionInNonReport } from '../../features/complete/completion'
import { definition } from '../../features/navigate/definition'
import { folding } from '../../features/navigate/folding'
import { highlights } from '../../features/navigate/highlights'
import { hover } from '../../features/navigate/hover'
import { lenses } from '../../features/navigate/lenses'
import { links } from '../../features/navigate/links'
import { otherPlace, whyNoOtherPlace } from '../../features/navigate/other-place'
import { references } from '../../features/navigate/references'
import { selections } from '../../features/navigate/selection'
import { semanticTokens } from '../../features/navigate/semantic-tokens'
import { symbols } from '../../features/navigate/symbols'
import type { Report } from '../../report/model'
import { LineIndex } from '../../text/lines'
import { latestTypes } from '../../types/catalogue'
import { openReportIn } from '../answering'
import type { Context } from '../context'
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
} from '../convert'
import { reportIn } from '../documents'
import { type OtherPlaceParams, type OtherPlaceResult, otherPlaceMethod } from '../protocol'

interface Place {
  readonly textDocument: TextDocumentIdentifier
  readonly position: Position
}

/**
 * Anything that is not a report is answered with null, never with an empty list: an editor would take that for
 * an answer, and would leave out its own (folding by indentation, words as suggestions).
 */
export function serveNavigation(context: Context): void {
  const { connection, abilities } = context

  const inReport = async <Answer>(
    params: { readonly textDocument: TextDocumentIdentifier },
    token: CancellationToken,
    answer: (report: Report, uri: string) => Answer | null,
  ): Promise<Answer | null> => {
    const found = await openReportIn(context, params, token)
    return found === undefined ? null : answer(found.report, params.textDocument.uri)
  }
  const atPlace = <Answer>(
    place: Place,
    token: CancellationToken,
    answer: (report: Report, offset: number, uri: string) => Answer | null,
  ): Promise<Answer | null> =>
    inReport(place, token, (report, uri) =>
      answer(report, offsetOf(report.lines, place.position), uri),
    )

  connection.onDefinition((place, token) =>
    atPlace(place, token, (report, offset, uri) => {
      const found = definition(report, offset)
      if (found === undefined) return null
      return abilities.definitionLinks
        ? linksOf(report.lines, uri, found)
        : found.targets.map(({ selection }) => locationOf(report.lines, uri, selection))
    }),
  )
  connection.onReferences((params, token) =>
    atPlace(params, token, (report, offset, uri) =>
      references(report, offset, params.context.includeDeclaration).map(span =>
        locationOf(report.lines, uri, span),
      ),
    ),
  )
  connection.onDocumentHighlight((place, token) =>
    atPlace(place, token, (report, offset) =>
      highlights(report, offset).map(highlight => highlightOf(report.lines, highlight)),
    ),
  )
  connection.onHover((place, token) =>
    atPlace(place, token, (report, offset) => {
      const found = hover(report, offset)
      return found === undefined ? null : hoverOf(report.lines, found)
    }),
  )
  connection.onRequest<OtherPlaceResult, void>(
    otherPlaceMethod,
    (place: OtherPlaceParams, token: CancellationToken): Promise<OtherPlaceResult> =>
      atPlace<OtherPlaceResult>(place, token, (report, offset, uri) => {
        const found = otherPlace(report, offset)
        if (found !== undefined) return locationOf(report.lines, uri, found)
        const message = whyNoOtherPlace(report, offset)
        return message === undefined ? null : { message }
      }),
  )
  connection.onDocumentSymbol((params, token) =>
    inReport(params, token, report =>
      symbols(report).map(symbol => symbolOf(report.lines, symbol)),
    ),
  )
  connection.onFoldingRanges((params, token) =>
    inReport(params, token, report => folding(report).map(fold => foldOf(report.lines, fold))),
  )
  connection.onDocumentLinks((params, token) =>
    inReport(params, token, (report, uri) =>
      links(report).map(link => documentLinkOf(report.lines, uri, link)),
    ),
  )
  connection.onCodeLens(async (params, token) =>
    (await context.settings.of(params.textDocument.uri)).codeLens !== false
      ? inReport(params, token, (report, uri) =>
          lenses(report).map(lens => codeLensOf(report.lines, uri, lens)),
        )
      : null,
  )
  connection.onSelectionRanges((params, token) =>
    inReport(params, token, report =>
      params.positions.map(
        position =>
          selectionOf(report.lines, selections(report, offsetOf(report.lines, position))) ?? {
            range: { start: position, end: position },
          },
      ),
    ),
  )
  connection.languages.semanticTokens.on(
    async (params, token) =>
      (await inReport(params, token, report => tokensOf(report.lines, semanticTokens(report)))) ?? {
        data: [],
      },
  )
  serveCompletion(context)
}

function serveCompletion({ connection, texts, abilities, types }: Context): void {
  connection.onCompletion(async ({ textDocument, position }, token) => {
    const document = texts.get(textDocument.uri)
    if (document === undefined) return null
    const report = await reportIn(document, token)
    if (report === undefined && document.languageId !== 'inspection-report') return null
    const lines = report?.lines ?? new LineIndex(document.getText())
    const offset = offsetOf(lines, position)
    const found =
      report === undefined
        ? completionInNonReport(lines.text, offset, latestTypes(types.catalogue()))
        : completion(report, offset, todayHere())
    if (found.length === 0) return null
    return { isIncomplete: true, items: found.map(item => completionOf(lines, item, abilities)) }
  })
}

/** The date where the server runs, which is where the user is, in ISO form. */
function todayHere(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
