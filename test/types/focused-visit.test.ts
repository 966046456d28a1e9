import assert from 'node:assert/strict'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'

const letter = `Inspection House
Market Street

28 February 2020

Ada Quill
Director of Children’s Services
Westmarch Council

Dear Ms Quill

Focused visit to Westmarch county council children’s services

This letter summarises the findings of a focused visit to Westmarch county council children’s services on 5 and 6 February 2020.

Overview

Most children in need receive an effective service. Leaders know what they have to do.

There are no priority actions.

What needs to improve in this area of social work practice

- The quality of planning.
- The attendance of partners at conferences.

Findings

- Thresholds are applied appropriately.
- Plans are reviewed on time.

Yours sincerely

Eleanor Thripp
`

describe('the letter about a focused visit', () => {
  it('is read by its subject line, gives no grades, and has nothing wrong', () => {
    const report = parseReport(letter)
    assert.equal(report?.type.id, 'ofsted-focused-visit')
    assert.ok(report.type.letter)
    assert.equal(report.cover.authority?.text, 'Westmarch county council')
    assert.deepEqual(
      report.sections.map(({ definition }) => definition.id),
      ['overview', 'what-needs-to-improve', 'findings'],
    )
    assert.deepEqual(report.judgements, [])
    assert.deepEqual(
      checkReport(report).map(({ message }) => message),
      [],
    )
  })

  it('may have the headings of newer letters', () => {
    const newer = letter
      .replace('\nOverview\n', '\nHeadline findings\n')
      .replace('\nFindings\n', '\nMain findings\n')
      .replace('social work practice\n', 'social work practice?\n')
    assert.deepEqual(
      parseReport(newer)?.sections.map(({ definition }) => definition.id),
      ['overview', 'what-needs-to-improve', 'findings'],
    )
  })

  it('is known by what it lacks too', () => {
    const report = parseReport(letter.replace('\nFindings\n', '\n'))
    assert.ok(report !== undefined)
    assert.deepEqual(
      report.missingSections.map(({ id }) => id),
      ['findings'],
    )
  })

  const dear = 'Dear Ms Quill\n\n'
  const subject = 'Focused visit to Westmarch county council children’s services\n'
  for (const [name, form] of [
    [
      'with its subject over two lines',
      (text: string) => text.replace('council children’s', 'council\nchildren’s'),
    ],
    [
      'with its subject in bold',
      (text: string) => text.replace(`\n${subject}`, `\n**${subject.trim()}**\n`),
    ],
    [
      'with its subject as a heading',
      (text: string) => text.replace(`\n${subject}`, `\n# ${subject}`),
    ],
    [
      'with its subject before the salutation',
      (text: string) => text.replace(dear, '').replace(subject, `${subject}\n${dear.trim()}\n`),
    ],
    ['with straight apostrophes', (text: string) => text.replaceAll('’', "'")],
    [
      'with headings of Markdown',
      (text: string) => text.replace(/^(Overview|Findings|What needs .*)$/gm, '## $1'),
    ],
    [
      'with headings in bold',
      (text: string) => text.replace(/^(Overview|Findings|What needs .*)$/gm, '**$1**'),
    ],
    [
      'with headings in capitals',
      (text: string) => text.replace(/^(Overview|Findings)$/gm, each => each.toUpperCase()),
    ],
    [
      'with a colon after its headings',
      (text: string) => text.replace(/^(Overview|Findings|What needs .*)$/gm, '$1:'),
    ],
    ['without blank lines', (text: string) => text.replace(/\n\n/g, '\n')],
    [
      'with a blank line after every line',
      (text: string) => text.replace(/\n(?=.)/g, '\n\n').replace(/\n{3,}/g, '\n\n'),
    ],
    ['with bullets of Word', (text: string) => text.replace(/^- /gm, '■ ')],
    ['with line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    [
      'with a page break in it',
      (text: string) => text.replace('\nFindings\n', '\n2\n\fFindings\n'),
    ],
    [
      'of a London borough',
      (text: string) => text.replaceAll('Westmarch county council', 'London Borough of Westmarch'),
    ],
    [
      'that asks for priority action',
      (text: string) =>
        text
          .replace('There are no priority actions.', 'An area for priority action was identified.')
          .replace(
            'What needs to improve',
            'Areas for priority action\n\nThe local authority needs to act swiftly on neglect.\n\nWhat needs to improve',
          ),
    ],
  ] as const)
    it(`is the same letter ${name}`, () => {
      const report = parseReport(form(letter))
      assert.equal(report?.type.id, 'ofsted-focused-visit')
      const sections = report.sections.map(({ definition }) => definition.id)
      assert.deepEqual(
        sections.filter(id => id !== 'priority-actions'),
        ['overview', 'what-needs-to-improve', 'findings'],
      )
      assert.deepEqual(
        checkReport(report)
          .filter(({ severity }) => severity !== 'hint')
          .map(({ rule, message }) => `${rule.id} ${message}`),
        [],
      )
    })

  for (const [wrong, rule] of [
    [letter.replace('\nOverview\n', '\nOverviw\n'), 'misspelt-heading'],
    [letter.replace('\nFindings\n', '\nFindigns\n'), 'misspelt-heading'],
    [letter.replace('\nFindings\n', '\nFindings: good\n'), 'ungraded-letter'],
    [
      letter.replace('There are no priority actions.', 'Priority actions: [TBC].'),
      'open-placeholder',
    ],
    [letter.replace('5 and 6 February', '30 and 31 February'), 'invalid-date'],
  ] as const)
    it(`has what is wrong in it found: ${rule}`, () => {
      const report = parseReport(wrong)
      assert.ok(report !== undefined)
      assert.ok(checkReport(report).some(each => each.rule.id === rule))
    })
})
