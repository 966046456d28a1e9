/** Fields of a Word document: what they show, and what in them is no text. */

import { emptyField, promptChange } from './controls'
import type { Stretch } from './emphasis'
import { plainStretch } from './emphasis'
import type { Found } from './inline'
import { child, children, isOn, type Node, settingOf, textIn } from './xml'

/** A field that is open. */
interface Field {
  /** Are we in its instruction, which is no text? */
  isInstruction: boolean
  instruction: string
  /** What a field of a form shows without having it as text. */
  readonly shown: string
}

export class Fields {
  private readonly open: Field[] = []

  /** Is what comes now part of an instruction? */
  get isInstruction(): boolean {
    return this.open.some(field => field.isInstruction)
  }

  /** An instruction ends with its paragraph, even where its end has got lost. */
  startParagraph(): void {
    for (const field of this.open) field.isInstruction = false
  }

  /** Takes `w:instrText`. */
  addInstruction(node: Node): void {
    const field = this.open.at(-1)
    if (field?.isInstruction === true) field.instruction += textIn(node)
  }

  /** Takes `w:fldChar`, and answers with what the field shows where that is no text of its own. */
  take(node: Node, found: Found): readonly Stretch[] {
    const type = node.attributes['w:fldCharType']
    if (type === 'begin') {
      const shown = shownBy(child(node, 'w:ffData'))
      this.open.push({ isInstruction: true, instruction: '', shown })
      return []
    }
    if (type === 'separate') {
      const field = this.open.at(-1)
      if (field !== undefined) field.isInstruction = false
      return []
    }
    const field = this.open.pop()
    if (field === undefined || this.isInstruction) return []
    if (field.shown !== '') return [plainStretch(field.shown)]
    // A text to be clicked and written over, from before there were content controls.
    const prompt = /^\s*MACROBUTTON\s+\S+\s+(\S[\s\S]*)$/i.exec(field.instruction)?.[1]
    if (prompt === undefined) return []
    found.changes.push(promptChange(prompt))
    return [plainStretch(emptyField)]
  }
}

/** What was chosen from a list, or whether a box is ticked, in a field of a form of Word 97. */
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
