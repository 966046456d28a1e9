/**
 * Automatic numbers, which are not in any text: a paragraph only says which list it belongs to, and the
 * definitions of the lists say what its number looks like and how the count continues.
 */

import { inLetters, inRoman } from '../text/html/numerals'
import { child, children, type Node, settingOf } from './xml'

/** The number of a paragraph, as Word shows it. */
export interface Label {
  /** `12.`, `(a)`, `2.1`; empty for a bullet. */
  readonly text: string
  readonly isBullet: boolean
  /** 0 for the outermost level of its list. */
  readonly level: number
}

interface Level {
  readonly start: number
  readonly format: string
  /** `%1.`, where `%1` is replaced with the number of the first level. */
  readonly pattern: string
  /** The level after which it starts again; 0 for never; undefined for after any level above. */
  readonly restart: number | undefined
  readonly style: string | undefined
  /** Are the numbers of all levels written in digits? */
  readonly isLegal: boolean
}

interface List {
  /** Lists with the same definition count together. */
  readonly definition: string
  readonly levels: readonly Level[]
  /** The numbers at which levels start where this list begins. */
  readonly starts: ReadonlyMap<number, number>
}

export class Numbering {
  private readonly lists = new Map<string, List>()
  private readonly counters = new Map<string, (number | undefined)[]>()
  private readonly begun = new Set<string>()

  constructor(root: Node | undefined) {
    const definitions = new Map<string, Node>()
    for (const each of children(root, 'w:abstractNum'))
      definitions.set(each.attributes['w:abstractNumId'] ?? '', each)
    const linked = new Map<string, string>()
    for (const [id, each] of definitions) {
      const style = settingOf(each, 'w:styleLink')
      if (style !== undefined) linked.set(style, id)
    }
    for (const each of children(root, 'w:num')) {
      const id = each.attributes['w:numId']
      let definition = settingOf(each, 'w:abstractNumId') ?? ''
      const link = settingOf(definitions.get(definition), 'w:numStyleLink')
      if (link !== undefined) definition = linked.get(link) ?? definition
      if (id !== undefined)
        this.lists.set(id, listOf(each, definition, definitions.get(definition)))
    }
  }

  /** The level of the list that belongs to a paragraph style. */
  levelOfStyle(list: string, style: string): number | undefined {
    const level = this.lists.get(list)?.levels.findIndex(each => each.style === style) ?? -1
    return level === -1 ? undefined : level
  }

  /** The label of the next paragraph of the list at that level; undefined where it has none. */
  next(list: string, level: number): Label | undefined {
    const found = this.lists.get(list)
    const own = found?.levels[level]
    if (found === undefined || own === undefined) return undefined
    const counters = this.counters.get(found.definition) ?? []
    this.counters.set(found.definition, counters)
    const start = found.starts.get(level)
    const key = `${list} ${level}`
    if (start !== undefined && !this.begun.has(key)) {
      counters[level] = start
      this.begun.add(key)
    } else counters[level] = counters[level] === undefined ? own.start : counters[level] + 1
    for (let deeper = level + 1; deeper < found.levels.length; deeper++) {
      const restart = found.levels[deeper]?.restart
      if (restart === undefined || (restart > 0 && level < restart)) counters[deeper] = undefined
    }
    if (own.format === 'bullet') return { text: '', isBullet: true, level }
    const text = own.pattern.replace(/%(\d)/g, (_, digit) => {
      const at = Number(digit) - 1
      const other = found.levels[at]
      if (other === undefined) return ''
      counters[at] ??= other.start
      return formatted(counters[at], own.isLegal ? 'decimal' : other.format)
    })
    return text.trim() === '' ? undefined : { text: text.trim(), isBullet: false, level }
  }
}

function listOf(list: Node, definition: string, node: Node | undefined): List {
  const levels: Level[] = []
  for (const each of children(node, 'w:lvl')) {
    const at = levelNumber(each)
    if (at !== undefined) levels[at] = levelOf(each)
  }
  const starts = new Map<number, number>()
  for (const change of children(list, 'w:lvlOverride')) {
    const at = levelNumber(change)
    if (at === undefined) continue
    const start = settingOf(change, 'w:startOverride')
    if (start !== undefined) starts.set(at, numberOf(start))
    const level = child(change, 'w:lvl')
    if (level !== undefined) levels[at] = levelOf(level)
  }
  return { definition, levels, starts }
}

/** The number of levels of a list in Word. */
const mostLevels = 9

/** Undefined for a level that no list has. */
function levelNumber(node: Node): number | undefined {
  const level = numberOf(node.attributes['w:ilvl'])
  return level < mostLevels ? level : undefined
}

/** The greatest number that Word counts to; anything that is greater, or is not a number, becomes 0. */
const greatest = 0x7fffffff

function numberOf(text = '0'): number {
  const number = Number(text)
  return Number.isInteger(number) && number >= 0 && number <= greatest ? number : 0
}

/** The longest label that Word keeps. */
const longestPattern = 255

function levelOf(node: Node): Level {
  const restart = settingOf(node, 'w:lvlRestart')
  return {
    start: numberOf(settingOf(node, 'w:start')),
    format: settingOf(node, 'w:numFmt') ?? 'decimal',
    pattern: (settingOf(node, 'w:lvlText') ?? '').slice(0, longestPattern),
    restart: restart === undefined ? undefined : Number(restart),
    style: settingOf(node, 'w:pStyle'),
    isLegal: child(node, 'w:isLgl') !== undefined,
  }
}

function formatted(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return inLetters(number)
    case 'upperLetter':
      return inLetters(number).toUpperCase()
    case 'lowerRoman':
      return inRoman(number)
    case 'upperRoman':
      return inRoman(number).toUpperCase()
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'none':
      return ''
    default:
      return String(number)
  }
}
