/** The text inside a paragraph of a Word document, with notes, footnote marks and tracked changes. */

import * as l10n from '@vscode/l10n'
import { writtenDay } from '../../report/cover/dates'
import { longestAuthor } from '../../report/marks/marks'
import { append } from '../../text/lists'
import { singleSpaced } from '../../text/spaces'
import { finish, Pace, type Steps } from '../../text/steps'
import type { Budget } from '../budget'
import { type Change, done, excerpt, open } from '../text/change'
import { Comments, commentAuthor } from './comments'
import { emptyFieldOf, isPrompt, promptChange } from './controls'
import { chosen, foreignPart, readDrawing } from './drawings'
import { plainStretch, type Stretch, textOf, withEmphasis } from './emphasis'
import { Fields } from './fields'
import type { Found } from './found'
import { withLinks } from './links'
import { withNotesApart } from './note-places'
import type { LinkedPart, Links } from './package'
import { highlightNote, marksOf, shownAs, symbolOf, withHighlights } from './run-marks'
import type { Styles } from './styles'
import { child, children, descendants, type Node, textIn } from './xml'

interface Notes {
  readonly comments: Node | undefined
  /** Which of the comments are resolved. */
  readonly commentsExtended: Node | undefined
  readonly footnotes: LinkedPart
  readonly endnotes: LinkedPart
  readonly links: Links
}

/** What the notes of one kind are, by their ids, and the addresses of their links. */
interface KnownNotes {
  readonly byId: ReadonlyMap<string, Node>
  readonly links: Links
}

export class InlineReader {
  private readonly comments: Comments
  /** The links of the part that is being read. */
  private links: Links
  private readonly footnotes: KnownNotes
  private readonly endnotes: KnownNotes
  private footnoteCount = 0
  private readonly fields = new Fields()
  /** Does the style of the paragraph that is being read hide its text? */
  private isStyleHidden = false
  private isInNote = false
  /** The last stretch of struck-out text, which the next run may continue. */
  private lastStruck: Change | undefined
  private readonly pace = new Pace()

  constructor(
    { comments, commentsExtended, footnotes, endnotes, links }: Notes,
    private readonly styles: Styles,
    private readonly budget: Budget,
  ) {
    this.links = links
    this.comments = new Comments(comments, commentsExtended)
    this.footnotes = notesOf(footnotes, 'w:footnote')
    this.endnotes = notesOf(endnotes, 'w:endnote')
  }

  /** The text of a paragraph, line breaks as `\n`; what else it holds is added to `found`. */
  *read(node: Node, found: Found): Steps<readonly Stretch[]> {
    this.fields.startParagraph()
    const properties = child(node, 'w:pPr')
    this.isStyleHidden = this.styles.hidesText(properties)
    const isTitle =
      this.styles.headingLevel(properties) !== undefined || this.styles.isContents(properties)
    const stretches = withLinks(yield* this.all(node, found), isTitle, found)
    const noted = withHighlights(stretches, highlightNote())
    if (noted.length > stretches.length)
      found.changes.push(done('note', 0, l10n.t('Put a note after highlighted text.')))
    return noted
  }

  private *all(node: Node, found: Found): Steps<readonly Stretch[]> {
    const stretches: Stretch[] = []
    for (const each of node.children) {
      append(stretches, yield* this.part(each, found))
      if (this.pace.isOver(lettersInElement)) yield
    }
    return stretches
  }

  private *part(node: Node, found: Found): Steps<readonly Stretch[]> {
    switch (node.name) {
      case 'w:r':
        return yield* this.run(node, found)
      case 'w:ins':
      case 'w:moveTo':
        return yield* this.inserted(node, found)
      case 'w:del':
      case 'w:moveFrom':
        return this.deleted(node, found)
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sdtPr':
        return []
      case 'w:sdt':
        return yield* this.control(node, found)
      case 'mc:AlternateContent':
        return yield* this.all(chosen(node) ?? node, found)
      case 'w:subDoc':
        found.changes.push(foreignPart())
        return []
      case 'w:hyperlink':
        return this.linked(yield* this.all(node, found), node)
      case 'w:fldSimple':
        return this.fields.simple(node, yield* this.all(node, found))
      case 'm:oMath':
      case 'm:oMathPara':
        return [plainStretch(textIn(node))]
      default:
        return yield* this.all(node, found)
    }
  }

  /** The words of a link, whose address is not in the text. */
  private linked(stretches: readonly Stretch[], { attributes }: Node): readonly Stretch[] {
    const address = this.links.get(attributes['r:id'] ?? '')
    if (address === undefined) return stretches
    const place = attributes['w:anchor']
    const linkTo = place === undefined || address.includes('#') ? address : `${address}#${place}`
    return stretches.map(each => ({ ...each, linkTo }))
  }

