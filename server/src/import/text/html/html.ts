/** Reads the HTML that Word and others put on the clipboard as text with headings, numbers, lists and tables. */

import { between } from '../../../text/between'
import { isListItem, lineBeginning } from '../../../text/line-beginning'
import { append } from '../../../text/lists'
import { withoutRuns } from '../../../text/runs'
import { singleSpaced } from '../../../text/spaces'
import type { Budget } from '../../budget'
import { ImportError } from '../../import-error'
import { type Stretch, withEmphasis } from '../../word/emphasis'
import { HtmlLists } from './lists'
import { HtmlTable, paragraphEnd } from './table'
import { budgetFor, isEmptyTag, isHidden, lookOf, numberIn, partsOfHtml, type Tag } from './tags'

/** Does the HTML come from Word? Its paragraphs say so. */
function isFromWord(html: string): boolean {
  return signsOfWord.some(sign => sign.test(html))
}

const signsOfWord = [
  /\bclass="?Mso/i,
  /(?<![a-z-])mso-[a-z-]+:/i,
  /urn:schemas-microsoft-com:office:word/i,
  /name="?Generator"? content="?Microsoft Word/i,
]

/**
 * Does HTML from another program have headings, lists or tables, which plain text would lose? Word for the web
 * and Google Docs write some of their own; what a text editor copies has only colours.
 */
function isStructured(html: string): boolean {
  return /<(?:h[1-6]|li|table)\b|\brole="?heading/i.test(html)
}

/** The text of the HTML; undefined where it has nothing that plain text lacks, or is too much to read. */
export function htmlToText(html: string): string | undefined {
  if (!(isFromWord(html) || isStructured(html))) return undefined
  const body = between(html, '<!--StartFragment-->', '<!--EndFragment-->') ?? bodyOf(html) ?? html
  try {
    const reader = new HtmlReader(commentsIn(html), budgetFor(body))
    for (const part of partsOfHtml(body)) reader.add(part)
    return reader.text()
  } catch (error) {
    // For HTML that only keeps the program busy, the plain text has to do.
    if (error instanceof ImportError) return undefined
    throw error
  }
}

/** The contents of the body of a page; undefined where there is none. */
function bodyOf(html: string): string | undefined {
  const start = html.search(/<body[\s>]/i)
  const tagEnd = start === -1 ? -1 : html.indexOf('>', start)
  const end = [...html.matchAll(/<\/body>/gi)].at(-1)?.index ?? -1
  return tagEnd === -1 || end <= tagEnd ? undefined : html.slice(tagEnd + 1, end)
}

/** The comments by their number, as notes: they are at the end of the HTML. */
function commentsIn(html: string): ReadonlyMap<string, string> {
  const notes = new Map<string, string>()
  for (const { number, content } of commentBoxes(html)) {
    let text = ''
    for (const part of partsOfHtml(content)) if (typeof part === 'string') text += part
    const [, author = '', words = ''] =
      /^\s*(?:\[([^\]\d]*)\d*\])?([\s\S]*)$/.exec(text.replace(/[\s\u00a0]+/g, ' ')) ?? []
    const inner = words.trim().replace(/\[/g, '(').replace(/\]/g, ')')
    if (inner !== '') notes.set(number, `[Note ${author.trim() || 'XX'}: ${inner}]`)
  }
  return notes
}

/** The boxes of comments: `<div id="_com_1">…</div>`. */
function* commentBoxes(
  html: string,
): Iterable<{ readonly number: string; readonly content: string }> {
  const starts = /<div\b/gi
  const ends = /<\/div>/gi
  for (let tag = starts.exec(html); tag !== null; tag = starts.exec(html)) {
    const tagEnd = html.indexOf('>', tag.index)
    if (tagEnd === -1) return
    starts.lastIndex = tagEnd
    const number = /\bid="?_com_(\d+)/i.exec(html.slice(tag.index, tagEnd))?.[1]
    if (number === undefined) continue
    ends.lastIndex = tagEnd
    const end = ends.exec(html)
    if (end === null) return
    yield { number, content: html.slice(tagEnd + 1, end.index) }
    starts.lastIndex = ends.lastIndex
  }
}

