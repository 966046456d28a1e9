import assert from 'node:assert/strict'
import { setGrade } from '../../../server/src/features/edit/set-grade'
import { parseReport } from '../../../server/src/report/parse'
import { applyEdits } from '../../../server/src/text/edits'
import type { ReportType } from '../../../server/src/types/report-type'
import { clean, sample } from '../../reports/samples'
import { homeType } from '../../rules/home-type'
import { extracted2018 } from '../../support/ilacs-texts'
import { extracted } from '../../support/single-inspection-texts'

/** What `setGrade` returns at the first `at` of a text. */
function planFor(text: string, at: string, grade: string, type?: ReportType) {
  const report = parseReport(text, type && { type })
  assert.ok(report !== undefined, 'the text is not read as a report')
  assert.ok(text.includes(at), `"${at}" is not in the text`)
  return setGrade(report, text.indexOf(at), grade)
}

/** The text after what is ticked, and the labels of what is not. */
function changed(text: string, at: string, grade: string, type?: ReportType) {
  const plan = planFor(text, at, grade, type)
  assert.ok(!('error' in plan), 'error' in plan ? plan.error : '')
  const { changes, remarks } = plan
  return {
    text: applyEdits(
      text,
      changes.filter(({ ticked }) => ticked),
    ),
    ticked: changes.filter(({ ticked }) => ticked).map(({ label }) => label),
    open: changes.filter(({ ticked }) => !ticked).map(({ label }) => label),
    remarks,
  }
}

function reason(text: string, at: string, grade: string): string {
  const plan = planFor(text, at, grade)
  assert.ok('error' in plan)
  return plan.error
}

/** A single inspection with that sentence above the table of its cover, all of whose rows are of one form. */
function onCover(sentence: string): string {
  return extracted
    .replace('Children’s services in Westmarch are good.', sentence)
    .replace(/Requires improvement to\n(.*\n) +be good/, 'Good\n$1')
    .replace(/ +Requires\n(.*2\.1 Adoption performance)\n +improvement/, '$1                  Good')
}

/** A report of one judgement, with its places as a test needs them. */
const home = (places: { grade?: string; opening?: string; cell?: string; more?: string }) =>
  `# Inspection of homes

## Children

### Quality of care

${places.grade ?? 'Grade 2 (good)'}

1. ${places.opening ?? 'Quality of care is good.'}${places.more ?? ''}

## Summary of grades

| Children | |
|---|---|
| Quality of care | ${places.cell ?? 'Good'} |
`

