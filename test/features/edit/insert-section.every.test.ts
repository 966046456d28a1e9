import assert from 'node:assert/strict'
import { insertSection, sectionChoices } from '../../../server/src/features/edit/insert-section'
import type { Report } from '../../../server/src/report/model'
import { parseReport } from '../../../server/src/report/parse'
import { checkReport } from '../../../server/src/rules/run'
import { applyEdits, inOrder } from '../../../server/src/text/edits'
import { changed, clean, sample } from '../../reports/samples'

function read(text: string): Report {
  const report = parseReport(text)
  assert.ok(report !== undefined)
  return report
}

/** The text with the section put in; what is to be filled in appears as `[TBC]` and the like. */
function inserted(text: string, id: string, renumbers = true): string {
  const made = insertSection(read(text), id, { renumbers })
  assert.ok(made !== undefined, `"${id}" is there`)
  return applyEdits(text, inOrder([made.plain, ...made.others]))
}

/** The text without a section and all that is in it. */
function without(text: string, id: string): string {
  const found = read(text).sections.find(({ definition }) => definition.id === id)
  assert.ok(found !== undefined, `"${id}" is not there`)
  return text.slice(0, found.extent.start) + text.slice(found.extent.end)
}

function lineOf(text: string, words: string): number {
  return text.slice(0, text.indexOf(words)).split('\n').length
}

describe('the sections to choose from', () => {
  it('are those that are missing, then those that may be added, then those that are there', () => {
    const text = without(clean, 'safeguarding.partnership')
    const choices = sectionChoices(read(text))
    assert.deepEqual(
      choices.slice(0, 3).map(({ title, state, part }) => [title, state, ...part]),
      [
        ['Partnership working', 'missing', 'Safeguarding services'],
        [
          'The effectiveness of services in helping to ensure that children and young people feel safe',
          'optional',
          'Safeguarding services',
          'Safeguarding outcomes for children and young people',
        ],
        ['About this inspection', 'there'],
      ],
    )
    const about = choices.find(({ id }) => id === 'about')
    assert.equal(
      about?.target && text.slice(about.target.start, about.target.end),
      'About this inspection',
    )
  })

  it('are all missing in a part that is', () => {
    const choices = sectionChoices(read(without(clean, 'looked-after')))
    const inside = choices.filter(({ id }) => id.startsWith('looked-after.'))
    assert.ok(inside.length > 10)
    assert.deepEqual(
      inside.filter(({ state }) => state !== 'missing'),
      [],
    )
  })
})

describe('a section that may appear more than once', () => {
  const letter = `30 November 2023

Dear Westmarch Local Safeguarding Partnership

Joint targeted area inspection of Westmarch

This letter summarises the findings of the inspection, which took place from 9 to 13 October 2023.

Headline findings

Partners work well together.

Main findings

Thresholds are applied appropriately.

Practice study: highly effective practice

A child was listened to.

Next steps

The council is the principal authority.
`

  it('may be added once more where it is there, before those that are only shown', () => {
    const states = (text: string) =>
      sectionChoices(read(text)).flatMap(({ id, state }) => (id === 'study' ? [state] : []))
    assert.deepEqual(states(letter), ['again', 'there'])
    const none = letter.replace(/Practice study.*\n\n.*\n\n/, '')
    assert.deepEqual(states(none), ['optional'])
  })

  it('is after the last of its kind', () => {
    assert.match(
      inserted(letter, 'study'),
      /A child was listened to\.\n\nPractice study\n\n(?:.+\n\n)?Next steps\n/,
    )
  })
})

