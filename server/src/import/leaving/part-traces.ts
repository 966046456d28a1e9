/** What a part of a Word document carries besides the text that is shown: changes, comments, hidden text, fields. */

import * as l10n from '@vscode/l10n'
import type { FileTraceKind } from '../../features/leaving/file-traces'
import { singleSpaced } from '../../text/spaces'
import { authorOf, deletedText, plainText } from '../word/inline'
import { isFetching } from '../word/outside'
import { marksOf } from '../word/run-marks'
import type { Styles } from '../word/styles'
import { child, descendants, type Node, textIn } from '../word/xml'
import { saysDraft } from './furniture-marks'

export interface PartTrace {
  readonly kind: FileTraceKind
  readonly what: string
  readonly words: string
  /** The paragraph that it is in, counted from 0 by the start tags of all of the part; -1 for none. */
  readonly paragraph: number
}

/** What the parts of a document have in common. */
export interface PartContext {
  readonly styles: Styles
  /** By their ids. */
  readonly comments: ReadonlyMap<string, Node>
  /** The comments that some part refers to. */
  readonly referredTo: Set<string>
  /** Whoever changed or commented it. */
  readonly people: Set<string>
}

/** What the part carries, in its order. `isFurniture`: it is a page header or footer. */
export function partTraces(
  root: Node,
  context: PartContext,
  { isFurniture = false } = {},
): readonly PartTrace[] {
  const walk = new Walk(context, isFurniture)
  walk.part(root)
  return walk.found
}

/** A field that is open. */
interface Field {
  instruction: string
  isInstruction: boolean
}

/** Changes of how something looks, which keep how it looked before. */
const lookChanges: ReadonlySet<string> = new Set([
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:tblGridChange',
  'w:numberingChange',
])

/** Properties of paragraphs, rows and cells in which the thing itself is marked as inserted or deleted. */
const properties: ReadonlySet<string> = new Set(['w:rPr', 'w:trPr', 'w:tcPr', 'w:pPr'])
const insertions: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo', 'w:cellIns'])
const deletions: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'w:cellDel'])

class Walk {
  readonly found: PartTrace[] = []
  private paragraphs = 0
  private paragraph = -1
  private isStyleHidden = false
  private readonly fields: Field[] = []
  /** Words with a look that the next run may go on with. */
  private pending: { readonly kind: FileTraceKind; words: string } | undefined

  constructor(
    private readonly context: PartContext,
    private readonly isFurniture: boolean,
  ) {}

  part(node: Node): void {
    this.node(node, undefined)
    this.flush()
  }

  private node(node: Node, parent: Node | undefined): void {
    switch (node.name) {
      case 'w:p':
        this.inParagraph(node)
        return
      case 'mc:Fallback':
        // The same once more, for older programs; its paragraphs are counted all the same.
        this.paragraphs += countParagraphs(node)
        return
      case 'w:ins':
      case 'w:moveTo':
      case 'w:cellIns':
      case 'w:del':
      case 'w:moveFrom':
      case 'w:cellDel':
        this.tracked(node, parent)
        return
      case 'w:r':
        this.run(node)
        return
      case 'w:fldSimple':
        this.field(node.attributes['w:instr'] ?? '')
        break
      case 'w:commentReference':
        this.comment(node.attributes['w:id'] ?? '')
        return
      case 'v:textpath':
        this.mark(node.attributes.string ?? '', l10n.t('Watermark'))
        break
    }
    if (lookChanges.has(node.name)) this.lookChange(node)
    else for (const each of node.children) this.node(each, node)
  }

  private inParagraph(node: Node): void {
    this.flush()
    const [before, wasHidden] = [this.paragraph, this.isStyleHidden]
    this.paragraph = this.paragraphs++
    this.isStyleHidden = this.context.styles.hidesText(child(node, 'w:pPr'))
    for (const each of node.children) this.node(each, node)
    this.flush()
    if (this.isFurniture) this.mark(plainText(node), '')
    this.paragraph = before
    this.isStyleHidden = wasHidden
  }

  private add(kind: FileTraceKind, what: string, words: string): void {
    const said = singleSpaced(words).trim()
    this.found.push({ kind, what, words: said, paragraph: this.paragraph })
  }

