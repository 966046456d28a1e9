/** Comments that an earlier copy has put into a document: what they say need not be said again. */

import type { Steps } from '../../text/steps'
import { commentAuthor } from '../word/comments'
import { authorOf, plainText } from '../word/inline'
import { read } from '../word/package'
import { around, type PlacedElement } from '../word/placed-xml'
import { children } from '../word/xml'
import type { WordOrigins } from '../word-origins'
import type { Surroundings } from './package-parts'

export class EarlierComments {
  /** The paragraphs that a comment with these words is in, each as often as it is. */
  private readonly paragraphs = new Map<string, (PlacedElement | undefined)[]>()

  constructor(words: ReadonlyMap<string, string>, { xml, elements }: WordOrigins) {
    for (const each of elements) {
      if (each.name !== 'w:commentRangeStart') continue
      const [, id = ''] =
        /:id\s*=\s*["'](\d+)/.exec(xml.slice(each.span.start, each.span.end)) ?? []
      const said = words.get(id)
      if (said === undefined) continue
      const there = this.paragraphs.get(said) ?? []
      there.push(paragraphOf(each))
      this.paragraphs.set(said, there)
    }
  }

  /** Is there one with these words in the paragraph of the element? Each counts once. */
  take(words: string, element: PlacedElement): boolean {
    const there = this.paragraphs.get(words) ?? []
    const at = there.indexOf(paragraphOf(element))
    if (at === -1) return false
    there.splice(at, 1)
    return true
  }
}

/** Those that are in the document. */
export function* earlierComments(
  { archive, budget, relations }: Surroundings,
  document: WordOrigins,
): Steps<EarlierComments> {
  const target = relations.find(({ type }) => type === 'comments')?.target
  const root = target === undefined ? undefined : yield* read(archive, target, budget)
  const words = new Map<string, string>()
  for (const each of children(root, 'w:comment'))
    if (authorOf(each) === commentAuthor) words.set(each.attributes['w:id'] ?? '', plainText(each))
  return new EarlierComments(words, document)
}

/** The paragraph of the text itself that the element is in, also where it is in a text box. */
function paragraphOf(element: PlacedElement): PlacedElement | undefined {
  let found: PlacedElement | undefined
  for (const each of around(element)) if (each.name === 'w:p') found = each
  return found
}
