/** Sections that may appear several times, and whose title is only the beginning of their heading. */

import assert from 'node:assert/strict'
import { allRules } from '../../../server/src/rules/all'
import { checkReport } from '../../../server/src/rules/run'
import { compileType } from '../../../server/src/types/compile'
import { reportOf } from '../../support/check-rule'

const type = compileType({
  id: 'survey',
  name: 'Survey',
  recognise: { titles: ['Survey of care'] },
  scale: { line: 'Grade: {word}', grades: [{ word: 'good' }, { word: 'weak' }] },
  sections: [
    { id: 'findings', title: 'What we found' },
    {
      id: 'study',
      title: 'Case study',
      aliases: ['Practice study'],
      required: false,
      repeatable: true,
      prefix: true,
      anywhere: true,
    },
    {
      id: 'person',
      title: 'Person',
      grade: 'line',
      repeatable: true,
      prefix: true,
      sections: [{ id: 'needs', title: 'Needs' }],
    },
    { id: 'next', title: 'Next steps' },
  ],
})

const read = (text: string) => reportOf(`# Survey of care\n\n${text}`, { type })
const headings = (text: string) =>
  read(text).sections.map(
    ({ definition, heading, placement }) =>
      `${definition.id}: ${heading.title.text} (${placement})`,
  )
const rules = (text: string) =>
  checkReport(read(text)).map(({ rule, message }) => `${rule.id}: ${message}`)
const section = (heading: string, text = 'Visits are made when due.') =>
  `## ${heading}\n\n${text}\n\n`

describe('a section whose title is a beginning', () => {
  it('has the rest of the line as its heading too', () => {
    assert.deepEqual(
      headings(
        section('What we found') +
          section('Case study: a young carer') +
          section('Practice study 2') +
          section('Next steps'),
      ),
      [
        'findings: What we found (in-order)',
        'study: Case study: a young carer (in-order)',
        'study: Practice study 2 (in-order)',
        'next: Next steps (in-order)',
      ],
    )
  })

  it('needs no marks where a colon or dash follows', () => {
    const found = 'What we found\n\nVisits are made.\n\n'
    for (const line of [
      'Case study: a young carer',
      'Practice study – Monday',
      '**Case study one**',
      'Case study',
    ])
      assert.equal(headings(`${found}${line}\n\nThey are seen.\n`).length, 2, line)
  })

  it('is not a sentence that begins with the same words', () => {
    const found = 'What we found\n\nVisits are made.\n\n'
    for (const line of [
      'Case study work was seen in all areas',
      'Case study: in March all records were read.',
      'Case studies',
      'Persons who come',
    ])
      assert.equal(headings(`${found}${line}\n\nThey are seen.\n`).length, 1, line)
  })
})

describe('a section that may be repeated', () => {
  const person = (name: string, grade = 'good') =>
    `${section(`Person: ${name}`, `Grade: ${grade}\n\n${name} is seen often.`)}### Needs\n\nThey are met.\n\n`
  const right = `${section('What we found')}${person('Ada')}${person('Ben', 'weak')}${section('Next steps')}`

  it('is found neither twice nor out of order, nor is what is in it', () => {
    assert.deepEqual(
      read(right).sections.map(({ placement }) => placement),
      Array(6).fill('in-order'),
    )
    assert.deepEqual(rules(right), [])
  })

  it('is a judgement each time', () => {
    assert.deepEqual(
      read(right).judgements.map(({ title, grade }) => `${title}: ${grade?.word}`),
      ['Person: Ada: good', 'Person: Ben: weak'],
    )
  })

  it('may be anywhere only where the type says so', () => {
    const study = section('Case study: Cara')
    assert.deepEqual(rules(study + right + study), [])
    assert.deepEqual(
      rules(right + person('Cara')).map(finding => finding.replace(/:.*/, '')),
      ['misplaced-section'],
    )
  })

  it('may be all that is under a heading, which is then only to be looked at', () => {
    const text = `## What we found\n\n${section('Case study: Cara')}${person('Ada')}${section('Next steps')}`
    assert.deepEqual(
      checkReport(read(text)).map(({ rule, severity }) => [rule.id, severity]),
      [['empty-section', 'information']],
    )
  })

  it('can be checked by every rule', () => {
    const severities = Object.fromEntries(allRules.map(({ id }) => [id, 'hint' as const]))
    for (const finding of checkReport(read(right + person('Cara') + right), severities))
      finding.fixes?.()
  })
})
