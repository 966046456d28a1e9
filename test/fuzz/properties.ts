/** What must be true of any text whatever: the properties that are tried on random texts. */

import assert from 'node:assert/strict'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { fixAll } from '../../server/src/features/edit/fix-all'
import { tidy } from '../../server/src/import/text/tidy'
import { documentsOf, reportOf } from '../../server/src/lsp/documents'
import { reportTypes } from '../../server/src/lsp/report-types'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import type { CheckedFinding, Fix } from '../../server/src/rules/rule'
import { checkReport } from '../../server/src/rules/run'
import { applyEdits, type TextEdit } from '../../server/src/text/edits'
import { following } from '../../server/src/text/follow'
import type { Span } from '../../server/src/text/span'
import { builtInTypes } from '../../server/src/types/built-in'
import type { ReportType } from '../../server/src/types/report-type'
import { askedOf, formattingOf } from '../requests/answers'
import { changeRequests, placeRequests } from '../requests/place-requests'
import { wholeRequests } from '../requests/whole-requests'
import { seenIn } from '../support/seen-in'

export interface Property {
  /** What holds: "each fix removes its problem". */
  readonly name: string
  /** Fails where it does not hold for the text, which is read as `type` if that is given. */
  readonly holds: (text: string, type?: ReportType) => void
}

export const properties: readonly Property[] = [
  { name: 'blocks cover every character', holds: inReport(checkBlocks) },
  { name: 'every request answers, and inside the text', holds: inReport(askEverything) },
  { name: 'each fix removes its problem and brings no error', holds: inReport(checkFixes) },
  { name: 'fixing all ends and changes no word', holds: inReport(checkFixAll) },
  {
    name: 'formatting twice is formatting once, and changes no word',
    holds: inReport(checkFormatting),
  },
  { name: 'tidying twice is tidying once', holds: checkTidy },
  { name: 'a text that was edited is read like any other', holds: checkEdited },
]

// --- Reading ----------------------------------------------------------------------------------

/** Checks the text as the report that it is, or otherwise as one of some type, which its length chooses. */
function inReport(check: (report: Report) => void): Property['holds'] {
  return (text, type) => {
    const own = type === undefined ? parseReport(text) : undefined
    check(own ?? (parseReport(text, { type: type ?? someType(text) }) as Report))
  }
}

function someType(text: string): ReportType {
  const types = builtInTypes()
  return types[text.length % types.length] as ReportType
}

function checkBlocks({ text, lines, blocks }: Report): void {
  let at = 0
  for (const block of blocks) {
    const { kind, start, end, content } = block
    assert.equal(start, at, `a ${kind} does not begin where the block before it ends`)
    assert.equal(lines.start(block.firstLine), start, `a ${kind} begins within a line`)
    assert.equal(lines.start(block.lastLine), end, `a ${kind} ends within a line`)
    // The line after the last line end has no characters.
    assert.ok(end > start || start === text.length, `a ${kind} holds nothing`)
    assert.ok(start <= content.start && content.start <= content.end && content.end <= end)
    at = end
  }
  assert.equal(at, text.length, 'the end of the text is in no block')
}

function askEverything(report: Report): void {
  const asked = askedOf(report)
  const { text } = report
  for (const { name, ask } of wholeRequests) asking(name, 0, () => ask(asked))
  const places = someOffsets(text, 40)
  for (const offset of places)
    for (const { name, ask } of placeRequests) asking(name, offset, () => ask(asked, offset))
  for (const offset of places.slice(0, 3))
    for (const { name, ask } of changeRequests) asking(name, offset, () => ask(asked, offset))
}

function asking(name: string, offset: number, ask: () => void): void {
  try {
    ask()
  } catch (error) {
    throw new Error(`${name} at offset ${offset}: ${(error as Error).message}`, { cause: error })
  }
}

/** Offsets that depend on the text alone, its ends among them. */
function someOffsets(text: string, count: number): readonly number[] {
  const offsets = new Set([0, text.length])
  let state = text.length
  for (let made = 0; made < count; made++) {
    state = (state * 1664525 + 1013904223) % 4294967296
    offsets.add(Math.floor((state / 4294967296) * (text.length + 1)))
  }
  return [...offsets]
}

// --- Fixes ------------------------------------------------------------------------------------

function checkFixes(report: Report): void {
  const before = checkReport(report)
  for (const finding of before) {
    const fixes = finding.fixes?.() ?? []
    const brought = fixes.map(fix => errorsBrought(report, before, finding, fix))
    // Of grades to choose from, some contradict what is said elsewhere; one of them must not.
    const isChoice = brought.some(errors => errors.length === 0)
    for (const [at, errors] of brought.entries())
      assert.deepEqual(
        errors.filter(error => !isChoice || !contradiction.test(error)),
        [],
        `${described(finding, fixes[at] as Fix)} brings an error`,
      )
  }
}

const contradiction = /^(?:mismatched-(?:grade|opening|outcome|grade-number)|breached-limit):/

