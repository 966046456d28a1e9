/** Fields of a Word document that are made of several runs, and where these are in its XML. */

import { type PlacedElement, storyOf } from '../word/placed-xml'
import type { WordOrigins } from '../word-origins'

/** The runs that begin a field, end its instruction, and end the field. */
export interface PlacedField {
  readonly begin: PlacedElement
  readonly separate: PlacedElement
  readonly end: PlacedElement
}

interface Open {
  readonly begin: PlacedElement
  separate: PlacedElement | undefined
}

/** The fields that show something, in the order in which they end: inner ones before those around them. */
export function placedFields({ xml, elements }: WordOrigins): readonly PlacedField[] {
  const found: PlacedField[] = []
  // Those of a text box are its own, and the text around it goes on.
  const stories = new Map<PlacedElement | undefined, Open[]>()
  for (const each of elements) {
    const run = each.parent
    if (each.name !== 'w:fldChar' || run?.name !== 'w:r') continue
    const story = storyOf(each)
    const open = stories.get(story) ?? []
    stories.set(story, open)
    const tag = xml.slice(each.span.start, each.content.start)
    const [, type] = /fldCharType\s*=\s*["'](\w+)/.exec(tag) ?? []
    const last = open.at(-1)
    if (type === 'begin') open.push({ begin: run, separate: undefined })
    else if (type === 'separate' && last !== undefined) last.separate = run
    else if (type === 'end' && last !== undefined) {
      open.pop()
      const { begin, separate } = last
      if (separate !== undefined) found.push({ begin, separate, end: run })
    }
  }
  return found
}
