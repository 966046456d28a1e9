/** Which text of a Word document is shown in what was read of it, and in which order. */

import type { Stretch } from './emphasis'
import type { Node } from './xml'

/** Elements whose text is shown, and those in whose place other words are. */
export const isShown: ReadonlySet<string> = new Set([
  'w:t',
  'w:sdt',
  'w:commentReference',
  'w:footnoteReference',
  'w:endnoteReference',
])

/** Given to a reader of Word documents by whoever asks where its text comes from. */
export class Shown {
  /** The document that is read, and the name of its part: `word/document.xml`. */
  document: Node | undefined
  part = ''
  private readonly texts: string[] = []
  private length = 0
  private readonly nodes: Node[] = []
  private readonly starts: number[] = []

  begin(part: string, document: Node): void {
    this.part = part
    this.document = document
  }

  /** Notes a paragraph, or a piece of one, as it is about to be written. */
  add(stretches: readonly Stretch[]): void {
    for (const { text, node } of stretches) {
      if (node === undefined || !isShown.has(node.name)) continue
      this.nodes.push(node)
      this.starts.push(this.length)
      this.put(text)
    }
    this.put('\n')
  }

  private put(text: string): void {
    this.texts.push(text)
    this.length += text.length
  }

  /** What is shown, a line for each paragraph. */
  get text(): string {
    return this.texts.join('')
  }

  /** The pieces of text of the document in this order, and where each begins in `text`. */
  get pieces(): readonly { readonly node: Node; readonly start: number }[] {
    return this.nodes.map((node, at) => ({ node, start: this.starts[at] as number }))
  }
}
