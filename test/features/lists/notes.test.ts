import assert from 'node:assert/strict'
import {
  notesAt,
  openMarks,
  resolveNote,
  resolveNotes,
} from '../../../server/src/features/lists/notes'
import type { Report } from '../../../server/src/report/model'
import { applyEdits } from '../../../server/src/text/edits'
import { homeType } from '../../rules/home-type'
import { reportOf } from '../../support/check-rule'

const report = (text: string): Report =>
  reportOf(
    `# Inspection of homes

## Children

### Quality of care

Grade 2 (good)

${text}
`,
    { type: homeType },
  )

/** The paragraphs after all notes in them were taken out. */
function resolved(text: string): string {
  const read = report(text)
  const plan = resolveNotes(read)
  assert.ok(!('error' in plan), 'there is no note')
  const whole = applyEdits(read.text, plan.changes)
  return whole.slice(read.text.indexOf('1. ')).replace(/\n$/, '')
}

describe('a note that is taken out', () => {
  const cases: readonly [string, string, string][] = [
    ['between two words', '1. Care is [Note AB: sure?] good.', '1. Care is good.'],
    ['before a full stop', '1. Care is good [Note AB: sure?].', '1. Care is good.'],
    ['behind a full stop', '1. Care is good. [Note AB: sure?] It is.', '1. Care is good. It is.'],
    ['at the end of its line', '1. Care is good. [Note AB: sure?]', '1. Care is good.'],
    ['before the text', '1. [Note AB: sure?] Care is good.', '1. Care is good.'],
    ['without spaces around it', '1. Care[Note AB: sure?] is good.', '1. Care is good.'],
    [
      'before a comma',
      '1. Care [Note AB: sure?], they say, is good.',
      '1. Care, they say, is good.',
    ],
    [
      'within a bracket',
      '1. Care (all of it [Note: sure?]) is good.',
      '1. Care (all of it) is good.',
    ],
    ['beside another', '1. Care is [Note A: a] [Note B: b] good.', '1. Care is good.'],
    [
      'on a line of its own',
      '1. Care is good.\n\n[Note AB: more?]\n\n2. It is warm.',
      '1. Care is good.\n\n2. It is warm.',
    ],
    [
      'on a line of its own in a paragraph',
      '1. Care is good.\n[Note AB: more?]\nIt is warm.',
      '1. Care is good.\nIt is warm.',
    ],
    ['over two lines', '1. Care is [Note AB: is\nthat so?] good.', '1. Care is good.'],
  ]
  for (const [where, before, after] of cases)
    it(`${where} leaves no trace`, () => assert.equal(resolved(before), after))

  it('is the one at the cursor', () => {
    const read = report('1. Care [Note AB: all?] is good [Note CD: sure?].')
    const at = read.text.indexOf('sure')
    const [note, ...others] = notesAt(read, { start: at, end: at })
    assert.ok(note !== undefined && others.length === 0)
    const after = applyEdits(read.text, [resolveNote(read, note)])
    assert.ok(after.includes('1. Care [Note AB: all?] is good.\n'))
  })

  it('is reported with its author and place', () => {
    const plan = resolveNotes(report('1. Care is good. [Note AB: check this]'))
    assert.ok(!('error' in plan))
    assert.deepEqual(
      plan.changes.map(({ label, description }) => [label, description]),
      [['AB: check this', 'Quality of care (Children), paragraph 1']],
    )
  })

  it('may be one of several', () => {
    const read = report('1. Care [Note AB: all?] is good [Note CD: sure?].')
    const at = read.text.indexOf('sure?')
    const plan = resolveNotes(read, { start: at, end: at })
    assert.ok(!('error' in plan))
    assert.match(applyEdits(read.text, plan.changes), /^1\. Care \[Note AB: all\?\] is good\.$/m)
    assert.deepEqual(resolveNotes(read, { start: 0, end: 0 }), {
      error: 'This note is no longer there.',
    })
  })

  it('has to be there', () => {
    assert.deepEqual(resolveNotes(report('1. Care is good.')), {
      error: 'There are no notes in this report.',
    })
  })
})

describe('the list of notes', () => {
  it('has what is to be filled in too, in the order of the text', () => {
    const marks = openMarks(report('1. Care is [grade]. [Note AB: see\nthe file] [Note: when?]'))
    assert.deepEqual(
      marks.map(({ kind, author, words }) => [kind, author, words]),
      [
        ['placeholder', '', '1. Care is [grade]. [Note AB: see'],
        ['note', 'AB', 'see the file'],
        ['note', '', 'when?'],
      ],
    )
  })
})
