/** Reads a Word document as text with headings, numbers, lists, tables and notes in the recommended form. */

import * as l10n from '@vscode/l10n'
import { columnsOf, TableRows, writtenTable } from '../../report/grid/table'
import { isListItem, lineBeginning } from '../../text/line-beginning'
import { append } from '../../text/lists'
import { singleSpaced } from '../../text/spaces'
import { finish, type Steps } from '../../text/steps'
import { Budget } from '../budget'
import { ImportError } from '../import-error'
import { wordRefusal } from '../refusals'
import { type Change, done } from '../text/change'
import { headOf } from '../text/tables/header-row'
import { emptyField, emptyFieldOf, isPrompt, promptChange } from './controls'
import { chosen, foreignPart } from './drawings'
import { plainStretch, type Stretch, textOf, withEmphasis } from './emphasis'
import type { Found } from './found'
import { gradeApart } from './grade-apart'
import { InlineReader, isEndDeleted, plainText } from './inline'
import { withNotesApart } from './note-places'
import { type Label, Numbering } from './numbering'
import { openWord, type Parts, partsOf } from './package'
import type { Shown } from './shown'
import { listPlace, Styles } from './styles'
import { holdsTable, type KeptRow, keptRows } from './table-rows'
import { child, children, isOn, type Node, settingOf } from './xml'

export interface ReadDocument {
  readonly text: string
  /** Their line numbers refer to lines of `text`. */
  readonly changes: readonly Change[]
}

/** Throws an `ImportError` for a file that is not a Word document, or that is too much to read. */
export function readWord(bytes: Uint8Array): ReadDocument {
  return finish(readWordSteps(bytes))
}

/**
 * The same, in steps, one for a certain number of elements, paragraphs and rows. `shown` is told which text is
 * written, for those who ask where it comes from.
 */
export function* readWordSteps(bytes: Uint8Array, shown?: Shown): Steps<ReadDocument> {
  const budget = new Budget(wordRefusal)
  try {
    const word = yield* openWord(bytes, budget)
    const parts = yield* partsOf(word)
    budget.enter(word.name)
    shown?.begin(word.name, word.document)
    return yield* new WordReader(word.document, parts, budget, shown).read()
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError(
      l10n.t('This Word file is damaged. Open it in Word, save it again, and import that.'),
      { cause: error },
    )
  }
}

/** Paragraphs and rows read in one step. */
const blocksInStep = 20

/** More pieces of a paragraph than this are put together in steps of their own. */
const manyStretches = 1_000

class WordReader {
  private readonly lines: string[] = []
  private readonly changes: Change[] = []
  private readonly styles: Styles
  private readonly numbering: Numbering
  private readonly inline: InlineReader
  /** A paragraph whose end was deleted, which the next one continues. */
  private open: OpenParagraph | undefined
  private isInList = false
  /** Footnotes that are still to be written: after a list, or after the text under a heading. */
  private readonly footnotes: Found['footnotes'] = []
  private isHeldBack = false

  constructor(
    private readonly document: Node,
    private readonly parts: Parts,
    private readonly budget: Budget,
    private readonly shown: Shown | undefined,
  ) {
    this.styles = new Styles(parts.styles)
    this.numbering = new Numbering(parts.numbering)
    this.inline = new InlineReader(parts, this.styles, budget)
  }

  *read(): Steps<ReadDocument> {
    this.noteFurniture()
    yield* this.blocks(child(this.document, 'w:body') as Node)
    this.endOpen()
    this.writeFootnotes()
    const text = `${this.lines.join('\n')}\n`
    if (!/[\p{L}\p{N}]/u.test(text)) throw new ImportError(noText(this.changes))
    return { text, changes: this.changes }
  }

  /** Headers and footers are not part of the text; each is listed once. */
  private noteFurniture(): void {
    const seen = new Set<string>()
    for (const part of this.parts.furniture) {
      const text = singleSpaced(plainText(part)).trim()
      if (text === '' || seen.has(text)) continue
      seen.add(text)
      this.changes.push(
        done('page-furniture', 0, l10n.t('Left out a page header or footer.'), { before: text }),
      )
    }
  }

