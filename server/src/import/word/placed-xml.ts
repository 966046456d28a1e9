/** Where the elements of a Word document are in its XML: what something is spliced in at. */

import { SaxesParser } from 'saxes'
import type { Span } from '../../text/span'
import type { Steps } from '../../text/steps'
import { type Node, prefixesOf, usualName } from './xml'

/** An element in the XML of a part; its places are in UTF-16 units. */
export interface PlacedElement {
  /** With the prefix that Word would have written: `w:p`. */
  readonly name: string
  /** With its tags. */
  readonly span: Span
  /** What is between its tags; empty for an element without content. */
  readonly content: Span
  /** The nearest element around it of those that were asked for. */
  readonly parent: PlacedElement | undefined
}

/** Letters that are read in one step. */
const lettersInStep = 50_000

/**
 * The elements of these names in the order of their start tags. Throws an `Error` for a text that is not XML.
 */
export function* placedElements(
  xml: string,
  names: ReadonlySet<string>,
): Steps<readonly PlacedElement[]> {
  const found: Growing[] = []
  const open: (Growing | undefined)[] = []
  let parent: Growing | undefined
  let prefixes: ReadonlyMap<string, string> | undefined
  const parser = new SaxesParser()
  parser.on('opentag', ({ name: written, attributes, isSelfClosing }) => {
    prefixes ??= prefixesOf(attributes)
    const name = usualName(written, prefixes)
    const end = parser.position
    const start = names.has(name) ? xml.lastIndexOf('<', end - 1) : -1
    const element: Growing | undefined =
      start === -1
        ? undefined
        : { name, span: { start, end }, content: { start: end, end }, parent }
    if (element !== undefined) found.push(element)
    if (isSelfClosing) return
    open.push(element)
    parent = element ?? parent
  })
  parser.on('closetag', ({ isSelfClosing }) => {
    const closed = isSelfClosing ? undefined : open.pop()
    if (closed === undefined) return
    const end = parser.position
    closed.span = { start: closed.span.start, end }
    closed.content = { start: closed.content.start, end: xml.lastIndexOf('</', end - 1) }
    parent = closed.parent
  })
  for (let at = 0; at < xml.length; at += lettersInStep) {
    parser.write(xml.slice(at, at + lettersInStep))
    yield
  }
  parser.close()
  return found
}

/** An element whose end is still to come. */
interface Growing {
  readonly name: string
  span: Span
  content: Span
  readonly parent: Growing | undefined
}

/** The elements around one of those that were asked for, from the inside. */
export function* around({ parent }: PlacedElement): Iterable<PlacedElement> {
  for (let each = parent; each !== undefined; each = each.parent) yield each
}

/** The text box that the element is in; undefined for the text of the document itself. */
export function storyOf(element: PlacedElement): PlacedElement | undefined {
  for (const each of around(element)) if (each.name === 'w:txbxContent') return each
  return undefined
}

/** The same elements of a tree in the same order. */
export function nodesNamed(root: Node, names: ReadonlySet<string>): readonly Node[] {
  const found: Node[] = []
  const open = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (names.has(node.name)) found.push(node)
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
