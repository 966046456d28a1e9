/** Paragraphs that are numbered 1.1, 1.2, 2.1. */

import assert from 'node:assert/strict'
import { previewOf } from '../../../server/src/export/preview'
import { links } from '../../../server/src/features/navigate/links'
import type { NumberingFault } from '../../../server/src/report/model'
import { numberText } from '../../../server/src/report/numbering/paragraph-number'
import { compileType } from '../../../server/src/types/compile'
import { checkDefinition, checkHover, checkReferences } from '../../support/check-features'
import { checkFix, checkRule, fixesOf, reportOf } from '../../support/check-rule'

const type = compileType({
  id: 'custody',
  name: 'Custody',
  numbering: 'by-section',
  sections: [
    { id: 'safety', title: 'Safety' },
    { id: 'respect', title: 'Respect' },
    { id: 'release', title: 'Release' },
  ],
})

/** A section whose paragraphs begin with the given words, which are empty for one without a number. */
const section = (title: string, ...labels: readonly string[]) =>
  `## ${title}\n\n${labels.map(label => `${label} Visits are made when due.\n\n`.trimStart()).join('')}`
const report = (safety: string, respect: string, release = '') =>
  section('Safety', ...safety.split(' ')) +
  section('Respect', ...respect.split(' ')) +
  (release === '' ? '' : section('Release', ...release.split(' ')))

const numbers = (text: string) =>
  reportOf(text, { type }).numbering.paragraphs.map(({ number }) => numberText(number))

function inWords(fault: NumberingFault): string {
  const expected = 'expected' in fault && fault.expected ? numberText(fault.expected) : '?'
  if (fault.kind === 'missing') return `missing ${expected}`
  return `${fault.kind} ${numberText(fault.paragraph.number)} for ${expected}`
}
const faults = (text: string) => reportOf(text, { type }).numbering.faults.map(inWords)

describe('numbers by section', () => {
  it('are read with and without a full stop or list dash, and alone on their line', () => {
    assert.deepEqual(numbers(report('1.1 1.2. 1.3\t', '- 2.1 2.2')), [
      '1.1',
      '1.2',
      '1.3',
      '2.1',
      '2.2',
    ])
    assert.deepEqual(numbers('## Safety\n\n1.1\n\nVisits are made.\n\n1.2\n\nStaff know it.\n'), [
      '1.1',
      '1.2',
    ])
    assert.deepEqual(numbers(report('1.9 1.10 1.11', '2.1')), ['1.9', '1.10', '1.11', '2.1'])
  })

  it('are not proportions, dates, longer numbers and wrapped lines', () => {
    const text = `## Safety

1.1 The number of visits has risen, and that of complaints is down by
2.5 million in a year, or

1.2.1 per child. It was 7.5% before.

0.5 Staff are too few.

1.2 The next visit is due.
`
    assert.deepEqual(numbers(text), ['1.1', '1.2'])
  })

  it('are silent where each section counts from 1', () => {
    assert.deepEqual(faults(report('1.1 1.2 1.3', '2.1 2.2', '3.1')), [])
    assert.deepEqual(faults(report('1.1 1.2', '3.1 3.2')), [], 'section 2 may have no paragraphs')
    assert.deepEqual(faults(report('1.1  1.2', '2.1 ')), [], 'paragraphs without numbers')
  })

  it('are found skipped, in a section and at its beginning', () => {
    assert.deepEqual(faults(report('1.1 1.3 1.4', '2.1')), ['skipped 1.3 for 1.2'])
    assert.deepEqual(faults(report('1.1 1.2', '2.2 2.3')), ['skipped 2.2 for 2.1'])
    assert.deepEqual(faults(report('1.1 1.2', '2.5 2.6')), ['skipped 2.5 for 2.1'])
  })

  it('are found missing', () => {
    assert.deepEqual(faults(report('1.1  1.3', '2.1')), ['missing 1.2'])
    assert.deepEqual(faults(report('1.1 1.2', ' 2.2')), ['missing 2.1'])
  })

  it('are found twice', () => {
    assert.deepEqual(faults(report('1.1 1.2 1.2 1.4', '2.1')), ['duplicate 1.2 for 1.3'])
    assert.deepEqual(faults(report('1.1 1.2 1.2', '2.1')), ['duplicate 1.2 for 1.3'])
    assert.deepEqual(faults(report('1.1 1.2', '2.1 2.1 2.2')), ['duplicate 2.1 for ?'])
  })

  it('are found out of order, also with the number of another section', () => {
    assert.deepEqual(faults(report('1.1 1.2 1.31 1.4', '2.1')), ['out-of-order 1.31 for 1.3'])
    assert.deepEqual(faults(report('1.1 1.2', '2.1 1.3 2.3')), ['out-of-order 1.3 for 2.2'])
    assert.deepEqual(faults(report('1.1 1.2 11.3 1.4', '2.1')), ['out-of-order 11.3 for 1.3'])
  })

  it('are found once where a section goes on with those before', () => {
    assert.deepEqual(faults(report('1.1 1.2 1.3', '1.1 1.2 1.3', '3.1')), ['duplicate 1.1 for ?'])
  })
})