  private *blocks(node: Node): Steps<void> {
    for (const [at, each] of node.children.entries()) {
      if (at % blocksInStep === 0) yield
      if (each.name === 'w:p') yield* this.paragraph(each)
      else if (each.name === 'w:tbl') yield* this.table(each)
      else if (each.name === 'mc:AlternateContent') yield* this.blocks(chosen(each) ?? each)
      else if (each.name === 'w:sdt' && isPrompt(each)) this.emptyField(each)
      else if (each.name === 'w:altChunk')
        this.changes.push({ ...foreignPart(), line: Math.max(0, this.lines.length - 1) })
      else if (each.name !== 'w:sdtPr' && each.name !== 'w:sectPr' && each.children.length > 0)
        yield* this.blocks(each)
    }
  }

  private emptyField(node: Node): void {
    const text = plainText(node)
    if (text.trim() === '') return
    this.shown?.add([emptyFieldOf(node)])
    this.emit('', [emptyFieldOf(node)])
    this.changes.push({ ...promptChange(text), line: this.lines.length - 1 })
  }

  private *paragraph(node: Node): Steps<void> {
    const properties = child(node, 'w:pPr')
    const before = this.open
    const found = before?.found ?? nothingFound()
    const read = yield* this.inline.read(node, found)
    const isLong = read.length > manyStretches
    if (isLong) yield
    const goesOn = isEndDeleted(properties) || isDropCap(properties)
    // A paragraph that is deleted as a whole has no number that would count.
    if (goesOn && textOf(read).trim() === '') {
      if (before === undefined) this.finish(found)
      return
    }
    const stretches = before?.stretches ?? []
    append(stretches, read)
    // A large first letter belongs to the paragraph after it, whose number counts.
    const prefix = isDropCap(properties)
      ? undefined
      : (before?.prefix ?? this.prefixOf(properties, textOf(stretches), found))
    if (isLong) yield
    this.open = { prefix, stretches, found, isContents: this.styles.isContents(properties) }
    if (isLong) yield
    if (!goesOn) this.endOpen()
  }

  /** Writes a paragraph whose end was deleted, where nothing follows in which it could continue. */
  private endOpen(): void {
    const paragraph = this.open
    if (paragraph === undefined) return
    this.open = undefined
    const { prefix = '', found, isContents } = paragraph
    this.shown?.add(paragraph.stretches)
    const stretches = withNotesApart([...letterInBox(paragraph), ...paragraph.stretches])
    const apart = prefix.startsWith('#') ? gradeApart(textOf(stretches)) : undefined
    if (apart === undefined) this.emit(prefix, stretches, isContents)
    else {
      const { title, grade: after } = apart
      this.emit(prefix, [plainStretch(title)])
      this.emit('', [plainStretch(after)])
      const message = l10n.t('Put the grade after a heading on a line of its own.')
      found.changes.push(done('grade', 0, message, { after }))
    }
    this.finish(found)
  }

