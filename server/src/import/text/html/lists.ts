/** Lists on the clipboard that are lists in HTML, whose numbers and bullets are not part of any text. */

import { inLetters, inRoman } from './numerals'
import type { Tag } from './tags'

interface List {
  readonly mark: 'number' | 'letter' | 'roman' | 'bullet'
  /** The number of the next item. */
  next: number
}

export class HtmlLists {
  private readonly open: List[] = []

  /** Takes the start tag of `ol` or `ul`. */
  start(tag: Tag): void {
    const next = Number(attribute(tag, 'start') ?? 1)
    this.open.push({ mark: tag.name === 'ul' ? 'bullet' : markOf(tag), next })
  }

  end(): void {
    this.open.pop()
  }

  /** What goes before an item, according to its list and its own attributes: `12. `, `  (a) `, `- `. */
  prefix(item: Tag): string {
    const list = this.open.at(-1)
    if (list === undefined) return '- '
    const number = Number(attribute(item, 'value') ?? list.next)
    list.next = number + 1
    const indent = '  '.repeat(this.level(item))
    const own = list.mark === 'bullet' ? 'bullet' : (styled(item) ?? list.mark)
    if (own === 'bullet') return `${indent}- `
    if (own === 'number') return `${number}. `
    const written = own === 'letter' ? inLetters(number) : inRoman(number)
    return `${indent}(${written || number}) `
  }

  /** How deep the item is, counted from 0. Word for the web writes lists of all levels next to each other. */
  level(item: Tag): number {
    const told = attribute(item, 'aria-level') ?? attribute(item, 'data-aria-level')
    const level = told === undefined ? this.open.length - 1 : Number(told) - 1
    return Math.min(Math.max(level, 0), 8)
  }
}

function markOf(list: Tag): List['mark'] {
  const type = /\btype="?([ai])\b/.exec(list.text)?.[1]
  return styled(list) ?? (type === 'a' ? 'letter' : type === 'i' ? 'roman' : 'number')
}

/** The mark that the style of a list or an item asks for. */
function styled({ text }: Tag): List['mark'] | undefined {
  const style = /list-style-type:\s*([a-z-]+)/i.exec(text)?.[1]?.toLowerCase()
  if (style === undefined) return undefined
  if (/^lower-(?:alpha|latin)$/.test(style)) return 'letter'
  if (style === 'lower-roman') return 'roman'
  return /^(?:disc|circle|square|none)$/.test(style) ? 'bullet' : 'number'
}

function attribute({ text }: Tag, name: string): string | undefined {
  return new RegExp(`\\s${name}="?(\\d{1,3})\\b`, 'i').exec(text)?.[1]
}