  /** A form field; what it shows while nobody has filled it in is not text of the report. */
  private *control(node: Node, found: Found): Steps<readonly Stretch[]> {
    const stretches = yield* this.all(node, found)
    const text = textOf(stretches)
    if (!isPrompt(node) || text.trim() === '') return stretches
    found.changes.push(promptChange(text))
    return [emptyFieldOf(node)]
  }

  private *inserted(node: Node, found: Found): Steps<readonly Stretch[]> {
    const stretches = yield* this.all(node, found)
    // What was inserted may be a box of text.
    const text = textOf(stretches).trim() === '' ? plainText(node) : textOf(stretches)
    const message = node.name === 'w:ins' ? insertedBy(authorOf(node)) : movedBy(authorOf(node))
    if (text.trim() !== '')
      found.changes.push(done('tracked-change', 0, message, { after: excerpt(text) }))
    return stretches
  }

  /** All that remains of deleted text is its comments. */
  private deleted(node: Node, found: Found): readonly Stretch[] {
    const text = deletedText(node)
    if (text.trim() !== '' && node.name === 'w:del')
      found.changes.push(
        done('tracked-change', 0, deletedBy(authorOf(node)), {
          before: excerpt(text),
        }),
      )
    for (const each of descendants(node, 'w:fldChar')) this.fields.take(each, found)
    return descendants(node, 'w:commentReference').flatMap(each => this.comment(each, found))
  }

  private *run(run: Node, found: Found): Steps<readonly Stretch[]> {
    const properties = child(run, 'w:rPr')
    const marks = marksOf(properties, this.styles)
    const look = {
      ...this.styles.look(properties),
      ...(marks.isHighlighted ? { isHighlighted: true } : {}),
    }
    const stretches: Stretch[] = []
    for (const each of run.children) {
      const part = this.runPart(each, found)
      append(
        stretches,
        typeof part === 'string'
          ? [{ text: shownAs(part, marks), ...look, ...this.fields.link, node: each }]
          : part,
      )
      if (this.pace.isOver(lettersInElement)) yield
    }
    const text = textOf(stretches)
    if (marks.isStruck && text.trim() !== '') {
      this.struck(text, found)
      return stretches.filter(({ isMark }) => isMark)
    }
    if (text.trim() !== '') this.lastStruck = undefined
    if (!this.styles.hides(properties, this.isStyleHidden) || text.trim() === '') return stretches
    found.changes.push(
      done('hidden-text', 0, l10n.t('Left out hidden text.'), { before: excerpt(text) }),
    )
    return []
  }

  /** Text that is struck out is listed, all of a stretch at once, for somebody to decide whether it is deleted. */
  private struck(text: string, found: Found): void {
    const last = found.changes.at(-1)
    const goesOn = last !== undefined && last === this.lastStruck
    const before = excerpt(goesOn ? `${last.before ?? ''}${text}` : text)
    const message = l10n.t(
      'Left out text that is struck out. Put it back if it belongs to the report.',
    )
    this.lastStruck = open('struck-out', 0, message, { before })
    if (goesOn) found.changes[found.changes.length - 1] = this.lastStruck
    else found.changes.push(this.lastStruck)
  }

