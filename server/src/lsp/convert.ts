/** Converts between offsets and lines, and from what the features answer to what the protocol says. */

import {
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  InsertTextFormat,
  InsertTextMode,
  type Location,
  type LocationLink,
  MarkupKind,
  type Position,
  type TextEdit as ProtocolEdit,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  SymbolKind,
} from 'vscode-languageserver'
import type { CompletionItem as Completion } from '../features/complete/completion-item'
import { snippetText } from '../features/data/snippet-text'
import type { Definition } from '../features/navigate/definition'
import type { Fold } from '../features/navigate/folding'
import type { Highlight } from '../features/navigate/highlights'
import type { Hover as ReportHover } from '../features/navigate/hover'
import type { Lens } from '../features/navigate/lenses'
import type { Link } from '../features/navigate/links'
import { type Token, tokenTypes } from '../features/navigate/semantic-tokens'
import type { ReportSymbol } from '../features/navigate/symbols'
import type { CheckedFinding } from '../rules/rule'
import type { TextEdit } from '../text/edits'
import { LineIndex } from '../text/lines'
import type { Span } from '../text/span'
import type { TypeProblem } from '../types/checked'
import { goToCommand } from './protocol'

export function offsetOf(lines: LineIndex, { line, character }: Position): number {
  return lines.offset({ line, column: character })
}

export function spanOf(lines: LineIndex, { start, end }: Range): Span {
  return { start: offsetOf(lines, start), end: offsetOf(lines, end) }
}

export function positionOf(lines: LineIndex, offset: number): Position {
  const { line, column } = lines.position(offset)
  return { line, character: column }
}

export function rangeOf(lines: LineIndex, { start, end }: Span): Range {
  return { start: positionOf(lines, start), end: positionOf(lines, end) }
}

export function editOf(lines: LineIndex, { span, newText }: TextEdit): ProtocolEdit {
  return { range: rangeOf(lines, span), newText }
}

export function locationOf(lines: LineIndex, uri: string, span: Span): Location {
  return { uri, range: rangeOf(lines, span) }
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const

export interface DiagnosticOptions {
  readonly uri: string
  /** The folder of the documentation, where it is known and the client shows links to it. */
  readonly docsUri: string | undefined
  readonly showsRelated: boolean
}

/** What is wrong in a file of report types or settings. */
export function diagnosticsOfFile(text: string, problems: readonly TypeProblem[]): Diagnostic[] {
  const lines = new LineIndex(text)
  return problems.map(({ start, end, message, severity }) => ({
    range: rangeOf(lines, { start, end }),
    message,
    severity: severities[severity],
    source: 'Inspection Reports',
  }))
}

export function diagnosticOf(
  lines: LineIndex,
  { span, message, related, rule, severity }: CheckedFinding,
  { uri, docsUri, showsRelated }: DiagnosticOptions,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: rangeOf(lines, span),
    severity: severities[severity],
    code: rule.id,
    message,
  }
  // A code with a link already shows which extension the problem comes from. The product's name beside it would
  // fill half of each line in a list of problems.
  if (docsUri === undefined) diagnostic.source = 'Inspection Reports'
  else diagnostic.codeDescription = { href: `${docsUri}/rules/${rule.id}.md` }
  if (showsRelated && related !== undefined && related.length > 0)
    diagnostic.relatedInformation = related.map(other => ({
      location: locationOf(lines, uri, other.span),
      message: other.message,
    }))
  return diagnostic
}

export function linksOf(
  lines: LineIndex,
  uri: string,
  { origin, targets }: Definition,
): LocationLink[] {
  const originSelectionRange = rangeOf(lines, origin)
  return targets.map(({ span, selection }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: rangeOf(lines, span),
    targetSelectionRange: rangeOf(lines, selection),
  }))
}

export function highlightOf(lines: LineIndex, { span, kind }: Highlight): DocumentHighlight {
  return {
    range: rangeOf(lines, span),
    kind: kind === 'write' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }
}

