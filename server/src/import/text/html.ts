/** Reads the HTML that Word and others put on the clipboard as text with headings, numbers, lists and tables. */

import { type Stretch, withEmphasis } from '../word/emphasis'
import { HtmlLists } from './html-lists'
import { HtmlTable, paragraphEnd } from './html-table'
import { isEmptyTag, isHidden, lookOf, numberIn, partsOfHtml, type Tag } from './html-tags'

/** Does the HTML come from Word? Its paragraphs say so. */
export function isFromWord(html: string): boolean {
  return /\bclass="?Mso|mso-[a-z-]+:|urn:schemas-microsoft-com:office:word|name="?Generator"? content="?Microsoft Word/i.test(
    html,
  )
}

/**
 * Has HTML of another program headings, lists or tables, which plain text would lose? Word for the web and
 * Google Docs write some of their own; what an editor of texts copies has colours only.
 */
function isStructured(html: string): boolean {
  return /<(?:h[1-6]|li|table)\b|\brole="?heading/i.test(html)
}

/** The text of the HTML; undefined where it has nothing that plain text lacks. */
export function htmlToText(html: string): string | undefined {
  if (!(isFromWord(html) || isStructured(html))) return undefined
  const fragment = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/.exec(html)?.[1]
  const body = fragment ?? /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html
  const reader = new HtmlReader(commentsIn(html))
  for (const part of partsOfHtml(body)) reader.add(part)
  return reader.text()
}

/** The comments by their number, as notes: they stand at the end of the HTML. */
function commentsIn(html: string): ReadonlyMap<string, string> {
  const notes = new Map<string, string>()
  for (const [, number = '', content = ''] of html.matchAll(
    /<div[^>]*\bid="?_com_(\d+)"?[^>]*>([\s\S]*?)<\/div>/gi,
  )) {
    let text = ''
    for (const part of partsOfHtml(content)) if (typeof part === 'string') text += part
    const [, author = '', words = ''] =
      /^\s*(?:\[([^\]\d]*)\d*\])?([\s\S]*)$/.exec(text.replace(/[\s\u00a0]+/g, ' ')) ?? []
    const inner = words.trim().replace(/\[/g, '(').replace(/\]/g, ')')
    if (inner !== '') notes.set(number, `[Note ${author.trim() || 'XX'}: ${inner}]`)
  }
  return notes
}

/** An element that is open. */
interface Open {
  readonly name: string
  readonly isHidden: boolean
  readonly bold: boolean
  readonly italic: boolean
  /** The label of a list item, which Word writes into a part of its own. */
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
  /** What stands before the item whose text is still to come. */
  private item = ''
  private isInList = false
  private isFootnote = false
  private table: HtmlTable | undefined
  private cell: Tag | undefined
  /** How deep a table stands in others, whose cells hold its text. */
  private depth = 0

  constructor(private readonly comments: ReadonlyMap<string, string>) {}

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
    const heading =
      /^h([1-6])$/.exec(tag.name)?.[1] ??
      /\brole="?heading"?.*?\baria-level="?(\d)/i.exec(tag.text)?.[1]
    if (/mso-element:\s*footnote\b/i.test(tag.text)) this.isFootnote = true
    if (this.table !== undefined) return
    this.level = Number(/mso-list:[^;'"]*\blevel([1-9])/i.exec(tag.text)?.[1] ?? 1) - 1
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

  /** Adds text that looks as the open elements say. */
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
    const text = (
      isHeading ? this.stretches.map(each => each.text).join('') : withEmphasis(this.stretches)
    )
      .replace(/ *\n */g, isHeading ? ' ' : '\n')
      .trim()
    const isItem = /^ *(?:-|\([a-z]+\)) $/.test(this.prefix)
    if (text !== '') {
      if (!(isItem && this.isInList)) this.lines.push('')
      const written = this.isFootnote
        ? text.replace(/^\[(\d+)\]\s*/, '[^$1]: ')
        : text.replace(/(?<=\S)\[(\d+)\]/g, '[^$1]')
      this.lines.push(...`${this.prefix}${written}`.split('\n'))
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
    this.table = new HtmlTable()
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
    if (!isBox && lines.length > 0) this.lines.push('', ...lines)
    for (const text of isBox ? lines : [])
      if (text.trim() !== '') this.lines.push('', text.replace(/\s+/g, ' ').trim())
  }
}

const plain: Stretch = { text: '', bold: false, italic: false }

/** `12. ` for a number, `(a) ` for a letter, and a dash for whatever mark a bullet has. */
function prefixFor(label: string, level: number): string {
  const number = /^(\d{1,3})[.)]?$/.exec(label)?.[1]
  if (number !== undefined) return `${number}. `
  const letter = /^\(?([a-z]{1,4})[.)]$/.exec(label)?.[1]
  if (letter !== undefined) return `${'  '.repeat(level)}(${letter}) `
  if (/^\(?[A-Z]{1,4}[.)]$/.test(label)) return `${label} `
  return /^\d/.test(label) ? `${label} ` : `${'  '.repeat(level)}- `
}
