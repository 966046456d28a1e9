/** The elements directly in the root of a part, with their places in its XML. */

import { SaxesParser } from 'saxes'
import type { Span } from '../../text/span'

export interface RootChild {
  /** As it is written, with its prefix. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** With its tags, in UTF-16 units. */
  readonly span: Span
}

/** In their order. Throws an `Error` for a text that is not XML. */
export function rootChildren(xml: string): readonly RootChild[] {
  const found: RootChild[] = []
  let depth = 0
  let open: Omit<RootChild, 'span'> & { readonly start: number } = {
    name: '',
    attributes: {},
    start: 0,
  }
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth === 2) open = { name, attributes, start: xml.lastIndexOf('<', parser.position - 1) }
  })
  parser.on('closetag', () => {
    const { start, name, attributes } = open
    if (depth-- === 2) found.push({ name, attributes, span: { start, end: parser.position } })
  })
  parser.write(xml).close()
  return found
}
