/** Checks an editor feature on a marked report: `<|>` is the cursor, `«…»` what the feature returns. */

import assert from 'node:assert/strict'
import { completion } from '../../server/src/features/complete/completion'
import type { CompletionItem } from '../../server/src/features/complete/completion-item'
import { snippetText } from '../../server/src/features/data/snippet-text'
import { definition } from '../../server/src/features/navigate/definition'
import { folding } from '../../server/src/features/navigate/folding'
import { highlights } from '../../server/src/features/navigate/highlights'
import { hover } from '../../server/src/features/navigate/hover'
import { links } from '../../server/src/features/navigate/links'
import { otherPlace } from '../../server/src/features/navigate/other-place'
import { references } from '../../server/src/features/navigate/references'
import { semanticTokens, type TokenType } from '../../server/src/features/navigate/semantic-tokens'
import { type ReportSymbol, symbols } from '../../server/src/features/navigate/symbols'
import { applyEdits, replace } from '../../server/src/text/edits'
import type { Span } from '../../server/src/text/span'
import { readAnnotated } from './annotated'
import { type CheckOptions, reportOf } from './check-rule'

/** Asserts where *Go to definition* leads: the words it selects are marked, or none if it leads nowhere. */
export function checkDefinition(marked: string, options: CheckOptions = {}): void {
  checkSpans(marked, options, (report, offset) => {
    const found = definition(report, offset)
    for (const { span, selection } of found?.targets ?? [])
      assert.ok(span.start <= selection.start && selection.end <= span.end, 'selection outside')
    return found?.targets.map(({ selection }) => selection) ?? []
  })
}

/** Asserts what *Find all references* lists, the heading or paragraph number itself included. */
export function checkReferences(marked: string, options: CheckOptions = {}): void {
  checkSpans(marked, options, (report, offset) => references(report, offset, true))
}

/** Asserts what *Find all references* lists without the heading or paragraph number itself. */
export function checkReferencesOnly(marked: string, options: CheckOptions = {}): void {
  checkSpans(marked, options, (report, offset) => references(report, offset, false))
}

/** Asserts what is highlighted with the cursor at `<|>`. */
export function checkHighlights(marked: string, options: CheckOptions = {}): void {
  checkSpans(marked, options, (report, offset) =>
    highlights(report, offset).map(({ span }) => span),
  )
}

/** Asserts where *Go to where else this judgement is stated* leads. */
export function checkOtherPlace(marked: string, options: CheckOptions = {}): void {
  checkSpans(marked, options, (report, offset) => {
    const found = otherPlace(report, offset)
    return found === undefined ? [] : [found]
  })
}

/** Asserts what the tokens of one type are on. */
export function checkTokens(type: TokenType, marked: string, options: CheckOptions = {}): void {
  checkSpans(marked, options, report => semanticTokens(report).filter(token => token.type === type))
}

/** Asserts which words are links, and the words at which they lead in, each `words -> target`. */
export function checkLinks(marked: string, expected: string, options: CheckOptions = {}): void {
  const { text } = readAnnotated(marked)
  const found = links(reportOf(text, options)).map(
    ({ span, target }) => `${text.slice(span.start, span.end)} -> ${lineFrom(text, target)}`,
  )
  assert.equal(found.join('\n'), unindented(expected))
}

/** Asserts what is shown for a pointer at `<|>`: the Markdown, or `undefined` for nothing. */
export function checkHover(
  marked: string,
  expected: string | undefined,
  options: CheckOptions = {},
): void {
  const { text, cursor } = readAnnotated(marked)
  const found = hover(reportOf(text, options), cursorOf(cursor))?.markdown
  assert.equal(found, expected === undefined ? undefined : unindented(expected))
}