  /** What is in a run: text formatted as the run is, or stretches with formatting of their own. */
  private runPart(node: Node, found: Found): string | readonly Stretch[] {
    if (node.name === 'w:fldChar') return this.fields.take(node, found)
    if (node.name === 'w:instrText') this.fields.addInstruction(node)
    if (this.fields.isInstruction) return ''
    switch (node.name) {
      case 'w:t':
        return textIn(node)
      case 'w:tab':
      case 'w:ptab':
        return '\t'
      case 'w:br':
      case 'w:cr':
        return '\n'
      case 'w:noBreakHyphen':
        return '-'
      case 'w:sym':
        return symbolOf(node)
      case 'w:commentReference':
        return this.comment(node, found)
      case 'w:footnoteReference':
        return this.footnote(this.footnotes, node, found)
      case 'w:endnoteReference':
        return this.footnote(this.endnotes, node, found)
      case 'mc:AlternateContent': {
        return (chosen(node)?.children ?? []).flatMap((each): readonly Stretch[] => {
          const part = this.runPart(each, found)
          return typeof part === 'string' ? [{ ...plainStretch(part), node: each }] : part
        })
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
      case 'w:contentPart':
        readDrawing(node, found)
        return ''
      case 'w:ruby':
        return plainText(child(node, 'w:rubyBase') ?? node)
      default:
        return ''
    }
  }

  private comment(node: Node, found: Found): readonly Stretch[] {
    const comment = this.comments.get(node.attributes['w:id'] ?? '')
    if (comment === undefined) return []
    if (authorOf(comment) === commentAuthor) {
      found.changes.push(done('note', 0, l10n.t('Left out an automatic comment.')))
      return []
    }
    const text = this.counted(paragraphsIn(comment)).replace(/\[/g, '(').replace(/\]/g, ')')
    if (text === '') return []
    if (this.comments.isResolved(comment)) {
      const before = excerpt(text)
      found.changes.push(
        done('resolved-comment', 0, l10n.t('Left out a comment that is resolved.'), { before }),
      )
      return []
    }
    const note = `[Note${headOf(comment)}: ${text}]`
    found.changes.push(
      done('comment', 0, l10n.t('Turned a comment into a note.'), { after: excerpt(note) }),
    )
    return [{ ...plainStretch(note), isMark: true, isNote: true, node }]
  }

  private footnote(notes: KnownNotes, node: Node, found: Found): readonly Stretch[] {
    const note = notes.byId.get(node.attributes['w:id'] ?? '')
    // Notes have no notes of their own; in a damaged document one may refer to itself.
    if (note === undefined || this.isInNote) return []
    this.footnoteCount++
    const mark = `[^${this.footnoteCount}]`
    const { links } = this
    this.links = notes.links
    this.isInNote = true
    const paragraphs = descendants(note, 'w:p').map(each =>
      withEmphasis(withNotesApart(withLinks(finish(this.all(each, found)), false, found))),
    )
    this.isInNote = false
    this.links = links
    const text = singleSpaced(this.counted(paragraphs.join(' '))).trim()
    found.footnotes.push({ mark, text, node })
    found.changes.push(
      done('footnote', 0, l10n.t('Put a footnote after its paragraph.'), { after: excerpt(text) }),
    )
    return [{ ...plainStretch(mark), isMark: true, node }]
  }

  /** The text, which counts each time that something refers to it. */
  private counted(text: string): string {
    this.budget.spend('written', text.length)
    return text
  }
}

/** The cost of an element, for the steps. */
const lettersInElement = 10

const notesOf = ({ node, links }: LinkedPart, name: string): KnownNotes => ({
  byId: new Map(children(node, name).map(each => [each.attributes['w:id'] ?? '', each])),
  links,
})

/** The text of the paragraphs in a comment or footnote, on one line. */
function paragraphsIn(node: Node): string {
  return singleSpaced(
    descendants(node, 'w:p')
      .map(each => plainText(each))
      .join(' '),
  ).trim()
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

export function deletedText(node: Node): string {
  if (node.name === 'mc:Fallback') return ''
  if (node.name === 'w:delText' || node.name === 'w:t') return textIn(node)
  return node.children.map(deletedText).join('')
}

/** Who made a tracked change; empty where Word does not say. */
export const authorOf = (node: Node): string => node.attributes['w:author'] ?? ''

function insertedBy(author: string): string {
  return author === ''
    ? l10n.t('Kept what somebody inserted.')
    : l10n.t('Kept what {0} inserted.', author)
}

function movedBy(author: string): string {
  return author === ''
    ? l10n.t('Kept what somebody moved, in its new place.')
    : l10n.t('Kept what {0} moved, in its new place.', author)
}

function deletedBy(author: string): string {
  return author === ''
    ? l10n.t('Left out what somebody deleted.')
    : l10n.t('Left out what {0} deleted.', author)
}

/** Who wrote a comment, and on which day: ` Ann Bell, 3 March 2025`. */
function headOf({ attributes }: Node): string {
  const name = (attributes['w:author'] ?? '').replace(/[:[\]\s]+/g, ' ').trim()
  const initials = (attributes['w:initials'] ?? '').replace(/[^\p{L}\p{N} ]/gu, '').trim()
  const author = name === '' || name.length > longestAuthor ? initials : name
  const day = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-\d\d/.exec(attributes['w:date'] ?? '')?.[0]
  const words = [author, ...(day === undefined ? [] : [writtenDay(day)])].filter(Boolean)
  return words.map((each, at) => `${at === 0 ? ' ' : ', '}${each}`).join('')
}

/** Has the end of the paragraph been deleted, so that the next one continues it? */
export function isEndDeleted(properties: Node | undefined): boolean {
  const mark = child(properties, 'w:rPr')
  return child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined
}