/** An element that is open. */
interface Open {
  readonly name: string
  readonly isHidden: boolean
  readonly bold: boolean
  readonly italic: boolean
  /** The label of a list item, which Word writes as a part of its own. */
  readonly isLabel: boolean
}

const isBlock = ({ name }: Tag) => /^(?:p|h[1-6]|li|div)$/.test(name)

class HtmlReader {
  private readonly lines: string[] = []
  private readonly open: Open[] = []
  private stretches: Stretch[] = []
  private prefix = ''
  private label = ''
  private level = 0
  private readonly lists = new HtmlLists()
  /** What goes before the item whose text is still to come. */
  private item = ''
  private isInList = false
  private isFootnote = false
  private table: HtmlTable | undefined
  private cell: Tag | undefined
  /**
   * How many tables are open, one inside another; the text of inner ones goes into the cells of the outermost.
   */
  private depth = 0

  constructor(
    private readonly comments: ReadonlyMap<string, string>,
    private readonly budget: Budget,
  ) {}

  add(part: Tag | string): void {
    if (typeof part === 'string') this.addText(part)
    else if (part.isEnd) this.end(part)
    else this.start(part)
  }

  text(): string {
    this.endParagraph()
    this.depth = 0
    this.endTable()
    return `${this.lines.join('\n').replace(/^\n+/, '')}\n`
  }

  private isHidden(): boolean {
    return this.open.at(-1)?.isHidden === true
  }

  private start(tag: Tag): void {
    const comment = /href="?#_msocom_(\d+)/i.exec(tag.text)?.[1]
    if (comment !== undefined) this.addMark(` ${this.comments.get(comment) ?? ''}`)
    if (tag.name === 'br' && !this.isHidden()) this.push(this.table === undefined ? '\n' : ' ')
    if (isEmptyTag(tag)) return
    const outer = this.open.at(-1)
    this.open.push({
      name: tag.name,
      isHidden: outer?.isHidden === true || isHidden(tag),
      bold: outer?.bold ?? false,
      italic: outer?.italic ?? false,
      isLabel: outer?.isLabel === true || /mso-list:\s*ignore/i.test(tag.text),
      ...lookOf(tag),
    })
    if (this.isHidden()) return
    if (tag.name === 'table') this.startTable()
    else if (tag.name === 'ol' || tag.name === 'ul') this.startList(tag)
    else if (this.table !== undefined) this.startInTable(tag)
    else if (isBlock(tag)) this.startParagraph(tag)
  }

  private startInTable(tag: Tag): void {
    if (this.depth > 1) return
    if (tag.name === 'tr') this.table?.startRow()
    else if (/^t[dh]$/.test(tag.name)) this.cell = tag
    else if (isBlock(tag)) this.startParagraph(tag)
  }

  private end({ name }: Tag): void {
    const at = this.open.findLastIndex(each => each.name === name)
    const wasHidden = this.isHidden()
    if (at !== -1) this.open.length = at
    if (wasHidden) return
    if (name === 'table') this.endTable()
    else if (name === 'ol' || name === 'ul') this.endList()
    else if (this.depth === 1 && name === 'tr') this.table?.endRow()
    else if (this.depth === 1 && /^t[dh]$/.test(name)) this.endCell()
    else if (isBlock({ name, isEnd: true, text: '' })) this.endParagraph()
    if (name === 'li') this.item = ''
  }

  private startList(tag: Tag): void {
    this.endParagraph()
    this.lists.start(tag)
  }

  private endList(): void {
    this.endParagraph()
    this.item = ''
    this.lists.end()
  }

