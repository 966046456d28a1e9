/** Reports of single inspections with a slip in the place of a grade, a moved section or numbers of their own. */

import assert from 'node:assert/strict'
import { checkReport } from '../../server/src/rules/run'
import { applyEdits } from '../../server/src/text/edits'
import { changed } from '../reports/samples'
import { found, read } from '../support/single-inspection'
import { early, extracted } from '../support/single-inspection-texts'

/** Without what is missing from so short a report. */
const told = (text: string) =>
  found(text).filter(each => !each.startsWith('missing-section: Inspection of'))

/** The text after the fix of that title, of the first problem that has one. */
function fixed(text: string, title: string): string {
  const fixes = checkReport(read(text)).flatMap(({ fixes }) => fixes?.() ?? [])
  const fix = fixes.find(each => each.title === title)
  assert.ok(
    fix !== undefined,
    `no fix "${title}" among ${fixes.map(each => each.title).join(' | ')}`,
  )
  return applyEdits(text, fix.edits)
}

const torn = changed(
  early,
  '1. Children who need help and protection                                Good\n',
  `${' '.repeat(72)}Requires
1. Children who need help and protection
${' '.repeat(72)}improvement
`,
)
  .replace('need help and protection\nare good', 'need help and protection\nrequire improvement')
  .replace(
    /^3\. Leadership.*$/m,
    `${' '.repeat(72)}Requires\n3. Leadership, management and governance\n${' '.repeat(72)}improvement`,
  )
  .replace('governance are good', 'governance require improvement')

describe('a grade of another scale in a report of a single inspection', () => {
  it('is found in a sentence that takes the place of a heading, and its fix knows the grade', () => {
    for (const [right, wrong] of [
      ['need help and protection\nare good', 'need help and protection\nare adequate'],
      ['governance are good', 'governance are fair'],
      ['governance are good', 'governance are judged to be poor'],
      ['adoption performance is good.', 'adoption performance is satisfactory.'],
      ['achieving permanence\nare good', 'achieving permanence are weak'],
    ] as const) {
      const text = changed(early, right, wrong)
      const word = wrong.replace(/\.$/, '').split(' ').at(-1)
      assert.deepEqual(told(text), [`unknown-grade: ${word}`], wrong)
      if (
        wrong.startsWith(right.slice(0, 10)) &&
        !wrong.includes('judged') &&
        !wrong.includes('permanence')
      )
        assert.equal(fixed(text, 'Write "good"'), early)
    }
  })

  it('is found in the sentence about the board below the table', () => {
    const text = changed(early, '(LSCB) is\ngood\nThe LSCB', '(LSCB) is\nadequate\nThe LSCB')
    assert.deepEqual(told(text), ['unknown-grade: adequate'])
  })

  it('is found above its row, where a wrapped grade began', () => {
    assert.deepEqual(told(torn), [])
    for (const word of ['Satisfactory', 'adequate', 'Fair']) {
      const text = changed(
        torn,
        /Requires\n(1.*)\n +improvement/.exec(torn)?.[0] ?? '',
        `${word}\n1. Children who need help and protection`,
      )
      assert.deepEqual(told(text), [`unknown-grade: ${word}`], word)
    }
  })

  it('is not what follows the title of a section in any other words', () => {
    for (const words of ['are changing', 'are well known', 'are under review']) {
      const text = changed(early, 'governance are good', `governance ${words}`)
      assert.ok(!told(text).some(each => each.startsWith('unknown-grade')), words)
    }
  })
})

describe('a placeholder for a grade in a report of a single inspection', () => {
  it('is one problem, in the sentence that takes the place of a heading, however that is wrapped', () => {
    for (const [right, wrong] of [
      ['need help and protection\nare good', 'need help and protection\nare [grade]'],
      ['governance are good', 'governance are [grade]'],
      ['achieving permanence\nare good', 'achieving\npermanence are [grade]'],
    ] as const)
      assert.deepEqual(told(changed(early, right, wrong)), ['open-placeholder: [grade]'], wrong)
  })
})

describe('a row that is missing from the table of a single inspection', () => {
  it('is inserted with its own number, and its grade in the column of the others', () => {
    for (const row of [
      '          2.1 Adoption performance                                      Good\n\n',
      '          2.2 Experiences and progress of care leavers                  Good\n\n',
      '2. Children looked after and achieving permanence                       Good\n\n',
    ]) {
      const text = changed(early, row, '')
      const title = /[.\d] (\D+?) {2}/.exec(row)?.[1]
      const written = fixed(text, `Insert "${title}"`).split('\n')
      assert.ok(written.includes(row.trimEnd()), written.slice(8, 24).join('\n'))
    }
  })

  it('keeps its number where the grade, wrapped, begins above it', () => {
    const gone = torn.replace(/ +Requires\n1\. .*\n +improvement\n\n/, '')
    const written = fixed(gone, 'Insert "Children who need help and protection"')
    assert.match(written, /^ +Requires\n1\. Children who need help and protection\n +improvement$/m)
  })
})

describe('a section of a single inspection that was moved', () => {
  it('is misplaced, not missing, wherever its sentence is now', () => {
    const section =
      /The experiences and progress of children who need help[\s\S]*?early\.\n\n/.exec(
        early,
      )?.[0] ?? ''
    const text = `${changed(early, section, '')}\n${section.replace('1.', '6.')}`
    const rules = told(text).map(each => each.split(':')[0])
    assert.ok(rules.includes('misplaced-section'), rules.join())
    assert.ok(!rules.includes('missing-section'), rules.join())
  })

  it('is not an item of a list of grades', () => {
    const list =
      'Children who need help and protection: inadequate.\nLeadership, management and governance: inadequate.\n'
    const place = 'The local authority runs no children’s homes.\n'
    const text = changed(extracted, place, `${place}\nThe last inspection judged:\n\n${list}`)
    assert.deepEqual(found(text), found(extracted))
  })
})

describe('a report on the board with numbers of its own', () => {
  const board = [
    'The Local Safeguarding Children Board (LSCB)',
    'Inspection judgement about the LSCB',
    ...[1, 2, 3, 4, 5].map(number => `${number}. The board met in each of the ${number} months.`),
  ].join('\n\n')
  const both = `${early.trimEnd()}\n\n${board}\n`

  it('may begin with 1 again', () => {
    assert.deepEqual(told(both), [])
    assert.equal(read(both).numbering.restarts.length, 1)
  })

  it('has faults of its own, and fixes leave the other part as it is', () => {
    const skipped = both
      .replace('4. The board', '7. The board')
      .replace('5. The board', '8. The board')
    assert.deepEqual(told(skipped), ['skipped-paragraph-number: 7'])
    assert.equal(fixed(skipped, 'Renumber from here'), both)
    assert.equal(fixed(skipped, 'Renumber all paragraphs'), both)
    const first = both
      .replace('4. Care leavers', '9. Care leavers')
      .replace('5. Leaders', '10. Leaders')
      .replace('6. The board knows', '11. The board knows')
    assert.deepEqual(told(first), ['skipped-paragraph-number: 9'])
    assert.equal(fixed(first, 'Renumber from here'), both)
  })

  it('is the next part of one sequence where it goes on', () => {
    const onwards = both.replace(/(\d)(?=\. The board met)/g, digit => String(Number(digit) + 6))
    assert.deepEqual(told(onwards), [])
    assert.deepEqual(read(onwards).numbering.restarts, [])
  })
})
