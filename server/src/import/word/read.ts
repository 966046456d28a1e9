/** Reads a Word document as text with headings, numbers, lists, tables and notes in the recommended form. */

import * as l10n from '@vscode/l10n'
import { ImportError } from '../import-error'
import { type Change, done, excerpt } from '../text/change'
import { isHeaderRow, mayBeHeader } from '../text/header-row'
import { plainStretch, type Stretch, textOf, withEmphasis } from './emphasis'
import {
  authorOf,
  deletedText,
  emptyField,
  type Found,
  InlineReader,
  isEndDeleted,
  isPrompt,
  plainText,
} from './inline'
import { type Label, Numbering } from './numbering'
import { openWord, type WordPackage } from './package'
import { listPlace, Styles } from './styles'
import { child, isOn, type Node, settingOf } from './xml'

export interface ReadDocument {
  readonly text: string
  /** Their lines are lines of `text`. */
  readonly changes: readonly Change[]
}

/** Throws an `ImportError` for what is no Word document. */
export function readWord(bytes: Uint8Array): ReadDocument {
  try {
    return new WordReader(openWord(bytes)).read()
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError(
      l10n.t('This Word file is damaged. Open it in Word, save it again, and import that.'),
    )
  }
}

class WordReader {
  private readonly lines: string[] = []
  private readonly changes: Change[] = []
  private readonly styles: Styles
  private readonly numbering: Numbering
  private readonly inline: InlineReader
  /** A paragraph whose end was deleted, which the next goes on with. */
  private open: { readonly prefix: string; readonly stretches: readonly Stretch[] } | undefined
  private isInList = false

  constructor(private readonly word: WordPackage) {
    this.styles = new Styles(word.part('styles'))
    this.numbering = new Numbering(word.part('numbering'))
    const comments = word.part('comments')
    const footnotes = word.part('footnotes')
    const endnotes = word.part('endnotes')
    this.inline = new InlineReader({ comments, footnotes, endnotes }, this.styles)
  }

  read(): ReadDocument {
    this.noteFurniture()
    this.blocks(child(this.word.document, 'w:body') as Node)
    return { text: `${this.lines.join('\n')}\n`, changes: this.changes }
  }

  /** Headers and footers are no part of the text; each is listed once. */
  private noteFurniture(): void {
    const seen = new Set<string>()
    for (const part of [...this.word.parts('header'), ...this.word.parts('footer')]) {
      const text = plainText(part).replace(/\s+/g, ' ').trim()
      if (text === '' || seen.has(text)) continue
      seen.add(text)
      this.changes.push(
        done('page-furniture', 0, l10n.t('Left out a page header or footer.'), { before: text }),
      )
    }
  }

  private blocks(node: Node): void {
    for (const each of node.children) {
      if (each.name === 'w:p') this.paragraph(each)
      else if (each.name === 'w:tbl') this.table(each)
      else if (each.name === 'mc:AlternateContent') this.blocks(child(each, 'mc:Choice') ?? each)
      else if (each.name === 'w:sdt' && isPrompt(each)) this.emptyField(each)
      else if (each.name !== 'w:sdtPr' && each.name !== 'w:sectPr' && each.children.length > 0)
        this.blocks(each)
    }
  }

  private emptyField(node: Node): void {
    const text = plainText(node)
    if (text.trim() === '') return
    this.emit('', [plainStretch(emptyField)])
    const words = { before: excerpt(text), after: emptyField }
    const message = l10n.t('Marked a field that is not filled in.')
    this.changes.push(done('placeholder', this.lines.length - 1, message, words))
  }

  private paragraph(node: Node): void {
    const properties = child(node, 'w:pPr')
    const found: Found = { footnotes: [], boxes: [], changes: [] }
    const read = this.inline.read(node, found)
    const isEmpty = textOf(read).trim() === ''
    const goesOn = isEndDeleted(properties)
    // A paragraph that is deleted as a whole has no number that would count.
    if (!(goesOn && isEmpty)) {
      const prefix = this.open?.prefix ?? this.prefixOf(properties, textOf(read), found)
      const stretches = [...(this.open?.stretches ?? []), ...read]
      this.open = goesOn ? { prefix, stretches } : undefined
      if (!goesOn) this.emit(prefix, stretches, this.styles.isContents(properties))
    }
    this.finish(found)
  }