  private tracked(node: Node, parent: Node | undefined): void {
    this.noteAuthor(node)
    if (parent !== undefined && properties.has(parent.name)) {
      const what = insertions.has(node.name)
        ? l10n.t('A paragraph, row or cell was inserted')
        : l10n.t('A paragraph, row or cell was deleted')
      this.addOnce('tracked-changes', what)
      return
    }
    this.flush()
    const isDeleted = deletions.has(node.name)
    const words = isDeleted ? deletedText(node) : plainText(node)
    if (words.trim() !== '') this.change(trackedWhat(node.name), words)
    // What was deleted has no look any more, and its comments and fields are in the file all the same.
    if (!isDeleted) for (const each of node.children) this.node(each, node)
    else {
      for (const each of descendants(node, 'w:commentReference')) this.node(each, node)
      this.paragraphs += countParagraphs(node)
    }
  }

  /** One change of the words, which Word may have in several pieces. */
  private change(what: string, words: string): void {
    const last = this.found.at(-1)
    const goesOn =
      last?.kind === 'tracked-changes' && last.what === what && last.paragraph === this.paragraph
    if (!goesOn) this.add('tracked-changes', what, words)
    else this.found[this.found.length - 1] = { ...last, words: `${last.words} … ${words.trim()}` }
  }

  private lookChange(node: Node): void {
    this.noteAuthor(node)
    this.addOnce('tracked-changes', l10n.t('The look was changed'))
  }

  /** Once in each paragraph. */
  private addOnce(kind: FileTraceKind, what: string): void {
    const isKnown = this.found.some(
      each => each.what === what && each.kind === kind && each.paragraph === this.paragraph,
    )
    if (!isKnown) this.add(kind, what, '')
  }

  private run(node: Node): void {
    const look = child(node, 'w:rPr')
    const { isStruck, isHighlighted } = marksOf(look, this.context.styles)
    const isHidden = this.context.styles.hides(look, this.isStyleHidden)
    const kind = isHidden
      ? 'hidden-text'
      : isStruck
        ? 'struck-text'
        : isHighlighted
          ? 'highlighting'
          : undefined
    const words = this.isInstruction ? '' : runText(node)
    if (words.trim() !== '' && kind !== this.pending?.kind) this.flush()
    if (kind !== undefined && words !== '') {
      if (this.pending?.kind === kind) this.pending.words += words
      else this.pending = { kind, words }
    }
    for (const each of node.children) this.runPart(each, node)
  }

  private runPart(node: Node, run: Node): void {
    const open = this.fields.at(-1)
    switch (node.name) {
      case 'w:fldChar': {
        const type = node.attributes['w:fldCharType']
        if (type === 'begin') this.fields.push({ instruction: '', isInstruction: true })
        else if (type === 'separate' && open !== undefined) this.endInstruction(open)
        else if (type === 'end') {
          if (open?.isInstruction === true) this.endInstruction(open)
          this.fields.pop()
        }
        return
      }
      case 'w:instrText':
        if (open !== undefined) open.instruction += textIn(node)
        return
      default:
        this.node(node, run)
    }
  }

  private endInstruction(field: Field): void {
    field.isInstruction = false
    this.field(field.instruction)
  }

  private get isInstruction(): boolean {
    return this.fields.some(({ isInstruction }) => isInstruction)
  }

  private field(instruction: string): void {
    if (isFetching(instruction)) this.add('fetching', l10n.t('A field fetches'), instruction)
  }

  private comment(id: string): void {
    this.context.referredTo.add(id)
    const comment = this.context.comments.get(id)
    if (comment !== undefined) this.add('comments', commentWhat(comment), plainText(comment))
  }

  private mark(words: string, what: string): void {
    const said = singleSpaced(words).trim()
    if (saysDraft(said)) this.add('draft-marks', what, said)
  }

  private noteAuthor(node: Node): void {
    const author = authorOf(node).trim()
    if (author !== '') this.context.people.add(author)
  }

  private flush(): void {
    const { pending } = this
    this.pending = undefined
    if (pending !== undefined && pending.words.trim() !== '')
      this.add(pending.kind, '', pending.words)
  }
}

export function commentWhat(comment: Node): string {
  const author = authorOf(comment).trim()
  return author === '' ? l10n.t('Comment') : l10n.t('Comment by {0}', author)
}

function trackedWhat(name: string): string {
  switch (name) {
    case 'w:ins':
      return l10n.t('Inserted')
    case 'w:moveTo':
      return l10n.t('Moved to here')
    case 'w:moveFrom':
      return l10n.t('Moved away from here')
    default:
      return l10n.t('Deleted')
  }
}

/** The text of a run itself, without that of boxes in it. */
function runText(run: Node): string {
  return run.children
    .map(each => (each.name === 'w:t' ? textIn(each) : each.name === 'w:tab' ? ' ' : ''))
    .join('')
}

function countParagraphs(node: Node): number {
  let count = 0
  const open = [node]
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (each.name === 'w:p') count++
    for (const inner of each.children) open.push(inner)
  }
  return count
}
