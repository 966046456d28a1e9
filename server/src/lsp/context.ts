/** What the parts of the server share: the connection, the open documents, the settings. */

import type { Connection, TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Abilities } from './abilities'
import type { InitializationOptions } from './protocol'
import type { ReportTypes } from './report-types'
import type { OnReady, Settings } from './settings/settings'

export interface Context {
  readonly connection: Connection
  readonly onReady: OnReady
  readonly texts: TextDocuments<TextDocument>
  readonly abilities: Abilities
  readonly settings: Settings
  readonly types: ReportTypes
  /** The folder of the documentation, without a final slash. */
  readonly docsUri: string | undefined
  readonly tellsChecks: boolean
  readonly goesTo: boolean
  readonly ignores: boolean
  /** The user's language, for work that runs outside the server. */
  readonly translations: InitializationOptions['translations']
}