  /** `## `, `12. `, `- ` or nothing: what stands before the paragraph's text. */
  private prefixOf(properties: Node | undefined, text: string, found: Found): string {
    // Word counts a paragraph without text too.
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
    return /^\(?[a-z]{1,4}\)$/.test(label.text) ? `${indent}${label.text} ` : `${label.text} `
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

  /** Items of a list and entries of the contents stand on neighbouring lines, all else apart. */
  private emit(prefix: string, stretches: readonly Stretch[], isContents = false): void {
    const text = prefix.startsWith('#') ? textOf(stretches) : withEmphasis(stretches)
    const isList = isContents || /^\s*(?:-|\(?[a-z]+\)) $/.test(prefix)
    const content = (
      prefix === '' ? text.replace(/\n{2,}/g, '\n') : text.replace(/\s+/g, ' ')
    ).trim()
    if (content === '') return
    if (!(isList && this.isInList)) this.lines.push('')
    this.isInList = isList
    this.lines.push(...`${prefix}${content}`.split('\n').map(line => line.trimEnd()))
  }

  /** What was found in a paragraph or table goes behind it. */
  private finish(found: Found): void {
    const line = Math.max(0, this.lines.length - 1)
    for (const { mark, text } of found.footnotes) {
      this.lines.push('', `${mark}: ${text}`)
      this.isInList = false
    }
    this.changes.push(...found.changes.map(change => ({ ...change, line })))
    for (const box of found.boxes) {
      this.isInList = false
      this.blocks(box)
      this.isInList = false
    }
  }

  private table(node: Node): void {
    const found: Found = { footnotes: [], boxes: [], changes: [] }
    const rows = rowsOf(node).filter(row => !isDeleted(row, found))
    // A table of one column is a box around text.
    if (rows.every(row => cellsOf(row).length <= 1)) {
      for (const row of rows) for (const cell of cellsOf(row)) this.blocks(cell)
      return
    }
    const isMarked = isOn(child(rows[0], 'w:trPr'), 'w:tblHeader')
    const cells = rows.map((row, at) => {
      const write = isMarked && at === 0 ? textOf : withEmphasis
      return cellsOf(row).flatMap(cell => this.cell(cell, found, write))
    })
    const width = Math.max(...cells.map(row => row.length))
    const hasHeader = isMarked || this.isHeader(rows[0], cells[0] ?? [])
    const written = (row: readonly string[]) =>
      `|${Array.from({ length: width }, (_, at) => row[at] ?? '')
        .map(cell => (cell === '' ? ' |' : ` ${cell} |`))
        .join('')}`
    const header = hasHeader ? (cells[0] ?? []).map(bare) : []
    this.isInList = false
    this.lines.push('', written(header), `|${' --- |'.repeat(width)}`)
    this.lines.push(...cells.slice(hasHeader ? 1 : 0).map(written))
    this.finish(found)
  }

  /** Is a row that is not marked as a header one by its words, or because all of it is bold? */
  private isHeader(row: Node | undefined, cells: readonly string[]): boolean {
    if (isHeaderRow(cells)) return true
    return row !== undefined && mayBeHeader(cells.map(bare)) && cells.every(isBold)
  }

  /** The text of a cell, with empty cells behind it for the columns that it spans. */
  private cell(cell: Node, found: Found, write: Write): string[] {
    const properties = child(cell, 'w:tcPr')
    const merged = child(properties, 'w:vMerge')
    const isHidden = merged !== undefined && merged.attributes['w:val'] !== 'restart'
    const text = isHidden ? '' : this.cellText(cell, found, write)
    const span = Number(settingOf(properties, 'w:gridSpan') ?? 1)
    return [text, ...Array.from({ length: Math.min(span, 20) - 1 }, () => '')]
  }

  private cellText(node: Node, found: Found, write: Write): string {
    const parts = node.children.flatMap(each => {
      if (each.name === 'w:p') {
        const label = this.labelOf(child(each, 'w:pPr'))
        const text = write(this.inline.read(each, found)).replace(/\s+/g, ' ').trim()
        // A cell for the number alone, with the text in the next.
        if (label === undefined || label.isBullet) return text === '' ? [] : [text]
        return [text === '' ? label.text : `${label.text} ${text}`]
      }
      if (each.name === 'w:tcPr') return []
      if (each.name === 'w:sdt' && isPrompt(each)) return [emptyField]
      const inner = this.cellText(each, found, write)
      return inner === '' ? [] : [inner]
    })
    return parts.join(' ').replace(/\|/g, '\\|')
  }
}

const isBold = (cell: string) => /^\*\*[^*]+\*\*$/.test(cell)
const bare = (cell: string) => (isBold(cell) ? cell.slice(2, -2) : cell)

type Write = (stretches: readonly Stretch[]) => string

/** A heading that has a number and goes on for so long is a paragraph in a heading's style. */
const isSentence = (text: string) => text.length > 120 && /[.:;]\s*$/.test(text)

function rowsOf(table: Node): readonly Node[] {
  return table.children.flatMap(each => {
    if (each.name === 'w:tr') return [each]
    return each.name === 'w:sdt' || each.name === 'w:sdtContent' || each.name === 'w:ins'
      ? rowsOf(each)
      : []
  })
}

function isDeleted(row: Node, found: Found): boolean {
  const mark = child(child(row, 'w:trPr'), 'w:del')
  if (mark === undefined) return false
  found.changes.push(
    done('tracked-change', 0, rowDeletedBy(authorOf(mark)), { before: excerpt(deletedText(row)) }),
  )
  return true
}

function rowDeletedBy(author: string): string {
  return author === ''
    ? l10n.t('Left out a row that somebody has deleted.')
    : l10n.t('Left out a row that {0} has deleted.', author)
}

function cellsOf(row: Node): readonly Node[] {
  return row.children.flatMap(each => {
    if (each.name === 'w:tc') return [each]
    return each.name === 'w:sdt' || each.name === 'w:sdtContent' ? cellsOf(each) : []
  })
}