describe('a section that is inserted', () => {
  it('is after one that may be anywhere before it', () => {
    const letter = `Joint targeted area inspection of Westmarch

This letter summarises the findings of the inspection, which took place from 9 to 13 October 2017.

Key strengths

- Partners meet weekly.

Case study: highly effective practice

A child was listened to.

Areas for improvement

- Plans are late.
`
    assert.match(
      inserted(letter, 'next-steps'),
      /improvement\n\n- Plans are late\.\n\nNext steps\n/,
    )
  })

  it('keeps a blank line above the heading at the top of the next page', () => {
    for (const end of ['\n\n4\n\f', '\n\n4\n']) {
      const text = `Inspection of safeguarding and looked after children services
Westmarch
Published: 6 May 2011
Services for looked after children
Overall effectiveness
Grade 2 (good)
1. The overall effectiveness of services for looked after children is good.

3
\fCapacity for improvement
Grade 2 (good)
2. The capacity for improvement is good.
${end}Staying safe
Grade 2 (good)
3. The arrangements for ensuring that looked after children are safe are good.
`
      assert.match(
        inserted(text, 'looked-after.healthy'),
        /\nBeing healthy\n(?:.+\n)+\n\f?Staying safe\n/,
        JSON.stringify(end),
      )
    }
  })

  it('does not bring along what is missing among what is there', () => {
    const text = without(clean, 'looked-after.economic').replace(
      /^.*How good are outcomes.*\n/gm,
      '',
    )
    const made = inserted(text, 'looked-after.outcomes')
    assert.deepEqual(
      read(made).missingSections.map(({ id }) => id),
      ['looked-after.economic'],
    )
  })

  it('is in its place, in the contents too, and the numbers count on', () => {
    const text = without(clean, 'safeguarding.partnership')
    const after = inserted(text, 'safeguarding.partnership')
    assert.match(
      after,
      /\n\n### Partnership working\n\nGrade 2 \(good\)\n\n36\. Partnership working is good\.\n\n## Services for looked after children\n\n### Overall effectiveness\n/,
    )
    const numbers = read(after).numbering.paragraphs.map(({ number }) => number)
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
    )
  })

  it('leaves the numbers after it as they are where it is told to', () => {
    const text = without(clean, 'safeguarding.partnership')
    const after = inserted(text, 'safeguarding.partnership', false)
    const numbers = (some: string) => [...some.matchAll(/^\d+\. /gm)].map(([number]) => number)
    assert.deepEqual(
      numbers(after).filter((_, at) => at !== 35),
      numbers(text),
    )
  })

  it('brings along the headings around it that are missing with all that is in them', () => {
    const text = without(clean, 'looked-after')
    const after = inserted(text, 'looked-after.healthy')
    const [part, group, section] = [
      '\n## Services for looked after children\n',
      '\n### How good are outcomes for looked after children and care leavers?\n',
      '\n#### Being healthy\n',
    ].map(heading => lineOf(after, heading)) as [number, number, number]
    assert.ok(part < group && group < section, after.slice(-3000))
    assert.ok(!after.includes('#### Staying safe'))
  })

  it('brings no heading along that was only left out', () => {
    const text = changed(clean, '## Services for looked after children\n\n', '')
    const after = inserted(without(text, 'looked-after.healthy'), 'looked-after.healthy')
    assert.ok(!after.includes('\n## Services for looked after children\n'))
    assert.equal(lineOf(after, '#### Being healthy') < lineOf(after, '#### Staying safe'), true)
  })

  it('brings along what must be in it', () => {
    const after = inserted(without(clean, 'looked-after.outcomes'), 'looked-after.outcomes')
    const { sections, missingSections } = read(after)
    assert.deepEqual(missingSections, [])
    assert.ok(sections.every(({ placement }) => placement === 'in-order'))
  })

  it('has the form of the report around it', () => {
    const text = sample('westmarch-extracted.txt')
    const report = read(text)
    const id = 'safeguarding.partnership'
    const after = read(inserted(without(text, id), id))
    const headingOf = ({ sections }: Report) =>
      sections.find(({ definition }) => definition.id === id)?.heading.marks.text
    assert.equal(headingOf(after), headingOf(report))
  })

  it('is not one where the section is there, or is of another type', () => {
    assert.equal(insertSection(read(clean), 'about', { renumbers: true }), undefined)
    assert.equal(insertSection(read(clean), 'no-such', { renumbers: true }), undefined)
  })

  it('leaves nothing wrong behind, whichever section was cut out of a report', () => {
    for (const name of ['westmarch.inspection.md', 'westmarch-extracted.txt']) {
      const text = sample(name)
      for (const { definition } of read(text).sections) {
        const after = read(inserted(without(text, definition.id), definition.id))
        const again = after.sections.filter(each => each.definition === definition)
        assert.deepEqual(
          again.map(({ placement }) => placement),
          ['in-order'],
          `${name}: ${definition.id}`,
        )
        assert.equal(after.sections.length, read(text).sections.length, definition.id)
        const numbers = (report: Report) => report.numbering.faults.length
        assert.ok(numbers(after) <= numbers(read(text)), `${name}: ${definition.id}`)
        const wrong = checkReport(after).filter(({ rule }) => /section|heading/.test(rule.id))
        const before = checkReport(read(text)).filter(({ rule }) => /section|heading/.test(rule.id))
        assert.ok(
          wrong.length <= before.length + 1 + definition.children.length,
          wrong.map(({ message }) => message).join('\n'),
        )
      }
    }
  })
})