/** The errors that appear only once the fix is made; fails if its problem remains. */
function errorsBrought(
  report: Report,
  before: readonly CheckedFinding[],
  finding: CheckedFinding,
  fix: Fix,
): readonly string[] {
  const what = described(finding, fix)
  let text = ''
  assert.doesNotThrow(() => (text = applyEdits(report.text, fix.edits)), what)
  assert.notEqual(text, report.text, `${what} changes nothing`)
  const after = checkReport(parseReport(text, { type: report.type }) as Report)
  assert.ok(!isThere(report, finding, fix.edits, before, after), `${what}: the problem stays`)
  return more(errorsOf(before), errorsOf(after))
}

function described({ rule, span, message }: CheckedFinding, { title }: Fix): string {
  return `${rule.id} at ${span.start} (${message}): "${title}"`
}

/** Is the problem still there: at its place, or as often as before where its place is gone? */
function isThere(
  report: Report,
  finding: CheckedFinding,
  edits: readonly TextEdit[],
  before: readonly CheckedFinding[],
  after: readonly CheckedFinding[],
): boolean {
  const isSame = (each: CheckedFinding) =>
    each.rule === finding.rule && each.message === finding.message
  if (after.filter(isSame).length < before.filter(isSame).length) return false
  const place = following(report.text, edits).follow(finding.span)
  if (typeof place === 'string') return after.some(isSame)
  return after.some(each => isSame(each) && isAt(place, each.span))
}

function isAt(a: Span, b: Span): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end)
}

function errorsOf(findings: readonly CheckedFinding[]): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule.id}: ${message}`)
}

/** What is in `after` more often than in `before`. */
function more(before: readonly string[], after: readonly string[]): readonly string[] {
  const rest = [...before]
  return after.filter(each => {
    const at = rest.indexOf(each)
    if (at !== -1) rest.splice(at, 1)
    return at === -1
  })
}

/** Rules whose safe fixes write words: titles, rows and entries that are missing or misspelt. */
const writing: readonly string[] = [
  'missing-field',
  'misspelt-heading',
  'missing-contents-entry',
  'missing-row',
  'unknown-row',
  'unknown-contents-entry',
  'mismatched-standard-sentence',
  'duplicate-row',
  'unused-suppression',
]
const severities = Object.fromEntries(writing.map(rule => [rule, 'off'] as const))

function checkFixAll({ text, type }: Report): void {
  const once = fixAll(text, { type })
  const twice = fixAll(once.text, { type })
  const [left] = twice.applied
  assert.equal(twice.text, once.text, `left to fix: ${left?.rule}: ${left?.title}`)
  const plain = fixAll(text, { type, severities })
  const rules = [...new Set(plain.applied.map(({ rule }) => rule))].join(', ')
  assert.deepEqual(wordsOf(plain.text), wordsOf(text), `words of a text fixed by ${rules}`)
}

/** Letters only, since numbers and contents may be put in order; in the order of the alphabet. */
function wordsOf(text: string): readonly string[] {
  return (text.match(/\p{L}+/gu) ?? []).sort()
}

// --- Formatting and tidying -------------------------------------------------------------------

function checkFormatting(report: Report): void {
  const once = applyEdits(report.text, formattingOf(report))
  assert.deepEqual(wordsOf(once), wordsOf(report.text))
  const after = parseReport(once, { type: report.type }) as Report
  assert.ok(checkReport(after).length <= checkReport(report).length, 'there are more problems')
  assert.equal(applyEdits(once, formattingOf(after)), once)
}

function checkTidy(text: string): void {
  for (const isPart of [false, true]) {
    const { text: once, changes } = tidy(text, { isPart })
    assert.equal(tidy(once, { isPart }).text, once, isPart ? 'as a part' : 'as a whole')
    const lines = text.split(/\r\n|\r|\n/).length
    for (const { line, message } of changes)
      assert.ok(line >= 0 && line < lines, `${message} is listed at line ${line} of ${lines}`)
  }
}

// --- Editing ----------------------------------------------------------------------------------

const documents = documentsOf(
  reportTypes(
    () => [],
    () => {},
  ),
)

/**
 * The text is typed into another in steps, each of which is read, as in the server; what is read in the end is
 * what is read when the same text is new.
 */
function checkEdited(text: string): void {
  const document = documents.create('untitled:Untitled-1', 'plaintext', 1, text.slice(0, 300))
  const words = 'Grade 2 (good)\n'
  reportOf(document)
  documents.update(document, [{ text }], document.version + 1)
  for (const at of someOffsets(text, 3)) {
    const start = document.positionAt(at)
    const end = document.positionAt(at + 17)
    const rest = document.getText({ start, end })
    update(document, { start, end }, words)
    reportOf(document)
    update(
      document,
      { start, end: document.positionAt(document.offsetAt(start) + words.length) },
      rest,
    )
  }
  assert.equal(seenIn(reportOf(document)), seenIn(parseReport(document.getText())))
}

type Range = Parameters<TextDocument['getText']>[0]

function update(document: TextDocument, range: NonNullable<Range>, text: string): void {
  documents.update(document, [{ range, text }], document.version + 1)
}
