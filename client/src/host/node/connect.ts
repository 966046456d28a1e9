/** The server as a process of its own. */

import * as path from 'node:path'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import type { Host } from '../host'

export const connect: Host['connect'] = (context, options) => {
  const module = path.join(context.extensionPath, 'dist', 'server.js')
  const server = { module, transport: TransportKind.ipc }
  const client = new LanguageClient('inspectionReports', 'Inspection Reports', server, options)
  return { client, endServer: () => void client.serverProcess?.kill('SIGKILL') }
}
