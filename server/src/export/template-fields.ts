/** Fields of a template that fetch something when Word brings them up to date: pictures, texts, data. */

import { isFetching } from '../import/word/outside'
import { attributeOf, elements, withElements } from './xml-elements'

interface Span {
  readonly start: number
  readonly end: number
}

/** A field that is open, with the places of its parts. */
interface Field {
  instruction: string
  isInstruction: boolean
  readonly spans: Span[]
}

/**
 * The part with the results of such fields as plain text. `onFound` is called with the instruction of each.
 * Fields of other kinds stay, since what they show is in the document.
 */
export function withoutFetchingFields(xml: string, onFound: (instruction: string) => void): string {
  const simple = withElements(xml, 'w:fldSimple', (element, tag) => {
    const instruction = decoded(attributeOf(tag, 'w:instr') ?? '')
    if (!isFetching(instruction)) return element
    onFound(instruction)
    return tag.endsWith('/>') ? '' : element.slice(tag.length, -'</w:fldSimple>'.length)
  })
  return without(simple, fetchingSpans(simple, onFound))
}

/** The marks and instructions of the fields that fetch, in their order. */
function fetchingSpans(xml: string, onFound: (instruction: string) => void): readonly Span[] {
  const open: Field[] = []
  const found: Span[] = []
  const close = (field: Field | undefined) => {
    const instruction = decoded(field?.instruction ?? '')
    if (field === undefined || !isFetching(instruction)) return
    onFound(instruction)
    for (const span of field.spans) found.push(span)
  }
  for (const { start, end, tag } of marksIn(xml)) {
    const span = { start, end }
    const field = open.at(-1)
    if (tag.startsWith('<w:fldChar')) {
      const type = attributeOf(tag, 'w:fldCharType')
      if (type === 'begin') open.push({ instruction: '', isInstruction: true, spans: [span] })
      else field?.spans.push(span)
      if (type === 'separate' && field !== undefined) field.isInstruction = false
      if (type === 'end') close(open.pop())
      continue
    }
    const text = xml.slice(start + tag.length, xml.lastIndexOf('<', end - 1))
    if (tag.startsWith('<w:t')) {
      // What a field inside an instruction shows is part of that instruction.
      const outer = open.findLast(each => each.isInstruction)
      if (outer !== undefined) outer.instruction += text
    } else if (field !== undefined) {
      field.instruction += text
      field.spans.push(span)
    }
  }
  for (const field of open) close(field)
  return found.sort((a, b) => a.start - b.start)
}

/** The marks of fields, their instructions, and text that may be part of one. */
function marksIn(xml: string) {
  return ['w:fldChar', 'w:instrText', 'w:delInstrText', 'w:t']
    .flatMap(name => [...elements(xml, name)])
    .sort((a, b) => a.start - b.start)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The characters that a text of XML stands for. */
export function decoded(text: string): string {
  return text
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, digits, name) => {
      if (name !== undefined) return named[name] ?? whole
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .trim()
}

function without(xml: string, spans: readonly Span[]): string {
  let result = ''
  let from = 0
  for (const { start, end } of spans) {
    result += xml.slice(from, start)
    from = Math.max(from, end)
  }
  return result + xml.slice(from)
}