  /** `## `, `12. `, `- ` or nothing: what goes before the paragraph's text. */
  private prefixOf(properties: Node | undefined, text: string, found: Found): string {
    // Word also counts paragraphs without text.
    const label = this.labelOf(properties)
    if (text.trim() === '') return ''
    const number = /^(\d{1,3})[.)]?$/.exec(label?.text ?? '')?.[1]
    const heading = this.styles.headingLevel(properties)
    if (heading !== undefined && !(number !== undefined && isSentence(text))) {
      if (label !== undefined && !label.isBullet)
        found.changes.push(
          done('heading', 0, l10n.t('Left out the automatic number of a heading.'), {
            before: label.text,
          }),
        )
      return `${'#'.repeat(Math.min(heading + 1, 6))} `
    }
    if (label === undefined) return ''
    const indent = '  '.repeat(label.level)
    if (label.isBullet) return `${indent}- `
    if (number !== undefined) return `${number}. `
    const letter = /^\(?([a-z]{1,4})[.)]$/.exec(label.text)?.[1]
    return letter === undefined ? `${label.text} ` : `${indent}(${letter}) `
  }

  private labelOf(properties: Node | undefined): Label | undefined {
    const direct = listPlace(properties)
    if (direct?.list === '0') return undefined
    const styled = this.styles.list(properties)
    const list = direct?.list ?? styled?.list
    if (list === undefined || list === '0') return undefined
    const ofStyle =
      styled === undefined ? undefined : this.numbering.levelOfStyle(list, styled.style)
    return this.numbering.next(list, direct?.level ?? ofStyle ?? styled?.level ?? 0)
  }

  /**
   * Writes a paragraph: items of a list and entries of the contents on neighbouring lines, everything else apart.
   */
  private emit(prefix: string, stretches: readonly Stretch[], isContents = false): void {
    const isHeading = prefix.startsWith('#')
    const text = isHeading ? textOf(stretches) : withEmphasis(stretches)
    const isList = isContents || isListItem(lineBeginning(prefix))
    const content = (prefix === '' ? text.replace(/\n{2,}/g, '\n') : singleSpaced(text)).trim()
    if (content === '') return
    if (isHeading || (this.isInList && !isList)) this.writeFootnotes()
    this.isHeldBack = isHeading || isList
    if (!(isList && this.isInList)) this.lines.push('')
    this.isInList = isList
    this.budget.spend('written', prefix.length + content.length)
    append(
      this.lines,
      `${prefix}${content}`.split('\n').map(line => line.trimEnd()),
    )
  }

  /** Puts what was found in a paragraph or table after it; for footnotes in a list, after the list. */
  private finish(found: Found): void {
    const line = Math.max(0, this.lines.length - 1)
    append(this.footnotes, found.footnotes)
    if (!this.isHeldBack) this.writeFootnotes()
    for (const change of found.changes) this.changes.push({ ...change, line })
    for (const box of found.boxes) {
      this.isInList = false
      finish(this.blocks(box))
      this.endOpen()
      this.isInList = false
    }
  }

  private writeFootnotes(): void {
    for (const { mark, text, node } of this.footnotes.splice(0)) {
      this.shown?.add([{ ...plainStretch(`${mark}: ${text}`), node }])
      this.lines.push('', `${mark}: ${text}`)
      this.isInList = false
    }
  }

  private *table(node: Node): Steps<void> {
    this.endOpen()
    if (this.isInList) this.writeFootnotes()
    this.isHeldBack = false
    const found = nothingFound()
    const rows = keptRows(node, found)
    const isFrame = rows.some(({ cells }) => cells.some(holdsTable))
    if (isFrame || rows.every(({ cells }) => cells.length <= 1) || this.isHeadingBox(rows)) {
      for (const cell of rows.flatMap(({ cells }) => cells)) {
        yield* this.blocks(cell)
        this.endOpen()
      }
      this.finish(found)
      return
    }
    const isMarked = isOn(child(rows[0]?.row, 'w:trPr'), 'w:tblHeader')
    const table = new TableRows(() => undefined)
    for (const [at, { row, cells }] of rows.entries()) {
      if (at % blocksInStep === 0) yield
      const write = isMarked && at === 0 ? textOf : withEmphasis
      const before = Number(settingOf(child(row, 'w:trPr'), 'w:gridBefore') ?? 0)
      table.startRow()
      for (const empty of emptyCells(before)) table.add(empty)
      for (const cell of cells) {
        const columns = Number(settingOf(child(cell, 'w:tcPr'), 'w:gridSpan') ?? 1)
        table.add(yield* this.cell(cell, found, write), Math.min(Math.max(columns, 1), mostSpanned))
      }
    }
    const written = table.rows
    const [first = []] = written
    this.budget.spend('cells', columnsOf(written) * written.length)
    const head = headOf(first, { isMarked })
    this.isInList = false
    this.lines.push('')
    append(this.lines, writtenTable(head === undefined ? written : written.slice(1), head))
    this.finish(found)
  }

  /** Does the table merely frame a heading, with its grade beside it? */
  private isHeadingBox(rows: readonly KeptRow[]): boolean {
    const paragraphs = rows.flatMap(({ cells }) => cells).flatMap(cell => children(cell, 'w:p'))
    return (
      rows.length === 1 &&
      paragraphs.some(each => this.styles.headingLevel(child(each, 'w:pPr')) !== undefined)
    )
  }

  /** The text of a cell; none in one that the cell above extends into. */
  private *cell(cell: Node, found: Found, write: Write): Steps<string> {
    const merged = child(child(cell, 'w:tcPr'), 'w:vMerge')
    const isHidden = merged !== undefined && merged.attributes['w:val'] !== 'restart'
    return isHidden ? '' : yield* this.cellText(cell, found, write)
  }

  private *cellText(node: Node, found: Found, write: Write): Steps<string> {
    let text = ''
    let goesOn = false
    const add = (more: string) => {
      text = goesOn || text === '' ? text + more : `${text.trimEnd()} ${more.trimStart()}`
    }
    for (const each of node.children) {
      if (each.name === 'w:p') {
        const read = yield* this.cellParagraph(each, found, write)
        if (read !== '') add(read)
        goesOn = isEndDeleted(child(each, 'w:pPr')) || isDropCap(child(each, 'w:pPr'))
      } else if (each.name === 'w:sdt' && isPrompt(each)) {
        found.changes.push(promptChange(plainText(each)))
        this.shown?.add([emptyFieldOf(each)])
        add(emptyField)
      } else if (each.name !== 'w:tcPr') {
        const inner = yield* this.cellText(each, found, write)
        if (inner !== '') add(inner)
      }
    }
    return singleSpaced(text).trim()
  }

  private *cellParagraph(node: Node, found: Found, write: Write): Steps<string> {
    const properties = child(node, 'w:pPr')
    const read = yield* this.inline.read(node, found)
    if (textOf(read).trim() === '' && isEndDeleted(properties)) return ''
    this.shown?.add(read)
    const text = write(withNotesApart(read)).replace(/\|/g, '\\|')
    // This is a cell for the number alone, with the text in the next one.
    const label = this.labelOf(properties)
    if (label === undefined || label.isBullet) return text.trim() === '' ? '' : text
    return `${label.text} ${text.trimStart()}`
  }
}

