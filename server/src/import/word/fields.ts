/** Fields of a Word document: what they show, and which parts of them are not text. */

import { emptyField, promptChange } from './controls'
import type { Stretch } from './emphasis'
import { plainStretch } from './emphasis'
import type { Found } from './found'
import { child, children, isOn, type Node, settingOf, textIn } from './xml'

/** A field that is open. */
interface Field {
  /** Is its instruction being read, which is not text? */
  isInstruction: boolean
  instruction: string
  /** What a form field shows that is not in its text. */
  readonly shown: string
}

export class Fields {
  private readonly open: Field[] = []
  /** How many of the open fields are still in their instruction. */
  private instructions = 0
  /** How many of the open fields began in earlier paragraphs. */
  private before = 0

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

  /** Takes `w:fldChar`, and returns what the field shows where that is not text of its own. */
  take(node: Node, found: Found): readonly Stretch[] {
    const type = node.attributes['w:fldCharType']
    if (type === 'begin') {
      const shown = shownBy(child(node, 'w:ffData'))
      this.open.push({ isInstruction: true, instruction: '', shown })
      this.instructions++
      return []
    }
    if (type === 'separate') {
      this.endInstruction(this.open.at(-1))
      return []
    }
    const field = this.open.pop()
    this.before = Math.min(this.before, this.open.length)
    this.endInstruction(field)
    if (field === undefined || this.isInstruction) return []
    if (field.shown !== '') return [plainStretch(field.shown)]
    // A text to click on and type over, from the days before content controls.
    const prompt = /^\s*MACROBUTTON\s+\S+\s+(\S[\s\S]*)$/i.exec(field.instruction)?.[1]
    if (prompt === undefined) return []
    found.changes.push(promptChange(prompt))
    return [plainStretch(emptyField)]
  }
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
