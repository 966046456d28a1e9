/** Puts edits of its text into a Word document, as tracked changes by the program. */

import { applyEdits, inOrder, type TextEdit } from '../../text/edits'
import { xmlText } from '../../text/escape'
import type { Steps } from '../../text/steps'
import { commentAuthor } from '../word/comments'
import type { WordOrigins } from '../word-origins'
import { wordTime } from './comments-part'
import { namespaceOf, surroundingsOf } from './copied-document'
import { placeOfEdit } from './edit-places'
import { FreeIds } from './free-ids'
import { Marks } from './marks'
import { type ChangedParts, change, textPart } from './package-parts'
import { repacked } from './repacked'

/** The text of a document, and where each part of it comes from. */
export type Traced = WordOrigins & { readonly text: string }

/** The document with those edits that have a place in it. Throws an `ArchiveError` for a damaged one. */
export function* withTrackedChanges(
  bytes: Uint8Array,
  traced: Traced,
  edits: readonly TextEdit[],
  at: Date,
): Steps<Uint8Array> {
  const { archive, budget, relations } = yield* surroundingsOf(bytes, traced.part)
  const document = yield* textPart(archive, traced.part, budget)
  // Comments have numbers of the same kind.
  const comments = relations.find(({ type }) => type === 'comments')?.target
  const there =
    comments !== undefined && archive.has(comments)
      ? yield* textPart(archive, comments, budget)
      : undefined
  const ids = new FreeIds([document.xml, there?.xml ?? ''])
  const marks = new Marks(traced, ids)
  const { declared } = namespaceOf(traced)
  const opening = (name: string) =>
    `<w:${name}${declared} w:id="${ids.next()}" w:author="${commentAuthor}" w:date="${wordTime(at)}">`
  const deletions: string[] = []
  for (const edit of inOrder(edits)) {
    const place = placeOfEdit(traced.text, traced, marks, edit)
    if (place === undefined) continue
    const { deleted, beside, inserted } = place
    const origin = deleted?.first ?? beside?.origin
    if (origin === undefined) continue
    const words = `<w:r>${marks.looksOf(origin.element)}<w:t xml:space="preserve">${xmlText(inserted)}</w:t></w:r>`
    const insertion = inserted === '' ? '' : `${opening('ins')}${words}</w:ins>`
    if (deleted !== undefined) {
      const start = opening('del')
      deletions.push(start)
      marks.wrap(deleted.first, deleted.last, start, `</w:del>${insertion}`)
    } else if (beside?.side === 'after') marks.after(origin, insertion)
    else marks.before(origin, insertion)
  }
  yield
  const xml = asDeleted(applyEdits(document.xml, marks.edits()), deletions)
  const parts: ChangedParts = new Map()
  change(parts, document, xml)
  return yield* repacked(archive, parts)
}

/** The XML with texts that are deleted called so. The deletions are in their order, each by its start tag. */
function asDeleted(xml: string, deletions: readonly string[]): string {
  let result = ''
  let from = 0
  for (const start of deletions) {
    const begin = xml.indexOf(start, from)
    const end = xml.indexOf('</w:del>', begin)
    if (begin === -1 || end === -1) continue
    const deleted = xml.slice(begin, end).replace(/(<\/?(?:\w+:)?)t(?=[\s/>])/g, '$1delText')
    result += xml.slice(from, begin) + deleted
    from = end
  }
  return result + xml.slice(from)
}
