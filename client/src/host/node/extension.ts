/** The extension on a computer: its server is a process, and files are written with care. */

import { homedir } from 'node:os'
import { type ExtensionContext, Uri } from 'vscode'
import { readFile } from '../../../../server/src/host/read-file'
import { createFile, removeLeftovers, writeFile } from '../../../../server/src/host/write-file'
import { activateIn } from '../../activate'
import { showFirstSteps } from '../../sample'
import { connect } from './connect'
import { printedPage } from './printed-page'
import { watchInside } from './watch-inside'

export function activate(context: ExtensionContext): void {
  activateIn(context, {
    connect,
    disk: { read: readFile, write: writeFile, create: createFile, removeLeftovers },
    home: Uri.file(homedir()),
    printed: printedPage(context.globalStorageUri.fsPath),
    watchInside: process.platform === 'linux' ? watchInside : undefined,
  })
  // What `npm start` opens.
  if (process.env.INSPECTION_REPORTS_TRIAL !== undefined) void showFirstSteps(context)
}
