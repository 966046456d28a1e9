/** Comments of a Word document, and which of them are resolved. */

import { children, descendants, type Node } from './xml'

/**
 * Who writes the comments in a copy, whoever asks for it: a program's remark must not look like a reader's judgement.
 * They are no notes of colleagues when the copy is read again.
 */
export const commentAuthor = 'Inspection Reports (automatic)'

export class Comments {
  private readonly comments = new Map<string, Node>()
  private readonly resolved = new Set<Node>()

  /** `extended` says which comments are resolved, and which is a reply to which. */
  constructor(comments: Node | undefined, extended: Node | undefined) {
    const states = new Map<string, Node>()
    for (const each of children(extended, 'w15:commentEx'))
      states.set(each.attributes['w15:paraId'] ?? '', each)
    const isDone = (state: Node | undefined): boolean =>
      /^(?:1|true|on)$/.test(state?.attributes['w15:done'] ?? '')
    for (const comment of children(comments, 'w:comment')) {
      this.comments.set(comment.attributes['w:id'] ?? '', comment)
      // There a comment is identified by its last paragraph.
      const last = descendants(comment, 'w:p').at(-1)
      const state = states.get(last?.attributes['w14:paraId'] ?? '')
      const parent = states.get(state?.attributes['w15:paraIdParent'] ?? '')
      if (isDone(state) || isDone(parent)) this.resolved.add(comment)
    }
  }

  get(id: string): Node | undefined {
    return this.comments.get(id)
  }

  isResolved(comment: Node): boolean {
    return this.resolved.has(comment)
  }
}
