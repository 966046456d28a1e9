/** The text inside a paragraph of a Word document, with notes, footnote marks and tracked changes. */

import { type Change, done, excerpt } from '../text/change'
import { child, children, isOn, type Node, textIn } from './xml'

/** What is found inside paragraphs, and belongs behind them. */
export interface Found {
  /** Footnotes by their number: `[^1]`. */
  readonly footnotes: { readonly mark: string; readonly text: string }[]
  /** Contents of text boxes. */
  readonly boxes: Node[]
  readonly changes: Change[]
}

interface Notes {
  readonly comments: Node | undefined
  readonly footnotes: Node | undefined
  readonly endnotes: Node | undefined
}

export class InlineReader {
  private readonly comments = new Map<string, Node>()
  private readonly footnotes = new Map<string, Node>()
  private readonly endnotes = new Map<string, Node>()
  private footnoteCount = 0
  /** For each open field: are we in its instruction, which is no text? */
  private readonly fields: boolean[] = []

  constructor({ comments, footnotes, endnotes }: Notes) {
    fill(this.comments, comments, 'w:comment')
    fill(this.footnotes, footnotes, 'w:footnote')
    fill(this.endnotes, endnotes, 'w:endnote')
  }

  /** The text of a paragraph, line breaks as `\n`; what it holds besides goes to `found`. */
  read(node: Node, found: Found): string {
    return node.children.map(each => this.part(each, found)).join('')
  }

  private part(node: Node, found: Found): string {
    switch (node.name) {
      case 'w:r':
        return this.run(node, found)
      case 'w:ins':
      case 'w:moveTo':
        return this.inserted(node, found)
      case 'w:del':
      case 'w:moveFrom':
        this.deleted(node, found)
        return ''
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sdtPr':
        return ''
      case 'mc:AlternateContent':
        return this.read(child(node, 'mc:Choice') ?? child(node, 'mc:Fallback') ?? node, found)
      case 'm:oMath':
      case 'm:oMathPara':
        return textIn(node)
      default:
        return this.read(node, found)
    }
  }

  private inserted(node: Node, found: Found): string {
    const text = this.read(node, found)
    if (text.trim() !== '')
      found.changes.push(
        done('tracked-change', 0, `Took over what ${authorOf(node)} has inserted.`, {
          after: excerpt(text),
        }),
      )
    return text
  }

  private deleted(node: Node, found: Found): void {
    const text = deletedText(node)
    if (text.trim() !== '' && node.name === 'w:del')
      found.changes.push(
        done('tracked-change', 0, `Left out what ${authorOf(node)} has deleted.`, {
          before: excerpt(text),
        }),
      )
  }

  private run(run: Node, found: Found): string {
    const isHidden = isOn(child(run, 'w:rPr'), 'w:vanish')
    const text = run.children.map(each => this.runPart(each, found)).join('')
    if (!isHidden || text.trim() === '') return text
    found.changes.push(
      done('tracked-change', 0, 'Left out hidden text.', { before: excerpt(text) }),
    )
    return ''
  }

  private runPart(node: Node, found: Found): string {
    if (node.name === 'w:fldChar') {
      const type = node.attributes['w:fldCharType']
      if (type === 'begin') this.fields.push(true)
      else if (type === 'separate') this.fields[this.fields.length - 1] = false
      else this.fields.pop()
      return ''
    }
    if (this.fields.includes(true)) return ''
    switch (node.name) {
      case 'w:t':
        return textIn(node)
      case 'w:tab':
      case 'w:ptab':
        return '\t'
      case 'w:br':
      case 'w:cr':
        return node.attributes['w:type'] === undefined ||
          node.attributes['w:type'] === 'textWrapping'
          ? '\n'
          : ''
      case 'w:noBreakHyphen':
        return '-'
      case 'w:sym':
        return symbol(node)
      case 'w:commentReference':
        return this.comment(node, found)
      case 'w:footnoteReference':
        return this.footnote(this.footnotes, node, found)
      case 'w:endnoteReference':
        return this.footnote(this.endnotes, node, found)
      case 'mc:AlternateContent':
        return this.runPart(child(node, 'mc:Choice')?.children[0] ?? node, found)
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.drawing(node, found)
        return ''
      default:
        return ''
    }
  }

