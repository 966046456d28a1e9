/** What a template that was a report itself would leave in the file: notes and comments on its old text. */

import { strFromU8, strToU8 } from 'fflate'

/** Parts of the file, their elements, and what refers to one of these from the text. */
const parts = [
  { part: 'word/footnotes.xml', element: 'w:footnote', reference: 'w:footnoteReference' },
  { part: 'word/endnotes.xml', element: 'w:endnote', reference: 'w:endnoteReference' },
  { part: 'word/comments.xml', element: 'w:comment', reference: 'w:commentReference' },
] as const

const peoplePart = 'word/people.xml'

/**
 * Takes out notes and comments that the text has no mark of, and the names of who commented. Nobody sees
 * them in Word, but they are in the file that is sent on.
 */
export function removeLeftovers(files: Record<string, Uint8Array>, text: string): void {
  for (const { part, element, reference } of parts) {
    const kept = new Set(
      [...text.matchAll(new RegExp(`<${reference}\\b[^>]*w:id="([^"]*)"`, 'g'))].map(
        ([, id]) => id,
      ),
    )
    // Those with a type are lines between text and notes.
    const each = new RegExp(
      `<${element}\\b(?![^>]*w:type=)[^>]*w:id="([^"]*)"[^>]*>.*?</${element}>`,
      'gs',
    )
    change(files, part, xml => xml.replace(each, (whole, id) => (kept.has(id) ? whole : '')))
  }
  change(files, peoplePart, xml => xml.replace(/<w15:person\b.*?<\/w15:person>/gs, ''))
}

function change(
  files: Record<string, Uint8Array>,
  part: string,
  by: (xml: string) => string,
): void {
  const file = files[part]
  if (file !== undefined) files[part] = strToU8(by(strFromU8(file)))
}
