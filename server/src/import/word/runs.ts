/** Where the texts of a Word document are in its XML: what a place in them is spliced at. */

import { SaxesParser } from 'saxes'
import type { Span } from '../../text/span'
import { type Node, prefixesOf, usualName } from './xml'

/** A piece of text (`w:t`) in the XML of a part. */
export interface RunText {
  /** Of all paragraphs (`w:p`) and runs (`w:r`) of the part, which it is in; both counted from 0 by their start tags. */
  readonly paragraph: number
  readonly run: number
  /** What is between its tags, in UTF-16 units of the XML. */
  readonly content: Span
}

/** The pieces of text of a part, in the order of its XML. Throws an `Error` for a text that is not XML. */
export function runTexts(xml: string): readonly RunText[] {
  const found: RunText[] = []
  const open: { name: string; ordinal: number }[] = []
  const counts = { 'w:p': 0, 'w:r': 0 }
  let prefixes: ReadonlyMap<string, string> | undefined
  let start = 0
  const within = (name: 'w:p' | 'w:r') => open.findLast(each => each.name === name)?.ordinal ?? -1
  const parser = new SaxesParser()
  parser.on('opentag', ({ name: written, attributes, isSelfClosing }) => {
    prefixes ??= prefixesOf(attributes)
    const name = usualName(written, prefixes)
    const isCounted = name === 'w:p' || name === 'w:r'
    open.push({ name, ordinal: isCounted ? counts[name]++ : -1 })
    start = parser.position
    if (name !== 'w:t' || !isSelfClosing) return
    const content = { start, end: start }
    found.push({ paragraph: within('w:p'), run: within('w:r'), content })
    start = -1
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed?.name !== 'w:t' || start === -1) return
    const content = { start, end: xml.lastIndexOf('</', parser.position - 1) }
    found.push({ paragraph: within('w:p'), run: within('w:r'), content })
  })
  parser.write(xml).close()
  return found
}

/** The `w:t` elements of a tree in the order of their start tags, as `runTexts` has them. */
export function textNodes(root: Node): readonly Node[] {
  const found: Node[] = []
  const open = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.name === 'w:t') found.push(node)
    for (let at = node.children.length - 1; at >= 0; at--) open.push(node.children[at] as Node)
  }
  return found
}

/**
 * Where in the XML each character of a piece of text begins, and after the last where it ends: `a&amp;b` has four
 * places, 0, 1, 6 and 7. Undefined for a piece that is not plain text with references.
 */
export function placesInXml(content: string): readonly number[] | undefined {
  const places: number[] = []
  for (let at = 0; at < content.length; ) {
    places.push(at)
    const sign = content[at]
    if (sign === '<') return undefined
    if (sign === '&') {
      const end = content.indexOf(';', at) + 1
      if (end === 0) return undefined
      // A reference to a character beyond U+FFFF is two UTF-16 units.
      const code = /^&#(x?)([\da-f]+);/i.exec(content.slice(at, end))
      const value = code === null ? 0 : Number.parseInt(code[2] as string, code[1] === '' ? 10 : 16)
      if (value > 0xffff) places.push(at)
      at = end
    } else at += content.startsWith('\r\n', at) ? 2 : 1
  }
  places.push(content.length)
  return places
}