/** Asserts the outline: a line for each symbol, `name [detail]`, indented by its depth. */
export function checkSymbols(text: string, expected: string, options: CheckOptions = {}): void {
  const lines: string[] = []
  const list = (some: readonly ReportSymbol[], indent: string): void => {
    for (const { name, detail, children, span, selection } of some) {
      assert.ok(span.start <= selection.start && selection.end <= span.end, `${name}: outside`)
      lines.push(`${indent}${name}${detail === '' ? '' : ` [${detail}]`}`)
      list(children, `${indent}  `)
    }
  }
  list(symbols(reportOf(readAnnotated(text).text, options)), '')
  assert.equal(lines.join('\n'), unindented(expected))
}

/** Asserts the folds: for each the first line that stays and the last that is hidden. */
export function checkFolding(text: string, expected: string, options: CheckOptions = {}): void {
  const plain = readAnnotated(text).text
  const report = reportOf(plain, options)
  const found = folding(report).map(({ span }) => {
    const last = report.lines.start(report.lines.lineAt(span.end))
    return `${lineFrom(plain, span.start)} … ${lineFrom(plain, last)}`
  })
  assert.equal(found.join('\n'), unindented(expected))
}

/** `today`, an ISO date, is the day on which the user asks. */
export interface CompletionOptions extends CheckOptions {
  readonly today?: string
}

/** Asserts the labels that completion offers at `<|>`, in the order in which they are shown. */
export function checkCompletion(
  marked: string,
  expected: readonly string[],
  options: CompletionOptions = {},
): void {
  assert.deepEqual(
    completionsAt(marked, options).map(({ label }) => label),
    expected,
  )
}

/** Asserts the text after the item called `label` is taken, with nothing filled in. */
export function checkCompleted(
  before: string,
  label: string,
  after: string,
  options: CompletionOptions = {},
): void {
  const items = completionsAt(before, options)
  const item = items.find(each => each.label === label)
  assert.ok(item, `no "${label}" among: ${items.map(each => each.label).join(' | ')}`)
  const { text } = readAnnotated(before)
  assert.equal(
    applyEdits(text, [replace(item.span, snippetText(item.snippet))]),
    readAnnotated(after).text,
  )
}

/** What completion offers at `<|>`, in the order in which it is shown. */
export function completionsAt(
  marked: string,
  options: CompletionOptions = {},
): readonly CompletionItem[] {
  const { text, cursor } = readAnnotated(marked)
  const offset = cursorOf(cursor)
  const items = completion(reportOf(text, options), offset, options.today)
  for (const { span, label } of items) {
    const replaced = text.slice(span.start, span.end)
    assert.ok(span.start <= offset && offset <= span.end, `${label}: not at the cursor`)
    assert.ok(!/[\r\n]/.test(replaced), `${label}: over a line end`)
  }
  return [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1))
}

type Answer = (report: ReturnType<typeof reportOf>, offset: number) => readonly Span[]

function checkSpans(marked: string, options: CheckOptions, answer: Answer): void {
  const { text, cursor, spans } = readAnnotated(marked)
  const found = answer(reportOf(text, options), cursor ?? 0)
  assert.equal(marks(text, cursor, found), marks(text, cursor, spans))
}

/** The text with its marks, to be pasted into a test. */
function marks(text: string, cursor: number | undefined, spans: readonly Span[]): string {
  const put = [
    ...(cursor === undefined ? [] : [{ at: cursor, mark: '<|>', rank: 1 }]),
    ...spans.flatMap(({ start, end }) => [
      { at: start, mark: '«', rank: 2 },
      { at: end, mark: '»', rank: 0 },
    ]),
  ].sort((a, b) => b.at - a.at || b.rank - a.rank)
  let result = text
  for (const { at, mark } of put) result = result.slice(0, at) + mark + result.slice(at)
  return result
}

function cursorOf(cursor: number | undefined): number {
  assert.ok(cursor !== undefined, 'the text has no <|>')
  return cursor
}

function lineFrom(text: string, offset: number): string {
  return text.slice(offset).split('\n', 1)[0] ?? ''
}

/** A template string without its first and last line end and the indent of its first line. */
function unindented(text: string): string {
  const lines = text
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '')
    .split('\n')
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0
  return lines.map(line => line.slice(Math.min(indent, line.search(/\S|$/)))).join('\n')
}
