/** Fields of a Word document: what they show, and which parts of them are not text. */

import { inLetters, inRoman } from '../text/html/numerals'
import { emptyField, promptChange } from './controls'
import { plainStretch, type Stretch, textOf } from './emphasis'
import type { Found } from './found'
import { child, children, isOn, type Node, settingOf, textIn } from './xml'

/** A field that is open. */
interface Field {
  /** Is its instruction being read, which is not text? */
  isInstruction: boolean
  instruction: string
  /** Is what it shows in the document? Word works out some fields only when it shows them. */
  hasResult: boolean
  /** What it links to. */
  address: string | undefined
  /** What a form field shows that is not in its text. */
  readonly shown: string
}

export class Fields {
  private readonly open: Field[] = []
  /** How many of the open fields are still in their instruction. */
  private instructions = 0
  /** How many of the open fields began in earlier paragraphs. */
  private before = 0

  /** How far the lists of automatic numbers have been counted. */
  private readonly counts = new Map<string, number>()

  /** Is what comes now part of an instruction? */
  get isInstruction(): boolean {
    return this.instructions > 0
  }

  /** An instruction ends with its paragraph, even where its end has been lost. */
  startParagraph(): void {
    for (let at = this.before; at < this.open.length; at++) this.endInstruction(this.open[at])
    this.before = this.open.length
  }

  private endInstruction(field: Field | undefined): void {
    if (field?.isInstruction !== true) return
    field.isInstruction = false
    this.instructions--
  }

  /** Takes `w:instrText`. */
  addInstruction(node: Node): void {
    const field = this.open.at(-1)
    if (field?.isInstruction === true) field.instruction += textIn(node)
  }

  /** What the words that come now link to. */
  get link(): Pick<Stretch, 'linkTo'> {
    const linkTo = this.open.findLast(({ address }) => address !== undefined)?.address
    return linkTo === undefined ? {} : { linkTo }
  }

  /** Takes `w:fldChar`, and returns what the field shows where that is not text of its own. */
  take(node: Node, found: Found): readonly Stretch[] {
    const type = node.attributes['w:fldCharType']
    if (type === 'begin') {
      const shown = shownBy(child(node, 'w:ffData'))
      this.open.push({
        isInstruction: true,
        instruction: '',
        hasResult: false,
        address: undefined,
        shown,
      })
      this.instructions++
      return []
    }
    if (type === 'separate') {
      const field = this.open.at(-1)
      this.endInstruction(field)
      if (field === undefined) return []
      field.hasResult = true
      field.address = addressIn(field.instruction)
      return []
    }
    const field = this.open.pop()
    this.before = Math.min(this.before, this.open.length)
    this.endInstruction(field)
    if (field === undefined || this.isInstruction) return []
    if (field.shown !== '') return [plainStretch(field.shown)]
    if (!field.hasResult) {
      const number = this.counted(field.instruction)
      if (number !== undefined) return [plainStretch(number)]
    }
    // A text to click on and type over, from the days before content controls.
    const prompt = /^\s*MACROBUTTON\s+\S+\s+(\S[\s\S]*)$/i.exec(field.instruction)?.[1]
    if (prompt === undefined) return []
    found.changes.push(promptChange(prompt))
    return [plainStretch(emptyField)]
  }

  /** Takes `w:fldSimple`, a field in one piece, with what it shows. */
  simple(node: Node, stretches: readonly Stretch[]): readonly Stretch[] {
    const instruction = node.attributes['w:instr'] ?? ''
    const linkTo = addressIn(instruction)
    if (linkTo !== undefined) return stretches.map(each => ({ ...each, linkTo }))
    if (textOf(stretches) !== '') return stretches
    const number = this.counted(instruction)
    return number === undefined ? stretches : [plainStretch(number)]
  }

  /** The number that a field of automatic numbers shows, which is stored nowhere; undefined for other fields. */
  private counted(instruction: string): string | undefined {
    const [kind = '', name = ''] = instruction.trim().split(/\s+/)
    if (/^AUTONUM(?:LGL|OUT)?$/i.test(kind)) {
      const number = this.next('autonum')
      return /OUT$/i.test(kind) ? `${inRoman(number).toUpperCase()}.` : `${number}.`
    }
    if (!/^LISTNUM$/i.test(kind)) return undefined
    const level = Number(/\\l\s*(\d)/i.exec(instruction)?.[1] ?? 1)
    const start = /\\s\s*(\d{1,6})/i.exec(instruction)?.[1]
    const list = name.startsWith('\\') ? '' : name.toLowerCase()
    const number = this.next(`${list} ${level}`, start === undefined ? undefined : Number(start))
    // The list of this name begins with figures and goes on with letters and Roman numerals.
    return `${level % 3 === 1 ? number : level % 3 === 2 ? inLetters(number) : inRoman(number)})`
  }

  private next(list: string, start?: number): number {
    const number = start ?? (this.counts.get(list) ?? 0) + 1
    this.counts.set(list, number)
    return number
  }
}

/** The address of a field that is a link; its switches may come first, and each may have a word of its own. */
function addressIn(instruction: string): string | undefined {
  const [kind = '', ...words] = instruction.match(/"[^"]*"|\S+/g) ?? []
  if (kind.toUpperCase() !== 'HYPERLINK') return undefined
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (/^\\[lot]$/i.test(word)) at++
    else if (!word.startsWith('\\')) return word.replace(/"/g, '')
  }
  return undefined
}

/** What was chosen from a list, or whether a box is ticked, in a form field of Word 97. */
function shownBy(data: Node | undefined): string {
  const box = child(data, 'w:checkBox')
  if (box !== undefined) {
    const state = child(box, 'w:checked') === undefined ? 'w:default' : 'w:checked'
    return isOn(box, state) ? '☒' : '☐'
  }
  const list = child(data, 'w:ddList')
  const chosen = Number(settingOf(list, 'w:result') ?? settingOf(list, 'w:default') ?? 0)
  return children(list, 'w:listEntry')[chosen]?.attributes['w:val'] ?? ''
}
