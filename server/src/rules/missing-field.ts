/** Finds cover fields that are not there, or have nothing written behind them. */

import * as l10n from '@vscode/l10n'
import { formOf } from '../report/form'
import type { Field, Report } from '../report/model'
import { insert, replace, type TextEdit } from '../text/edits'
import { type TextSpan, textSpan } from '../text/span'
import type { FieldDefinition } from '../types/report-type'
import { isNear, nearest } from './fixes/nearest'
import { onOneLine } from './fixes/one-line'
import type { Finding, Fix, Rule } from './rule'

/** What stands in a new field's place; open-placeholder reports it until it is written. */
const open = '[TBC]'

export const missingField: Rule = {
  id: 'missing-field',
  summary: 'A cover field that every report of this type must have is not there or is empty',
  severity: 'warning',
  fixable: 'sometimes',
  *check(report): Iterable<Finding> {
    const toDo = report.status === 'draft'
    const required = report.type.fields.filter(field => field.required)
    const missing = required.filter(definition => fieldsOf(report, definition).length === 0)
    const isWholeCover =
      !missing.some(definition => misspeltLabel(report, definition) !== undefined) &&
      !report.cover.fields.some(field => field.definition !== undefined)
    if (isWholeCover && missing.length > 1) {
      yield {
        span: onOneLine(report, report.title),
        message: l10n.t('The cover has none of its fields. Add {0}.', inWords(missing)),
        toDo,
        fixes: () => [insertion(report, l10n.t('Add the fields'), missing)],
      }
      return
    }
    for (const definition of missing) {
      const name = definition.labels[0] ?? definition.id
      const label = misspeltLabel(report, definition)
      if (label !== undefined) {
        yield misspelt(label, inLettersOf(label, definition))
        continue
      }
      yield {
        span: onOneLine(report, report.title),
        message: l10n.t('The cover has no field "{0}". Add it.', name),
        toDo,
        doubtful: hasOtherName(report, definition),
        fixes: () => [insertion(report, l10n.t('Add "{0}"', name), [definition])],
      }
    }
    for (const definition of required) {
      const fields = fieldsOf(report, definition)
      const [first] = fields
      if (first === undefined || fields.some(field => field.value.text !== '')) continue
      yield {
        span: onOneLine(report, first.label),
        message: l10n.t('Nothing is written after "{0}". Fill it in.', first.label.text),
        toDo,
      }
    }
  },
}

/** A label on the cover that is nearly the field's, with a colon or in a cell: "Reporting inspecter:". */
function misspeltLabel({ text, cover }: Report, { labels }: FieldDefinition): TextSpan | undefined {
  const start = cover.span.start
  const lines = /^[ \t>|*_-]*(\p{L}[\p{L} ]{2,40}?)[*_ \t]*[:|]/gmu
  for (const match of text.slice(start, cover.span.end).matchAll(lines)) {
    const [whole, written = ''] = match
    const at = start + match.index + whole.indexOf(written)
    const isKnown = cover.fields.some(field => field.label.start === at)
    if (!isKnown && labels.some(label => isNear(written, label)))
      return textSpan(text, at, at + written.length)
  }
  return undefined
}

/**
 * Does a line of the cover seem to be the field by another name, as `Lead HMI: NAME` or `Inspection took place:
 * 3 to 7 June 2013`? It shares a word with the field's labels, is no other field, and holds a date for a date.
 */
