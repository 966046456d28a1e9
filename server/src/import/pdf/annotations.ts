/** What is on a page of a PDF but not part of its text: fields that have been filled in, and comments. */

import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageItem } from './lines'

export interface Annotations {
  /** The words in fields, where they are. */
  readonly fields: readonly PageItem[]
  readonly comments: readonly string[]
}

/** The parts of what the reader gives for an annotation that are used here. */
interface Annotation {
  readonly subtype?: string
  readonly fieldType?: string
  readonly fieldValue?: unknown
  readonly hidden?: boolean
  /** Left, bottom, right, top. */
  readonly rect?: readonly number[]
  readonly contentsObj?: { readonly str?: string }
}

/** The height of letters in a field, which the reader gives only as part of how the field is drawn. */
const letterHeight = 10

/** Comments on their own, on words, or typed on the page. */
export const commentTypes = /^(?:Text|FreeText|Highlight|Underline|Squiggly|StrikeOut|Caret)$/

export async function annotationsOf(page: PDFPageProxy): Promise<Annotations> {
  const all = ((await page.getAnnotations()) as readonly Annotation[]).filter(
    ({ hidden }) => hidden !== true,
  )
  const comments = all
    .filter(({ subtype = '' }) => commentTypes.test(subtype))
    .map(({ contentsObj }) => (contentsObj?.str ?? '').replace(/\s+/g, ' ').trim())
  return { fields: all.flatMap(fieldItems), comments: comments.filter(text => text !== '') }
}

/** The lines of a field that holds text or a choice, from the top down. */
function fieldItems({ fieldType, fieldValue, rect = [] }: Annotation): readonly PageItem[] {
  if (fieldType !== 'Tx' && fieldType !== 'Ch') return []
  const value = [fieldValue].flat().filter(each => typeof each === 'string')
  const [left = 0, bottom = 0, right = 0, top = 0] = rect
  const lines = value.join('\n').split(/\r\n?|\n/)
  const middle = lines.length === 1 ? (top + bottom - letterHeight) / 2 + 2 : top - letterHeight
  return lines.map((str, at) => ({
    str,
    transform: [letterHeight, 0, 0, letterHeight, left, middle - at * letterHeight * 1.2],
    width: Math.min(right - left, (str.length * letterHeight) / 2),
    height: letterHeight,
  }))
}
