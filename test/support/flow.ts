/** Running text for the tests of what reads it. */

import { type Flow, FlowWriter } from '../../server/src/text/flow'

/** The text as its own running text, line by line as it is. */
export function asWritten(text: string): Flow {
  const writer = new FlowWriter(text)
  writer.add(0, text.length)
  return writer.flow()
}
