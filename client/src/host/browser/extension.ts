/** The extension in VS Code for the web: its server is a worker, and VS Code reads and writes every file. */

import type { ExtensionContext } from 'vscode'
import { activateIn } from '../../activate'
import { connect } from './connect'

export function activate(context: ExtensionContext): void {
  activateIn(context, {
    connect,
    disk: undefined,
    home: undefined,
    printed: undefined,
    watchInside: undefined,
  })
}
