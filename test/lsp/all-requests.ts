/** The names of all requests that the server serves. */

import * as protocol from '../../server/src/lsp/protocol'

/** Those of the protocol about a document, with a place in it or without. */
export const textRequests = [
  'completion',
  'hover',
  'definition',
  'references',
  'documentHighlight',
  'prepareRename',
  'rename',
  'codeAction',
  'codeLens',
  'documentSymbol',
  'documentLink',
  'foldingRange',
  'selectionRange',
  'formatting',
  'rangeFormatting',
  'semanticTokens/full',
  'diagnostic',
].map(name => `textDocument/${name}`)

/** Our own. */
export const ownRequests = Object.values(protocol)
  .map(each => (typeof each === 'string' ? each : ''))
  .filter(each => each.startsWith('inspectionReports/'))
