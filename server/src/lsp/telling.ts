/** What the server says to the user of its own accord, in a message. */

import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver'
import { messageText } from '../text/escape'

/** Says it without waiting for an answer: not every editor can give one. */
export function tell(connection: Connection, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Info,
    message: messageText(message),
  })
}
