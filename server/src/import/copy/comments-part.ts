/** The part of a Word document that holds its comments, with more of them. */

import { xmlAttribute, xmlText } from '../../text/escape'
import type { Steps } from '../../text/steps'
import { commentAuthor } from '../word/comments'
import { read } from '../word/package'
import { children, settingOf } from '../word/xml'
import {
  addPart,
  type ChangedParts,
  change,
  type Part,
  type Surroundings,
  textPart,
  withMore,
} from './package-parts'

const initials = 'IR'

const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

export interface Comment {
  readonly id: number
  readonly words: string
}

/** What comments look like in a document: the names of its styles for them, where it has any. */
export interface CommentStyles {
  readonly text: string | undefined
  readonly reference: string | undefined
}

/** The document's own styles for comments, by the names that Word knows in every language. */
export function* commentStyles({ archive, budget, relations }: Surroundings): Steps<CommentStyles> {
  const target = relations.find(({ type }) => type === 'styles')?.target
  const root = target === undefined ? undefined : yield* read(archive, target, budget)
  const styles = children(root, 'w:style')
  const named = (name: string) =>
    styles.find(style => settingOf(style, 'w:name')?.toLowerCase() === name)?.attributes[
      'w:styleId'
    ]
  return { text: named('annotation text'), reference: named('annotation reference') }
}

/** The comments that there are; undefined where there are none. */
export function* commentsPart({
  archive,
  budget,
  relations,
}: Surroundings): Steps<Part | undefined> {
  const target = relations.find(({ type }) => type === 'comments')?.target
  return target !== undefined && archive.has(target)
    ? yield* textPart(archive, target, budget)
    : undefined
}

/** What all the new comments have in common. */
export interface Commenting {
  readonly styles: CommentStyles
  /** When they are made. */
  readonly at: Date
  /** The namespace of the document. */
  readonly space: string
}

/** Puts the comments after those that there are, into a new part if there is none. */
export function* addComments(
  parts: ChangedParts,
  surroundings: Surroundings,
  { there, comments }: { there: Part | undefined; comments: readonly Comment[] },
  common: Commenting,
): Steps<void> {
  const isKnown = there === undefined || there.xml.includes(`xmlns:w="${common.space}"`)
  const declared = isKnown ? '' : ` xmlns:w="${common.space}"`
  const more = comments.map(each => commentXml(each, common, declared)).join('')
  if (there !== undefined) change(parts, there, withMore(there.xml, more))
  else
    yield* addPart(parts, surroundings, {
      type: 'comments',
      contentType,
      xml: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${common.space}">${more}</w:comments>`,
    })
}

function commentXml({ id, words }: Comment, { styles, at }: Commenting, declared: string): string {
  const properties =
    styles.text === undefined
      ? ''
      : `<w:pPr><w:pStyle w:val="${xmlAttribute(styles.text)}"/></w:pPr>`
  return (
    `<w:comment${declared} w:id="${id}" w:author="${commentAuthor}" w:date="${wordTime(at)}" w:initials="${initials}">` +
    `<w:p>${properties}<w:r>${referenceLook(styles)}<w:annotationRef/></w:r>` +
    `<w:r><w:t xml:space="preserve">${xmlText(words)}</w:t></w:r></w:p></w:comment>`
  )
}

/** The properties of a run that refers to a comment. */
export function referenceLook({ reference }: CommentStyles): string {
  return reference === undefined
    ? ''
    : `<w:rPr><w:rStyle w:val="${xmlAttribute(reference)}"/></w:rPr>`
}

/** The time where the user is, in the form in which Word writes it, which says that it is that of Greenwich. */
export function wordTime(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
  return `${local.toISOString().slice(0, 19)}Z`
}
