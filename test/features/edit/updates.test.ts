import assert from 'node:assert/strict'
import type { PlanOrReason } from '../../../server/src/features/edit/plan'
import {
  renumbered,
  updatedContents,
  updatedSections,
  updatedTable,
} from '../../../server/src/features/edit/updates'
import type { Report } from '../../../server/src/report/model'
import { applyEdits } from '../../../server/src/text/edits'
import { reportOf } from '../../support/check-rule'

const cover = `# Inspection of safeguarding and looked after children services

Westmarch

Published: 6 May 2011
`

describe('renumbering', () => {
  it('numbers all paragraphs, and references follow', () =>
    checkUpdate(
      renumbered,
      `${cover}
## About this inspection

1. Inspectors met the council (see paragraph 4).

3. They met its partners.

4. They met children.
`,
      `${cover}
## About this inspection

1. Inspectors met the council (see paragraph 3).

2. They met its partners.

3. They met children.
`,
      ['Reference: 4 → 3', 'Paragraph: 3 → 2', 'Paragraph: 4 → 3'],
    ))
  it('says that nothing is to be done', () =>
    checkReason(
      renumbered,
      `${cover}\n## About this inspection\n\n1. Inspectors met the council.\n`,
      'The paragraphs are already numbered in order.',
    ))
})

const judgements = (contents: string, second: string, table: string) => `${cover}
## Contents

${contents}
## Services for looked after children

### Being healthy

Grade 2 (good)

1. Health services for looked after children are good.

### Staying safe

Grade ${second}

2. The arrangements for ensuring that looked after children are safe are good.

## Record of main findings

| Services for looked after children | |
|---|---|
${table}
`
const contents = 'Services for looked after children	5\nBeing healthy	6\nStaying safe	6\n'
const rows = (healthy: string, safe: string) =>
  `| Being healthy | ${healthy} |\n| Staying safe | ${safe} |`

describe('updating the contents', () => {
  it('puts entries in order and keeps their pages; says which change', () => {
    const wrong = 'Services for looked after children	5\nStaying safe	7\nBeing healthy	6\n'
    const report = reportOf(judgements(wrong, '2 (good)', rows('Good', 'Good')))
    const plan = updatedContents(report)
    assert.ok(!('error' in plan))
    const after = applyEdits(report.text, plan.changes)
    assert.match(after, /Being healthy\t6\nStaying safe\t7\n/)
    assert.ok(plan.changes.length <= 3)
  })
})

describe('updating the summary table', () => {
  it('takes the grades of the sections, and says row by row what changes', () => {
    const whole = judgements(contents, '1 (outstanding)', rows('Good', 'Outstanding'))
    const made = updatedTable(reportOf(whole))
    assert.ok(!('error' in made))
    const complete = applyEdits(whole, made.changes)
    checkUpdate(
      updatedTable,
      complete
        .replace('| Being healthy | Good |', '| Being healthy | Adequate |')
        .replace('| Staying safe | Outstanding |\n', '| Staying safe | Inadequate |\n'),
      complete,
      [
        'Row: Being healthy – Adequate → Being healthy – Good',
        'Row: Staying safe – Inadequate → Staying safe – Outstanding',
      ],
    )
  })
  it('adds rows that are missing', () => {
    const plan = updatedTable(reportOf(judgements(contents, '2 (good)', rows('Good', 'Good'))))
    assert.ok(!('error' in plan))
    assert.ok(plan.changes.some(({ newText }) => newText.includes('Equality and diversity')))
  })
})

describe('updating the sections', () => {
  it('gives heading, grade line and plain opening sentence the grade of the row', () =>
    checkUpdate(
      updatedSections,
      judgements(contents, '2 (good)', rows('Good', 'Outstanding')),
      judgements(contents, '1 (outstanding)', rows('Good', 'Outstanding')).replace(
        'safe are good',
        'safe are outstanding',
      ),
      [
        'Staying safe – Grade line: Grade 2 (good) → Grade 1 (outstanding)',
        'Staying safe – First sentence: good → outstanding',
      ],
    ))
  it('says that nothing is to be done', () =>
    checkReason(
      updatedSections,
      judgements(contents, '2 (good)', rows('Good', 'Good')),
      'The sections already agree with the Record of main findings.',
    ))
})

type Update = (report: Report) => PlanOrReason

/** Each expected label is the beginning of the change's. A second update finds nothing more to do. */
function checkUpdate(
  update: Update,
  text: string,
  expected: string | undefined,
  labels: readonly string[],
): void {
  const plan = update(reportOf(text))
  assert.ok(!('error' in plan), 'error' in plan ? plan.error : '')
  const after = applyEdits(text, plan.changes)
  if (expected !== undefined) assert.equal(after, expected)
  const found = plan.changes.map(({ label }) => label)
  labels.forEach((label, at) => {
    assert.ok(found[at]?.startsWith(label), found.join('\n'))
  })
  assert.ok('error' in update(reportOf(after)))
}

function checkReason(update: Update, text: string, reason: string): void {
  assert.deepEqual(update(reportOf(text)), { error: reason })
}