describe('setting a grade', () => {
  it('changes every place, and says which', () => {
    const { text, ticked, open } = changed(home({}), 'Grade 2', 'inadequate', homeType)
    assert.equal(
      text,
      home({
        grade: 'Grade 4 (inadequate)',
        opening: 'Quality of care is inadequate.',
        cell: 'Inadequate',
      }),
    )
    assert.deepEqual(ticked, [
      'Grade line: Grade 2 (good) → Grade 4 (inadequate)',
      'First sentence: good → inadequate',
      'Summary of grades: Good → Inadequate',
    ])
    assert.deepEqual(open, [])
  })

  const forms: readonly [string, string, string][] = [
    ['Grade 2 (good)', '4', 'Grade 4 (inadequate)'],
    ['**Grade 2 (Good)**', 'inadequate', '**Grade 4 (Inadequate)**'],
    ['**Grade 2** (good)', 'inadequate', '**Grade 4** (inadequate)'],
    ['Grade: Good', 'inadequate', 'Grade: Inadequate'],
    ['GRADE 2 (GOOD)', 'inadequate', 'GRADE 4 (INADEQUATE)'],
    ['Good', 'inadequate', 'Inadequate'],
    ['Grade 2 (good)', 'requires improvement', 'Grade 3 (requires improvement)'],
  ]
  for (const [before, grade, wanted] of forms)
    it(`keeps the form of "${before}"`, () => {
      const { text } = changed(home({ grade: before }), '### Quality', grade, homeType)
      assert.ok(text.includes(`\n\n${wanted}\n\n`), text)
    })

  const cells: readonly [string, string][] = [
    ['Good', 'Inadequate'],
    ['good', 'inadequate'],
    ['**Good**', '**Inadequate**'],
    ['Good Grade 2', 'Inadequate Grade 4'],
    ['Good (Grade 2)', 'Inadequate (Grade 4)'],
    ['2', '4'],
    ['', 'Inadequate'],
    ['[grade]', 'Inadequate'],
  ]
  for (const [before, wanted] of cells)
    it(`keeps the form of a cell "${before}"`, () => {
      const { text } = changed(home({ cell: before }), '### Quality', 'inadequate', homeType)
      assert.ok(text.includes(`| Quality of care | ${wanted} |`), text)
    })

  const straight = (cell: string) => `# Inspection of homes

## Children

### Quality of care

Grade 2 (good)

1. Quality of care is good.

## Summary of grades

| Children        |             |
| --------------- | ----------- |
| Quality of care | ${cell} |
| Health outcomes | Outstanding |
| Learning        | Good        |
`
  for (const [before, grade, wanted] of [
    ['Good       ', 'inadequate', 'Inadequate '],
    ['Inadequate ', 'good', 'Good       '],
    ['           ', 'good', 'Good       '],
    ['Good       ', 'requires improvement', 'Requires improvement'],
    ['Requires improvement', 'good', 'Good       '],
  ] as const)
    it(`keeps columns straight when a cell "${before}" gets "${grade}"`, () => {
      const { text } = changed(straight(before), '### Quality', grade, homeType)
      const rows = text.slice(text.indexOf('| Quality'))
      assert.equal(rows, straight(wanted).slice(straight(wanted).indexOf('| Quality')))
    })

  const openings: readonly [string, string, string][] = [
    ['is good.', 'inadequate', 'is inadequate.'],
    ['is good.', 'requires improvement', 'requires improvement to be good.'],
    ['requires improvement to be good.', 'good', 'is good.'],
    [
      'is judged to be good.',
      'requires improvement',
      'is judged to require improvement to be good.',
    ],
    ['is judged to be good.', 'inadequate', 'is judged to be inadequate.'],
    ['is good, and children say so.', 'inadequate', 'is inadequate, and children say so.'],
    ['is [grade].', 'requires improvement', 'requires improvement to be good.'],
    ['is [grade].', 'good', 'is good.'],
  ]
  for (const [before, grade, wanted] of openings)
    it(`makes "${before}" say "${wanted}"`, () => {
      const draft = home({ opening: `Quality of care ${before}`, cell: '', grade: '' })
      const { text } = changed(draft, '### Quality', grade, homeType)
      assert.ok(text.includes(`\n1. Quality of care ${wanted}`), text)
    })

  it('makes a verb in the plural follow', () => {
    const text = `# Inspection of homes

## Children

## How children do

### Health outcomes

Grade 2 (good)

1. Health outcomes are good.
`
    const now = changed(text, 'Health outcomes', '3', homeType).text
    assert.ok(now.includes('1. Health outcomes require improvement to be good.'))
    assert.equal(changed(now, 'Health outcomes', 'good', homeType).text, text)
  })

  it('leaves a first sentence that qualifies its grade to the author', () => {
    const opening = 'Quality of care is only good in parts of the home.'
    const { text } = changed(home({ opening }), '### Quality', 'inadequate', homeType)
    assert.ok(text.includes(opening))
  })

  it('fills what is still to be written', () => {
    const draft = home({
      grade: 'Grade [number] ([grade])',
      opening: 'Quality of care is [grade].',
      cell: '[grade]',
    })
    assert.equal(changed(draft, '### Quality', 'good', homeType).text, home({}))
    const bare = changed(home({ grade: '' }), '### Quality', 'good', homeType)
    assert.deepEqual(bare.ticked, ['Grade line: Grade 2 (good)'])
  })

  it('finds the judgement at any of its places', () => {
    for (const at of ['### Staying safe', '| Staying safe | 9', '| Staying safe | Good'])
      assert.ok(!('error' in planFor(clean, at, 'inadequate')), at)
    const { text } = changed(clean, '37. Police officers', 'adequate')
    assert.ok(text.includes('36. Partnership working is adequate.'))
    assert.ok(text.includes('| Partnership working | Adequate |'))
  })

  it('changes a heading that ends in its grade', () => {
    const ilacs = sample('ilacs-westmarch.inspection.md')
    const { text } = changed(ilacs, '6. Children come', 'requires improvement')
    assert.ok(
      text.includes(
        '\n## The experiences and progress of children in care: requires improvement to be good\n',
      ),
    )
    assert.ok(
      text.includes(
        '| The experiences and progress of children in care | Requires improvement to be good |',
      ),
    )
  })

  it('changes grades that are wrapped over lines, in tables and headings', () => {
    const helped = changed(extracted2018, '1. Families find', 'good')
    assert.ok(helped.text.includes('need help and    Good\n protection\n'), 'the row')
    assert.ok(helped.text.includes('who need help and protection\nis good\n'), 'the heading')
    assert.deepEqual(helped.ticked, [
      'Table of judgements: requires improvement to be good → Good',
      'Heading: requires improvement to be good → is good',
    ])
    const whole = changed(extracted2018, 'Overall effectiveness', 'good').text
    const gap = ' '.repeat(40)
    assert.ok(
      whole.includes(`\n\n Overall effectiveness${gap} Good\n\n`),
      'a label between two lines',
    )
    const care = changed(extracted2018, '3. Children come', 'requires improvement').text
    assert.ok(care.includes('care leavers requires improvement to be good.\n'), 'a verb before')
    const led = changed(extracted2018, '4. Senior leaders', 'inadequate').text
    assert.ok(led.includes('children and families is:\nInadequate\n'), 'a colon before')
  })

  it('keeps the verb of a cover that calls the judgement by its grade, there and back', () => {
    const text = onCover('The overall judgement is good.')
    const { text: changedText } = changed(text, 'The overall judgement', 'requires improvement')
    assert.match(changedText, /^ *The overall judgement is requires improvement\.$/m)
    assert.equal(changed(changedText, 'The overall judgement', 'good').text, text)
  })

  it('reads a cover whose verb has the wrong number, and writes grades that it reads again', () => {
    for (const subject of ['Children’s services in Westmarch', "Children's services in Westmarch"])
      for (const [verb, other] of [
        ['are good', 'are outstanding'],
        ['is good', 'is outstanding'],
        ['requires improvement', 'is outstanding'],
        ['require improvement', 'are outstanding'],
      ]) {
        const { text } = changed(onCover(`${subject} ${verb}`), subject, 'outstanding')
        assert.ok(
          text.includes(`${subject} ${other}\n`),
          `${verb}: ${/^Children.*s.*$/m.exec(text)}`,
        )
        assert.ok(changed(text, subject, 'inadequate').text.includes('inadequate\n'))
      }
  })

  it('writes a row as other rows are written, not as a sentence of the cover', () => {
    for (const sentence of ['require improvement to be good', 'require improvement']) {
      const text = onCover(`Children’s services in Westmarch ${sentence}`)
      const row = '2. Children looked after and achieving'
      const { text: now } = changed(text, row, 'requires improvement')
      assert.match(now, /^ +Requires improvement$/m)
      assert.doesNotMatch(now, /^ +Require /m)
    }
  })

  it('takes out a verb too many', () => {
    const heading = '## The experiences and progress of children in care'
    const doubled = sample('ilacs-westmarch.inspection.md').replace(
      `${heading}: good`,
      `${heading} is requires improvement to be good`,
    )
    const { text } = changed(doubled, '6. Children come', 'outstanding')
    assert.ok(text.includes(`${heading} is outstanding\n`))
  })

  it('says which limit the grade breaches, and which is kept again', () => {
    const ilacs = sample('ilacs-westmarch.inspection.md')
    const worse = changed(ilacs, '6. Children come', 'inadequate')
    assert.deepEqual(worse.remarks, [
      'A limit is breached: "Overall effectiveness" must then be "inadequate".',
    ])
    const best = changed(worse.text, '| Overall effectiveness', 'inadequate')
    assert.deepEqual(best.remarks, ['The limit on "Overall effectiveness" is no longer breached.'])
    assert.deepEqual(changed(best.text, '| Overall effectiveness', 'good').remarks, [
      'A limit is breached: this must be "inadequate" while "The experiences and progress of children in care" is "inadequate".',
    ])
  })

  it('says why nothing can be set', () => {
    assert.match(reason(clean, 'Marchester', 'good'), /^There is no judgement here\./)
    assert.equal(
      reason(clean, '### Partnership working', 'satisfactory'),
      '"satisfactory" is not on the scale. Write "outstanding", "good", "adequate" or "inadequate".',
    )
    assert.equal(
      reason(clean, '### Partnership working', 'Good'),
      '"Partnership working" is already "good" wherever it is stated.',
    )
  })
})

