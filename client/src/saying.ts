/** What is said to the user without being asked: in the status bar, nothing pops up. */

import { window } from 'vscode'

/** Says it for five seconds. */
export function say(message: string): void {
  window.setStatusBarMessage(message, 5000)
}
