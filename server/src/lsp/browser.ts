/** The server as a web worker. */

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser'
import { guarded } from './guarding'
import { startServer } from './server'

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0]

const { reader, writer } = guarded({
  reader: new BrowserMessageReader(self),
  writer: new BrowserMessageWriter(self),
})
startServer(createConnection(reader, writer))
