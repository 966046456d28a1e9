/** What a drawing in a Word document holds: text in boxes, and pictures, charts and files, which are not read. */

import * as l10n from '@vscode/l10n'
import { append } from '../../text/lists'
import { type Change, done, excerpt, open } from '../text/change'
import type { Found } from './found'
import { child, descendants, type Node } from './xml'

/** Takes `w:drawing`, `w:pict` or `w:object`. */
export function readDrawing(node: Node, found: Found): void {
  append(found.boxes, descendants(node, 'w:txbxContent'))
  append(found.boxes, descendants(node, 'v:textpath').flatMap(letteringIn))
  const unread = unreadIn(node)
  if (unread !== undefined) found.changes.push(unread)
}

/** Which of the two forms that a program may choose from has text; the newer one where both have, or neither. */
export function chosen(node: Node): Node | undefined {
  const [choice, fallback] = [child(node, 'mc:Choice'), child(node, 'mc:Fallback')]
  return choice !== undefined && (fallback === undefined || hasText(choice) || !hasText(fallback))
    ? choice
    : fallback
}

function hasText(node: Node): boolean {
  return node.name === 'w:t' || node.name === 'v:textpath' || node.children.some(hasText)
}

/** Words that are drawn, as a paragraph. */
function letteringIn({ attributes: { string = '' } }: Node): readonly Node[] {
  const text = element('w:t', [{ name: '', attributes: {}, children: [], text: string }])
  const paragraph = element('w:p', [element('w:r', [text])])
  return string.trim() === '' ? [] : [element('w:txbxContent', [paragraph])]
}

const element = (name: string, children: readonly Node[]): Node => ({
  name,
  attributes: {},
  children,
  text: '',
})

/** What is another file inside the document, and part of its text. */
export const foreignPart = () =>
  open(
    'embedded-file',
    0,
    l10n.t(
      'Part of this document is another file inside it, and was left out. Open it in Word, save it again, and import that.',
    ),
  )

/** What there is besides text, with what Word says of it to those who cannot see it. */
function unreadIn(node: Node): Change | undefined {
  const has = (name: string) => node.name === name || descendants(node, name).length > 0
  const [object] = descendants(node, 'o:OLEObject')
  if (object !== undefined) {
    const [program = ''] = (object.attributes.ProgID ?? '').split('.')
    const name = program === 'AcroExch' ? 'PDF' : program
    const message = l10n.t('Left out a file that is inside the document.')
    return done('embedded-file', 0, message, name === '' ? {} : { before: name })
  }
  const before = excerpt(describedIn(node))
  const words = before === '' ? {} : { before }
  if (has('w:control'))
    return done(
      'embedded-file',
      0,
      l10n.t('Left out a control of a form. Fill it in again.'),
      words,
    )
  if (has('c:chart') || has('cx:chart')) return done('chart', 0, l10n.t('Left out a chart.'), words)
  if (has('dgm:relIds'))
    return done('chart', 0, l10n.t('Left out a diagram with the words in it.'), words)
  return pictures.some(has) ? done('picture', 0, l10n.t('Left out a picture.'), words) : undefined
}

/** Pictures of both generations, and drawings by hand. */
const pictures = ['pic:pic', 'v:imagedata', 'w:contentPart', 'w14:contentPart'] as const

/** What a drawing shows, as its author describes it. */
function describedIn(node: Node): string {
  for (const name of ['wp:docPr', 'pic:cNvPr', 'v:shape'])
    for (const { attributes } of descendants(node, name)) {
      const words = attributes.descr || attributes.title || attributes.alt
      if (words !== undefined && words !== '') return words
    }
  return ''
}
