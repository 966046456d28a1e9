/** What must be true of every report: of the samples, and of anything that is left when they are mutilated. */

import assert from 'node:assert/strict'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { allRules } from '../../server/src/rules/all'
import type { CheckedFinding } from '../../server/src/rules/rule'
import { checkReport } from '../../server/src/rules/run'
import { applyEdits, TakenPlaces, type TextEdit } from '../../server/src/text/edits'
import { builtInTypes } from '../../server/src/types/built-in'
import { seenIn } from '../support/seen-in'
import { partOf } from '../support/tier'
import { changed, clean, sample, sampleNames } from './samples'

function read(text: string): Report {
  const [type] = builtInTypes()
  assert.ok(type !== undefined)
  const report = parseReport(text, { type })
  assert.ok(report !== undefined)
  return report
}

function grave(text: string): readonly string[] {
  const report = read(text)
  return checkReport(report)
    .filter(({ severity }) => severity === 'warning' || severity === 'error')
    .map(
      ({ span, rule, message }) =>
        `${report.lines.position(span.start).line + 1} ${rule.id}: ${message}`,
    )
}

const draft = changed(clean, 'Westmarch\n', 'Westmarch\n\nStatus: draft\n')

describe('a report while it is written', () => {
  it('gives nothing grave, wherever it is cut at a paragraph', () => {
    for (
      let at = draft.indexOf('\n\n', draft.indexOf('Status:'));
      at !== -1;
      at = draft.indexOf('\n\n', at + 1)
    ) {
      const found = grave(`${draft.slice(0, at)}\n`)
      assert.deepEqual(found, [], `cut before: ${draft.slice(at, at + 60)}`)
    }
  })

  it('gives nothing grave while a grade line or a row is typed', () => {
    const places = [
      { line: 'Grade 2 (good)', after: '### Capacity for improvement' },
      { line: 'Grade 1 (outstanding)', after: '#### Being healthy' },
      { line: '| Staying safe | Good |', after: '## Record' },
    ]
    for (const { line, after } of places) {
      for (let length = 0; length < line.length; length++) {
        const typed = changed(draft, line, line.slice(0, length), after)
        assert.deepEqual(grave(typed), [], `typed so far: ${line.slice(0, length)}`)
      }
    }
  })
})

describe('fix all', () => {
  /** Applies the safe fixes that do not touch each other. */
  function fixAll(text: string): string {
    const edits: TextEdit[] = []
    const taken = new TakenPlaces()
    for (const finding of checkReport(read(text))) {
      const fix = safeFix(finding)
      if (fix !== undefined && taken.take(fix)) edits.push(...fix)
    }
    return applyEdits(text, edits)
  }

  function safeFix(finding: CheckedFinding): readonly TextEdit[] | undefined {
    return finding.fixes?.().find(fix => fix.safe)?.edits
  }

  for (const name of sampleNames) {
    it(`comes to an end: ${name}`, () => {
      let text = sample(name)
      for (let round = 0; round < 4; round++) {
        const next = fixAll(text)
        if (next === text) return
        text = next
      }
      assert.equal(fixAll(text), text)
    })
  }
})

/** A sequence of numbers from 0 up to 1 that looks random and is always the same. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

function shuffled<T>(values: readonly T[], seed: number): T[] {
  const next = random(seed)
  return values
    .map(value => ({ value, place: next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value)
}

function mutilated(text: string): ReadonlyMap<string, string> {
  const next = random(7)
  const all = new Map<string, string>([
    ['empty', ''],
    ['white space', ' \n\t\r\n\f\n '],
    ['one line', text.replace(/\s+/g, ' ')],
    ['CRLF', text.replace(/\n/g, '\r\n')],
    ['CR', text.replace(/\n/g, '\r')],
    ['blank lines taken out', text.replace(/\n\n+/g, '\n')],
    ['each word on a line', text.replace(/ +/g, '\n')],
    ['each line indented', text.replace(/^/gm, '\t  ')],
    ['spaces as tabs', text.replace(/ /g, '\t')],
    ['no-break spaces', text.replace(/ /g, '\u00a0')],
    ['byte-order mark', `\ufeff${text}`],
    ['upper case', text.toUpperCase()],
    ['letters taken out', text.replace(/\p{L}/gu, '')],
    ['twice', text + text],
    ['backwards', [...text].reverse().join('')],
    ['lines backwards', text.split('\n').reverse().join('\n')],
  ])
  for (let seed = 1; seed <= 5; seed++)
    all.set(`lines shuffled ${seed}`, shuffled(text.split('\n'), seed).join('\n'))
  for (let count = 0; count < 40; count++) {
    const from = Math.floor(next() * text.length)
    const to = from + Math.floor(next() * (text.length - from))
    all.set(`from ${from} to ${to}`, text.slice(from, to))
    all.set(`without ${from} to ${to}`, text.slice(0, from) + text.slice(to))
  }
  return all
}

describe('a mutilated report', () => {
  for (const name of partOf(sampleNames)) {
    it(`is read and checked all the same: ${name}`, () => {
      for (const [how, text] of mutilated(sample(name))) {
        assert.doesNotThrow(() => parseReport(text), how)
        assert.doesNotThrow(() => tile(read(text)), how)
        assert.doesNotThrow(() => mark(text), how)
      }
    })
  }

  it('gives the same findings with either line end', () => {
    for (const name of sampleNames) {
      const text = sample(name)
      assert.deepEqual(grave(text.replace(/\n/g, '\r\n')), grave(text), name)
    }
  })
})

describe('what was read before', () => {
  it('makes no difference to how a text is read', () => {
    const texts = partOf(sampleNames).flatMap(name => {
      const text = sample(name)
      return [text, ...[...mutilated(text).values()].filter((_, at) => at % 5 === 0)]
    })
    const first = texts.map(reading)
    const again = [...texts].reverse().map(reading).reverse()
    for (const [at, text] of texts.entries())
      assert.equal(again[at], first[at], `a text that begins "${text.slice(0, 60)}"`)
  })
})

/** The same for a text that is read by itself. */
const reading = (text: string): string => seenIn(parseReport(text))

/** The blocks are one after the other, in whole lines, from the start of the text to its end. */
function tile({ text, lines, blocks }: Report): void {
  let at = 0
  for (const block of blocks) {
    assert.equal(block.start, at)
    assert.equal(lines.start(block.firstLine), block.start)
    assert.equal(lines.start(block.lastLine), block.end)
    assert.ok(block.start <= block.content.start && block.content.end <= block.end)
    at = block.end
  }
  assert.equal(at, text.length)
}

/** Each finding marks words on one line, and its fixes can be applied. */
function mark(text: string): void {
  const report = read(text)
  for (const rule of allRules) {
    for (const { span, fixes, related } of rule.check(report)) {
      for (const each of [span, ...(related ?? []).map(other => other.span)]) {
        const line = report.lines.lineAt(each.start)
        assert.ok(each.start <= each.end, `${rule.id} marks nothing`)
        assert.ok(
          each.end <= Math.max(report.lines.end(line), each.start),
          `${rule.id} marks several lines`,
        )
      }
      for (const fix of fixes?.() ?? []) {
        const what = `${rule.id}: "${fix.title}"`
        let after = text
        assert.doesNotThrow(() => (after = applyEdits(text, fix.edits)), what)
        assert.notEqual(after, text, `${what} changes nothing`)
      }
    }
  }
}