  private comment(node: Node, found: Found): string {
    const comment = this.comments.get(node.attributes['w:id'] ?? '')
    if (comment === undefined) return ''
    const text = paragraphsIn(comment).replace(/\[/g, '(').replace(/\]/g, ')')
    if (text === '') return ''
    const note = `[Note ${initials(comment)}: ${text}]`
    found.changes.push(done('note', 0, 'Made a note of a comment.', { after: excerpt(note) }))
    return ` ${note}`
  }

  private footnote(notes: ReadonlyMap<string, Node>, node: Node, found: Found): string {
    const note = notes.get(node.attributes['w:id'] ?? '')
    if (note === undefined) return ''
    this.footnoteCount++
    const mark = `[^${this.footnoteCount}]`
    const text = paragraphsIn(note)
    found.footnotes.push({ mark, text })
    found.changes.push(
      done('footnote', 0, 'Put a footnote behind its paragraph.', { after: excerpt(text) }),
    )
    return mark
  }

  private drawing(node: Node, found: Found): void {
    const boxes = descendants(node, 'w:txbxContent')
    found.boxes.push(...boxes)
    const hasPicture =
      descendants(node, 'pic:pic').length > 0 || descendants(node, 'v:imagedata').length > 0
    if (hasPicture) found.changes.push(done('picture', 0, 'Left out a picture.'))
  }
}

function fill(map: Map<string, Node>, root: Node | undefined, name: string): void {
  for (const each of children(root, name)) map.set(each.attributes['w:id'] ?? '', each)
}

/** Nodes of that name, however deep, those inside one of them left out. */
function descendants(node: Node, name: string): Node[] {
  if (node.name === 'mc:Fallback') return []
  return node.children.flatMap(each => (each.name === name ? [each] : descendants(each, name)))
}

/** The text of the paragraphs in a comment or footnote, in one line. */
function paragraphsIn(node: Node): string {
  return descendants(node, 'w:p')
    .map(each => plainText(each))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

export function plainText(node: Node): string {
  switch (node.name) {
    case 'w:t':
      return textIn(node)
    case 'w:tab':
    case 'w:br':
    case 'w:cr':
      return ' '
    case 'w:noBreakHyphen':
      return '-'
    case 'w:del':
    case 'w:moveFrom':
    case 'mc:Fallback':
      return ''
    default:
      return node.children.map(plainText).join('')
  }
}

function deletedText(node: Node): string {
  if (node.name === 'w:delText' || node.name === 'w:t') return textIn(node)
  return node.children.map(deletedText).join('')
}

const authorOf = (node: Node) => node.attributes['w:author'] || 'somebody'

function initials(comment: Node): string {
  const given = comment.attributes['w:initials']?.replace(/[^\p{L}\p{N} ]/gu, '').trim()
  if (given) return given
  const letters = [...(comment.attributes['w:author'] ?? '').matchAll(/(?<!\p{L})\p{L}/gu)]
  return letters.map(([letter]) => letter.toUpperCase()).join('') || 'XX'
}

/** A character of a symbol font: bullets and ticks are marks, anything else is itself. */
function symbol(node: Node): string {
  const code = Number.parseInt(node.attributes['w:char'] ?? '', 16)
  if (Number.isNaN(code)) return ''
  return code >= 0xf000 && code <= 0xf0ff ? '•' : String.fromCodePoint(code)
}

/** Has the end of the paragraph been deleted, so that the next goes on with it? */
export function isEndDeleted(properties: Node | undefined): boolean {
  return child(child(properties, 'w:rPr'), 'w:del') !== undefined
}