/** A paragraph whose end is still to come. */
interface OpenParagraph {
  /** Undefined where it is still to be found out. */
  readonly prefix: string | undefined
  readonly stretches: Stretch[]
  readonly found: Found
  readonly isContents: boolean
}

const nothingFound = (): Found => ({ footnotes: [], boxes: [], changes: [] })

/** The most columns that a cell may extend over. */
const mostSpanned = 21

const emptyCells = (count: number): readonly string[] =>
  Array.from({ length: Math.max(0, Math.min(count, mostSpanned)) }, () => '')

function noText(changes: readonly Change[]): string {
  return changes.some(({ kind }) => kind === 'picture' || kind === 'chart')
    ? l10n.t(
        'This Word document has no text, only pictures. Ask for the document with its text, or have the text recognised (OCR) first.',
      )
    : l10n.t('This Word document has no text. Choose another one.')
}

type Write = (stretches: readonly Stretch[]) => string

/** A numbered heading this long is a paragraph in a heading's style. */
const isSentence = (text: string) => text.length > 120 && /[.:;]\s*$/.test(text)

/** The first letter of a text, set larger in a box beside it; the box is then no longer among those found. */
function letterInBox({ stretches, found: { boxes } }: OpenParagraph): readonly Stretch[] {
  const letter = boxes[0] === undefined ? '' : plainText(boxes[0]).trim()
  if (!/^[‘“'"]?\p{Lu}$/u.test(letter) || !/^\s*\p{Ll}/u.test(textOf(stretches))) return []
  boxes.shift()
  return [plainStretch(letter)]
}

/** The first letter of a text, set larger in a frame of its own: the paragraph goes on in the next. */
function isDropCap(properties: Node | undefined): boolean {
  const kind = child(properties, 'w:framePr')?.attributes['w:dropCap']
  return kind === 'drop' || kind === 'margin'
}