  private startParagraph(tag: Tag): void {
    this.endParagraph()
    const heading = /^h([1-6])$/.exec(tag.name)?.[1] ?? levelOfRole(tag)
    if (/mso-element:\s*footnote\b/i.test(tag.text)) this.isFootnote = true
    if (this.table !== undefined) return
    const list = /mso-list:([^;'"]*)/i.exec(tag.text)?.[1] ?? ''
    this.level = Number(/\blevel([1-9])/i.exec(list)?.[1] ?? 1) - 1
    if (/class="?MsoTitle/i.test(tag.text)) this.prefix = '# '
    else if (heading !== undefined) this.prefix = `${'#'.repeat(Math.min(Number(heading) + 1, 6))} `
    else {
      if (tag.name === 'li') this.item = this.lists.prefix(tag)
      this.prefix = this.item
    }
  }

  private addText(plain: string): void {
    if (this.isHidden()) return
    const text = plain.replace(/[\s\u00a0]+/g, ' ')
    if (this.open.at(-1)?.isLabel === true) {
      this.label += text.trim()
      return
    }
    if (this.label !== '') this.takeLabel()
    this.push(text)
  }

  private takeLabel(): void {
    const prefix = prefixFor(this.label, this.level)
    if (this.table !== undefined) this.push(prefix.trimStart().startsWith('-') ? '' : prefix)
    else if (!this.prefix.startsWith('#')) this.prefix = prefix
    this.label = ''
  }

  /** Adds text with the looks of the open elements. */
  private push(text: string): void {
    const { bold = false, italic = false } = this.open.at(-1) ?? {}
    const before = this.stretches.at(-1)?.text ?? ' '
    this.stretches.push({ text: /\s$/.test(before) ? text.replace(/^ +/, '') : text, bold, italic })
  }

  private addMark(text: string): void {
    if (text.trim() !== '' && !this.isHidden())
      this.stretches.push({ text, bold: false, italic: false, isMark: true })
  }

  private endParagraph(): void {
    if (this.table !== undefined) {
      if (this.stretches.length > 0) this.stretches.push({ ...plain, text: paragraphEnd })
      return
    }
    const isHeading = this.prefix.startsWith('#')
    const lines = (
      isHeading ? this.stretches.map(each => each.text).join('') : withEmphasis(this.stretches)
    ).split('\n')
    const text = lines
      .map(line => withoutRuns(line, isSpaceCharacter))
      .join(isHeading ? ' ' : '\n')
      .trim()
    const isItem = isListItem(lineBeginning(this.prefix))
    if (text !== '') {
      if (!(isItem && this.isInList)) this.lines.push('')
      const written = this.isFootnote
        ? text.replace(/^\[(\d+)\]\s*/, '[^$1]: ')
        : text.replace(/(?<=\S)\[(\d+)\]/g, '[^$1]')
      append(this.lines, `${this.prefix}${written}`.split('\n'))
      this.isInList = isItem
      this.isFootnote = false
      this.item = ''
    }
    this.stretches = []
    this.prefix = ''
    this.label = ''
  }

  private startTable(): void {
    this.depth++
    if (this.depth > 1) return
    this.endParagraph()
    this.table = new HtmlTable(this.budget)
  }

  private endCell(): void {
    const { cell, table } = this
    const text = withEmphasis(this.stretches)
    this.stretches = []
    this.label = ''
    if (cell !== undefined) table?.add(text, numberIn(cell, 'colspan'), numberIn(cell, 'rowspan'))
    this.cell = undefined
  }

  private endTable(): void {
    this.depth = Math.max(0, this.depth - 1)
    if (this.depth > 0 || this.table === undefined) return
    const { lines, isBox } = this.table.written()
    this.table = undefined
    this.stretches = []
    this.isInList = false
    if (!isBox && lines.length > 0) append(this.lines, ['', ...lines])
    for (const text of isBox ? lines : [])
      if (text.trim() !== '') this.lines.push('', singleSpaced(text).trim())
  }
}

/** `<p role="heading" aria-level="2">`, as Word for the web writes headings. */
function levelOfRole({ text }: Tag): string | undefined {
  const role = /\brole="?heading/i.exec(text)
  return role === null ? undefined : /\baria-level="?(\d)/i.exec(text.slice(role.index))?.[1]
}

const isSpaceCharacter = (code: number) => code === 32

const plain: Stretch = { text: '', bold: false, italic: false }

/** `12. ` for a number, `(a) ` for a letter, and a dash for a bullet of any kind. */
function prefixFor(label: string, level: number): string {
  const number = /^(\d{1,3})[.)]?$/.exec(label)?.[1]
  if (number !== undefined) return `${number}. `
  const letter = /^\(?([a-z]{1,4})[.)]$/.exec(label)?.[1]
  if (letter !== undefined) return `${'  '.repeat(level)}(${letter}) `
  if (/^\(?[A-Z]{1,4}[.)]$/.test(label)) return `${label} `
  return /^\d/.test(label) ? `${label} ` : `${'  '.repeat(level)}- `
}