describe('problems with numbers by section', () => {
  it('are reported as the numbers are written', () => {
    checkRule(
      'skipped-paragraph-number',
      `
## Safety

1.1 Visits are made when due.

1.4 Staff know it.
^^^ skipped-paragraph-number (fix): Paragraph numbers 1.2 to 1.3 are left out. Renumber, or add what is missing.
`,
      { type },
    )
    checkRule(
      'skipped-paragraph-number',
      `
## Safety

1.1 Visits are made when due.

## Respect

2.3 Staff know it.
^^^ skipped-paragraph-number (fix): The numbers begin with 2.3. Renumber, or add what is missing.
`,
      { type },
    )
    checkRule(
      'misplaced-paragraph-number',
      `
## Safety

1.1 Visits are made when due.

1.12 Visits are made when due.
^^^^ misplaced-paragraph-number (fix): Paragraph 1.12 comes after paragraph 1.1. It should be 1.2.

1.3 Staff know it.
`,
      { type },
    )
    checkRule(
      'unresolved-paragraph-reference',
      `
## Safety

1.1 Visits are made when due (see paragraph 1.5).
                                            ^^^ unresolved-paragraph-reference (fix): There is no paragraph 1.5. The last is 1.2.

1.2 Staff know it, as paragraph 1.1 says.
`,
      { type },
    )
  })

  it('are mended in the section, and the references follow', () => {
    const before = `
## Safety

1.1 Visits are made when due.

1.3 Staff know it (see paragraph 1.4).

1.4 They are trained.

## Respect

2.1 Rooms are clean, as paragraph 1.3 says.
`
    const after = `
## Safety

1.1 Visits are made when due.

1.2 Staff know it (see paragraph 1.3).

1.3 They are trained.

## Respect

2.1 Rooms are clean, as paragraph 1.2 says.
`
    checkFix('skipped-paragraph-number', before, 'Renumber from here', after, { type })
    checkFix('skipped-paragraph-number', before, 'Renumber all paragraphs', after, { type })
  })

  it('are mended through the report, each section from its own beginning', () => {
    const text = report('1.1 1.3', ' 2.2 1.7 2.4', '3.2')
    const all = fixesOf('skipped-paragraph-number', text, { type }).find(
      ({ title }) => title === 'Renumber all paragraphs',
    )
    assert.ok(all)
    const edits = [...all.edits].sort((a, b) => b.span.start - a.span.start)
    const mended = edits.reduce(
      (changed, { span, newText }) =>
        changed.slice(0, span.start) + newText + changed.slice(span.end),
      text,
    )
    assert.deepEqual(numbers(mended), ['1.1', '1.2', '2.1', '2.2', '2.3', '2.4', '3.1'])
    assert.deepEqual(faults(mended), [])
  })
})

describe('references to numbers by section', () => {
  it('lead to the paragraph, and back', () => {
    checkDefinition(
      '## Safety\n\n«1.1» Visits are made.\n\n1.2 Staff know it (see paragraph 1.<|>1).\n',
      { type },
    )
    checkReferences(
      '## Safety\n\n«1.<|>1» Visits are made.\n\n1.2 Staff know it (see paragraph «1.1»).\n',
      { type },
    )
    checkHover(
      '## Safety\n\n1.1 Visits are made.\n\n1.2 Staff know it (see paragraph «1.<|>1»).\n',
      '**Paragraph 1.1** – Safety\n\nVisits are made.',
      { type },
    )
  })
  it('are links that say where they lead', () => {
    const text = '## Safety\n\n1.1 Visits are made.\n\n1.2 Staff know it (see paragraph 1.1).\n'
    assert.deepEqual(
      links(reportOf(text, { type })).map(({ tooltip }) => tooltip),
      ['Go to paragraph 1.1'],
    )
  })
})

describe('the preview of numbers by section', () => {
  it('shows them as they are written', () => {
    const { html } = previewOf(reportOf(report('1.1', '2.1'), { type }), [])
    assert.deepEqual(
      [...html.matchAll(/id="paragraph-([^"]*)".*?<span class="number">(.*?)<\/span>/g)].map(
        ([, id, number]) => [id, number],
      ),
      [
        ['1.1', '1.1'],
        ['2.1', '2.1'],
      ],
    )
  })
})
