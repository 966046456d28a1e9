/** The server as a Node process: over IPC from VS Code, or over `--stdio`, `--pipe` from other editors. */

import { createConnection } from 'vscode-languageserver/node'
import { folderTexts } from './node-folders'
import { startServer } from './server'

startServer(createConnection(), {
  export: () => import('../export/export'),
  import: () => import('../import/import'),
  preview: () => import('../export/preview'),
  folders: folderTexts,
})
