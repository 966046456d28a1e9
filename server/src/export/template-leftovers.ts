/** What a template that was once a report would leave in the file: notes and comments on its old text. */

import { strFromU8, strToU8 } from 'fflate'
import { attributeOf, elements, withElements } from './xml-elements'

/** Parts of the file, their elements, and what refers to one of these from the text. */
const parts = [
  { part: 'word/footnotes.xml', element: 'w:footnote', reference: 'w:footnoteReference' },
  { part: 'word/endnotes.xml', element: 'w:endnote', reference: 'w:endnoteReference' },
  { part: 'word/comments.xml', element: 'w:comment', reference: 'w:commentReference' },
] as const

const peoplePart = 'word/people.xml'

/**
 * Takes out notes and comments that have no mark in the text, and the names of commenters. Nobody sees them in
 * Word, but they are in the file that is sent on.
 */
export function removeLeftovers(files: Record<string, Uint8Array>, text: string): void {
  for (const { part, element, reference } of parts) {
    const kept = new Set([...elements(text, reference)].map(({ tag }) => attributeOf(tag, 'w:id')))
    change(files, part, xml =>
      withElements(xml, element, (each, tag) => {
        const id = attributeOf(tag, 'w:id')
        // Those with a type are the lines between text and notes.
        const isNote = id !== undefined && attributeOf(tag, 'w:type') === undefined
        return isNote && !kept.has(id) ? '' : each
      }),
    )
  }
  change(files, peoplePart, xml => withElements(xml, 'w15:person', () => ''))
}

function change(
  files: Record<string, Uint8Array>,
  part: string,
  by: (xml: string) => string,
): void {
  const file = files[part]
  if (file !== undefined) files[part] = strToU8(by(strFromU8(file)))
}
