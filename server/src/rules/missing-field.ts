/** Finds cover fields that are missing, or have nothing after them. */

import * as l10n from '@vscode/l10n'
import { labelLikes } from '../report/cover/label-likes'
import type { Field, Report } from '../report/model'
import { firstDayOf, isRequiredOn } from '../report/sections/required'
import { formOf } from '../report/template/form'
import { insert, replace, type TextEdit } from '../text/edits'
import { snippetText } from '../text/escape'
import type { TextSpan } from '../text/span'
import type { FieldDefinition } from '../types/report-type'
import { nearest } from './fixes/nearest'
import { onOneLine } from './fixes/one-line'
import type { Finding, Fix, Rule } from './rule'

/** What is in a new field's place; open-placeholder reports it until it is filled in. */
const open = '[TBC]'

export const missingField: Rule = {
  id: 'missing-field',
  summary: 'A cover field that every report of this type must have is missing or empty',
  severity: 'warning',
  fixable: 'sometimes',
  *check(report): Iterable<Finding> {
    const toDo = report.status === 'draft'
    const inspected = report.outsideTime === undefined ? firstDayOf(report.cover) : undefined
    const required = report.type.fields.filter(field => isRequiredOn(field, inspected))
    const missing = required.filter(definition => fieldsOf(report, definition).length === 0)
    const isWholeCover =
      !missing.some(definition => misspeltLabel(report, definition) !== undefined) &&
      !report.cover.fields.some(field => field.definition !== undefined)
    if (isWholeCover && missing.length > 1) {
      yield {
        span: onOneLine(report, report.title),
        message: l10n.t('All the cover fields are missing. Add {0}.', inWords(missing)),
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
        message: l10n.t('"{0}" is empty. Fill it in.', first.label.text),
        toDo,
      }
    }
  },
}

/** A label on the cover that is nearly the field's, with a colon or in a cell: "Reporting inspecter:". */
function misspeltLabel(report: Report, definition: FieldDefinition): TextSpan | undefined {
  const known = new Set(report.cover.fields.map(field => field.label.start))
  for (const written of labelLikes(report)) {
    if (written.sign === 'gap' || !/^[\p{L} ]+$/u.test(written.text)) continue
    const isKnown = known.has(written.start)
    if (!isKnown && report.type.fieldNames.nearestOf(written.text, definition) !== undefined)
      return written
  }
  return undefined
}

/**
 * Does a line of the cover seem to be the field by another name, as `Lead HMI: NAME` or `Inspection took
 * place: 3 to 7 June 2013`? It shares a word with the field's labels, is not another field, and has a date
 * where the field is a date.
 */
function hasOtherName(report: Report, { labels, kind }: FieldDefinition): boolean {
  const words = new Set(labels.flatMap(wordsOf))
  const fields = new Set(
    report.cover.fields.flatMap(({ label, definition }) => (definition ? [label.start] : [])),
  )
  for (const { start, text, value } of labelLikes(report)) {
    if (fields.has(start) || !wordsOf(text).some(word => words.has(word))) continue
    if (kind === 'text' ? /\p{L}/u.test(value) : /\d{4}/.test(value)) return true
  }
  return false
}

/** The words of a label that distinguish it from others, in lower case and without a plural "s". */
function wordsOf(label: string): readonly string[] {
  const words = label.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  return words
    .map(word => word.replace(/s$/, ''))
    .filter(word => word !== 'date' && word !== 'report')
}

/** The label that was meant, with a lower-case first letter where the field is written with one. */
function inLettersOf({ text }: TextSpan, { labels, id }: FieldDefinition): string {
  const [label = id] = nearest(text, labels, each => each)
  // A first letter that is lost shows nothing of the letters.
  const isSmall = text === text.toLowerCase() && text.charAt(0) === label.charAt(0).toLowerCase()
  return isSmall ? label.toLowerCase() : label
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

/** Lines for the fields, with their values left open, at the place of the first of them in the type's order. */
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
  const snippet = snippetText(newText).replaceAll(open, () => `\${${++stop}:${open}}`)
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
  const rest = text.slice(sample.value.end, lines.end(lines.lineAt(sample.value.end)))
  const isGlued = between === '' || between === ':' || /\p{L}|[\r\n]/u.test(before + between)
  if (isGlued) return `${name}: ${open}`
  const label = sample.label.text === sample.id ? definition.id : name
  return before + label + between + open + (/\p{L}/u.test(rest) ? '' : rest)
}

/** The lines after the field before, otherwise before the field after, otherwise where the cover puts fields. */
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
