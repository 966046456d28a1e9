/** What the client can do, read once from its first message. */

import type { InitializeParams } from 'vscode-languageserver'

export interface Abilities {
  /** Does it ask for problems itself? Then they are never sent unasked. */
  readonly pulls: boolean
  readonly refreshesProblems: boolean
  readonly refreshesTokens: boolean
  readonly refreshesLenses: boolean
  /** Can formatting be offered for one language only? */
  readonly registersFormatting: boolean
  readonly showsRelated: boolean
  readonly showsPages: boolean
  /** Can the server ask for settings, and be notified when they change? */
  readonly hasSettings: boolean
  readonly registersSettings: boolean
  /** Can it be asked to say when certain files change? */
  readonly watchesFiles: boolean
  /** Edits that are valid only for one version of a document. */
  readonly versionedEdits: boolean
  /** Edits with a label, some of which the user confirms one by one. */
  readonly annotatedEdits: boolean
  /** Tab stops in the edits of a quick fix. */
  readonly snippetEdits: boolean
  /** Tab stops in completions. */
  readonly snippets: boolean
  readonly definitionLinks: boolean
  /** Does it say which folders are opened and closed? */
  readonly hasFolders: boolean
}

export function abilitiesOf({ capabilities }: InitializeParams): Abilities {
  const { textDocument, workspace } = capabilities
  const published = textDocument?.publishDiagnostics
  const pulled = textDocument?.diagnostic
  return {
    pulls: pulled !== undefined,
    refreshesProblems: workspace?.diagnostics?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    registersFormatting:
      textDocument?.formatting?.dynamicRegistration === true &&
      textDocument.rangeFormatting?.dynamicRegistration === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    showsRelated: (pulled?.relatedInformation ?? published?.relatedInformation) === true,
    showsPages: (pulled?.codeDescriptionSupport ?? published?.codeDescriptionSupport) === true,
    hasSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    annotatedEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    hasFolders: workspace?.workspaceFolders === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
  }
}