const symbolKinds: Readonly<Record<ReportSymbol['kind'], SymbolKind>> = {
  cover: SymbolKind.File,
  contents: SymbolKind.Array,
  part: SymbolKind.Module,
  section: SymbolKind.String,
  judgement: SymbolKind.Event,
  summary: SymbolKind.Struct,
  group: SymbolKind.Namespace,
  row: SymbolKind.Field,
}

export function symbolOf(lines: LineIndex, symbol: ReportSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbolKinds[symbol.kind],
    range: rangeOf(lines, symbol.span),
    selectionRange: rangeOf(lines, symbol.selection),
    children: symbol.children.map(child => symbolOf(lines, child)),
  }
}

export function foldOf(lines: LineIndex, { span, kind }: Fold): FoldingRange {
  return { startLine: lines.lineAt(span.start), endLine: lines.lineAt(span.end), kind }
}

export function hoverOf(lines: LineIndex, { span, markdown }: ReportHover): Hover {
  return { range: rangeOf(lines, span), contents: { kind: MarkupKind.Markdown, value: markdown } }
}

export function documentLinkOf(lines: LineIndex, uri: string, link: Link): DocumentLink {
  const { line, character } = positionOf(lines, link.target)
  return {
    range: rangeOf(lines, link.span),
    target: `${uri}#L${line + 1},${character + 1}`,
    tooltip: link.tooltip,
  }
}

/** A lens without a target is shown as words that cannot be clicked. */
export function codeLensOf(lines: LineIndex, uri: string, { span, words, target }: Lens): CodeLens {
  const command =
    target === undefined
      ? { title: words, command: '' }
      : { title: words, command: goToCommand, arguments: [uri, rangeOf(lines, target)] }
  return { range: rangeOf(lines, span), command }
}

/** The chain from the smallest to the largest; undefined for none. */
export function selectionOf(lines: LineIndex, spans: readonly Span[]): SelectionRange | undefined {
  return spans.reduceRight<SelectionRange | undefined>(
    (parent, span) => ({ range: rangeOf(lines, span), ...(parent && { parent }) }),
    undefined,
  )
}

const completionKinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  grade: CompletionItemKind.EnumMember,
  timescale: CompletionItemKind.Event,
  summary: CompletionItemKind.Struct,
  field: CompletionItemKind.Field,
  paragraph: CompletionItemKind.Text,
  report: CompletionItemKind.File,
}

/** With tab stops for a client that has them; for another, the text that they begin with. */
export function completionOf(
  lines: LineIndex,
  item: Completion,
  { snippets }: { readonly snippets: boolean },
): CompletionItem {
  return {
    label: item.label,
    kind: completionKinds[item.kind],
    detail: item.detail,
    labelDetails: { description: item.note ?? item.detail },
    filterText: item.filterText,
    sortText: item.sortText,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: {
      range: rangeOf(lines, item.span),
      newText: snippets ? item.snippet : snippetText(item.snippet),
    },
    ...(item.also !== undefined && {
      additionalTextEdits: item.also.map(({ span, newText }) => ({
        range: rangeOf(lines, span),
        newText,
      })),
    }),
  }
}

const typeNumbers = new Map(tokenTypes.map((type, number) => [type, number] as const))

/** Five numbers for each token, each place relative to the one before, as the protocol requires. */
export function tokensOf(lines: LineIndex, tokens: readonly Token[]): SemanticTokens {
  const data: number[] = []
  let lastLine = 0
  let lastCharacter = 0
  for (const { start, end, type } of tokens) {
    const { line, character } = positionOf(lines, start)
    const column = line === lastLine ? character - lastCharacter : character
    data.push(line - lastLine, column, end - start, typeNumbers.get(type) ?? 0, 0)
    lastLine = line
    lastCharacter = character
  }
  return { data }
}
