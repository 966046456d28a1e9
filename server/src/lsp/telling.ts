/** What the server says to the user by itself, in a message. */

import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver'

/** Says it, and waits for no answer: not every editor can give one. */
export function tell(connection: Connection, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Info,
    message,
  })
}