function hasOtherName({ text, cover }: Report, { labels, kind }: FieldDefinition): boolean {
  const words = new Set(labels.flatMap(wordsOf))
  const lines = /^[ \t>|*_-]*(\p{L}[\p{L}()’' ]{2,40}?)[*_ \t]*(?::|\||\t| [–-] | {3,})(.*)$/gmu
  for (const match of text.slice(cover.span.start, cover.span.end).matchAll(lines)) {
    const [whole, written = '', value = ''] = match
    const at = cover.span.start + match.index + whole.indexOf(written)
    const isField = cover.fields.some(
      ({ label, definition }) => label.start === at && definition !== undefined,
    )
    if (isField || !wordsOf(written).some(word => words.has(word))) continue
    if (kind === 'text' ? /\p{L}/u.test(value) : /\d{4}/.test(value)) return true
  }
  return false
}

/** The words of a label that tell it from others, in small letters and without the mark of the plural. */
function wordsOf(label: string): readonly string[] {
  const words = label.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  return words
    .map(word => word.replace(/s$/, ''))
    .filter(word => word !== 'date' && word !== 'report')
}

/** The label that was meant, with a small first letter where the field is written with one. */
function inLettersOf({ text }: TextSpan, { labels, id }: FieldDefinition): string {
  const [label = id] = nearest(text, labels, each => each)
  return text === text.toLowerCase() ? label.toLowerCase() : label
}

function misspelt(label: TextSpan, name: string): Finding {
  return {
    span: label,
    message: l10n.t('This field should be called "{0}". Correct it.', name),
    fixes: () => [
      {
        title: l10n.t('Write "{0}"', name),
        safe: true,
        preferred: true,
        edits: [replace(label, name)],
      },
    ],
  }
}

function fieldsOf(report: Report, definition: FieldDefinition): readonly Field[] {
  return report.cover.fields.filter(field => field.definition === definition)
}

function inWords(definitions: readonly FieldDefinition[]): string {
  const names = definitions.map(({ labels, id }) => `"${labels[0] ?? id}"`)
  return l10n.t('{0} and {1}', names.slice(0, -1).join(', '), names.at(-1) ?? '')
}

/** Lines for the fields, their values left open, where the type's order puts the first of them. */
function insertion(report: Report, title: string, definitions: readonly FieldDefinition[]): Fix {
  const order = (field: Field) => report.type.fields.indexOf(field.definition as FieldDefinition)
  const wanted = report.type.fields.indexOf(definitions[0] as FieldDefinition)
  const there = report.cover.fields
    .filter(field => field.definition !== undefined)
    .sort((a, b) => order(a) - order(b))
  const before = there.findLast(field => order(field) < wanted)
  const after = there.find(field => order(field) > wanted)
  const sample = [before, after].find(field => field && field.definition?.kind !== 'year')
  const lines = definitions.map(definition => newLine(report, definition, sample))
  const edit = placed(report, lines, before, after)
  return { title, safe: false, preferred: true, edits: [edit], snippet: withTabStops(edit) }
}

function withTabStops({ span, newText }: TextEdit): TextEdit {
  let stop = 0
  const snippet = newText.replace(/[\\$}]/g, '\\$&').replaceAll(open, () => `\${${++stop}:${open}}`)
  return { span, newText: snippet }
}

/** The field with its value left open, as the report writes its other fields. */
function newLine(
  { text, lines }: Report,
  definition: FieldDefinition,
  sample: Field | undefined,
): string {
  const name = definition.labels[0] ?? definition.id
  if (sample === undefined) return `${name}: ${open}`
  const before = text.slice(lines.start(lines.lineAt(sample.label.start)), sample.label.start)
  const between = text.slice(sample.label.end, sample.value.start)
  const behind = text.slice(sample.value.end, lines.end(lines.lineAt(sample.value.end)))
  const isGlued = between === '' || between === ':' || /\p{L}|[\r\n]/u.test(before + between)
  if (isGlued) return `${name}: ${open}`
  const label = sample.label.text === sample.id ? definition.id : name
  return before + label + between + open + (/\p{L}/u.test(behind) ? '' : behind)
}

/** The lines behind the field before, else before the field after, else where the cover says. */
function placed(
  report: Report,
  written: readonly string[],
  before: Field | undefined,
  after: Field | undefined,
): TextEdit {
  const { text, lines, cover } = report
  const { newline } = formOf(report, 0)
  const neighbour = before ?? after
  const last = neighbour && lines.lineAt(neighbour.value.end)
  const isBlank = (line: number) => text.slice(lines.start(line), lines.end(line)).trim() === ''
  const isSpaced =
    last === undefined ||
    (isBlank(lines.lineAt(neighbour?.label.start ?? 0) - 1) && isBlank(last + 1))
  const gap = isSpaced ? newline : ''
  if (before === undefined && after !== undefined) {
    const body = written.map(line => line + newline + gap).join('')
    return insert(lines.start(lines.lineAt(after.label.start)), body)
  }
  const at = last === undefined ? cover.insertAt : lines.start(last + 1)
  const isCut = at > 0 && !/[\r\n]/.test(text.charAt(at - 1))
  return insert(at, (isCut ? newline : '') + written.map(line => gap + line + newline).join(''))
}