describe('sentences that may have to follow', () => {
  const told = (paragraph: string, sentence: string) => {
    const start = clean.indexOf(`\n${paragraph}. `)
    const end = clean.indexOf('\n', start + 1)
    const text = `${clean.slice(0, end)} ${sentence}${clean.slice(end)}`
    return changed(text, '### Partnership working', 'adequate').open
  }

  it('are those that name the judgement with its grade, in its part', () => {
    assert.deepEqual(told('10', 'Partnership working is good overall.'), [
      'Paragraph 10: good → adequate',
    ])
    assert.deepEqual(told('37', 'Partnership with schools is good.'), [
      'Paragraph 37: good → adequate',
    ])
  })

  it('are those with either grade where its places differ', () => {
    const differing = clean
      .replace('| Partnership working | Good |', '| Partnership working | Outstanding |')
      .replace(/^10\. .*$/m, '$& Partnership working is good overall.')
      .replace(/^37\. .*$/m, '$& Partnership working is outstanding overall.')
    const openAt = (grade: string) => changed(differing, '### Partnership working', grade).open
    assert.deepEqual(openAt('adequate'), [
      'Paragraph 10: good → adequate',
      'Paragraph 37: outstanding → adequate',
    ])
    assert.deepEqual(openAt('good'), ['Paragraph 37: outstanding → good'])
    assert.deepEqual(openAt('outstanding'), ['Paragraph 10: good → outstanding'])
  })

  it('are not what is said of others, of sub-aspects, of the past, or with another grade', () => {
    for (const sentence of [
      'Capacity for improvement is good.',
      'Attendance at the board is good.',
      'The partnership made good progress.',
      'Partnership working was good.',
      'Partnership working is outstanding in some places.',
      'At the last inspection partnership working is good.',
    ])
      assert.deepEqual(told('37', sentence), [], sentence)
  })
})

describe('the grade of a board', () => {
  it('changes a sentence below the table of the cover once, in each of its forms', () => {
    for (const [before, after] of [
      ['(LSCB) requires improvement', '(LSCB) is good'],
      ['(LSCB)\nrequires improvement', '(LSCB)\nis good'],
      ['(LSCB) is inadequate', '(LSCB) is good'],
      ['(LSCB) is\ninadequate', '(LSCB) is\ngood'],
    ] as const) {
      const report = (
        words: string,
      ) => `# Inspection of services for children in need of help and protection, children looked after and care leavers

Inspection date: 6 to 30 March 2014

| | |
| --- | --- |
| 1. Children who need help and protection | Good |
| 2. Children looked after and achieving permanence | Good |
| 2.1 Adoption performance | Good |
| 2.2 Experiences and progress of care leavers | Good |
| 3. Leadership, management and governance | Good |

The effectiveness of the Local Safeguarding Children Board ${words}.

The board meets often.
`
      const text = report(before)
      const plan = setGrade(
        parseReport(text) ?? assert.fail(),
        text.indexOf('The effectiveness'),
        'good',
      )
      assert.ok(!('error' in plan))
      assert.equal(applyEdits(text, plan.changes), report(after), before)
    }
  })
})
