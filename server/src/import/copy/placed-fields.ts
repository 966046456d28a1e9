/** Fields of a Word document that are made of several runs, and which texts they show. */

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
  /** The field that it is in. */
  readonly outer: Open | undefined
  separate?: PlacedElement
  end?: PlacedElement
}

export class PlacedFields {
  /** The innermost field that each text is in. */
  private readonly fields = new Map<PlacedElement, Open>()

  constructor({ xml, elements }: WordOrigins) {
    // Those of a text box are its own, and the text around it goes on.
    const stories = new Map<PlacedElement | undefined, Open>()
    for (const each of elements) {
      if (each.name !== 'w:t' && each.name !== 'w:fldChar') continue
      const story = storyOf(each)
      const open = stories.get(story)
      if (each.name === 'w:t') {
        if (open !== undefined) this.fields.set(each, open)
        continue
      }
      const run = each.parent
      if (run?.name !== 'w:r') continue
      const tag = xml.slice(each.span.start, each.content.start)
      const [, type] = /fldCharType\s*=\s*["'](\w+)/.exec(tag) ?? []
      if (type === 'begin') stories.set(story, { begin: run, outer: open })
      else if (open !== undefined && type === 'separate') open.separate = run
      else if (open !== undefined && type === 'end') {
        open.end = run
        if (open.outer === undefined) stories.delete(story)
        else stories.set(story, open.outer)
      }
    }
  }

  /** The fields whose result shows the text, from the inside. */
  around(text: PlacedElement): readonly PlacedField[] {
    const found: PlacedField[] = []
    for (let open = this.fields.get(text); open !== undefined; open = open.outer) {
      const { begin, separate, end } = open
      if (separate === undefined || end === undefined) continue
      if (separate.span.end <= text.span.start) found.push({ begin, separate, end })
    }
    return found
  }
}
