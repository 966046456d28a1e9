/** Tidying covers, lists of people and titles. */

import assert from 'node:assert/strict'
import { type Tidied, tidy } from '../../../server/src/import/text/tidy'
import { parseReport } from '../../../server/src/report/parse'
import { clean } from '../../reports/samples'

/** The sample in the recommended form, as a draft. */
const draft = clean.replace('\nWestmarch\n', '\nWestmarch\n\nStatus: draft\n')

function shown({ changes }: Tidied, isDecided = true): readonly string[] {
  return changes
    .filter(({ decided, kind }) => decided === isDecided && kind !== 'status')
    .map(({ line, kind, message }) => `${line + 1} ${kind}: ${message}`)
}

describe('tidying a wrapped cover', () => {
  const cover = [
    'Royal Borough of Wexcombe upon',
    'Marsh Council',
    'Inspection of services for children in need of help and',
    'protection, children looked after and care leavers',
    'and',
    'Review of the effectiveness of the Local Safeguarding Children Board',
    'Inspection date: 2 June 2015 – 26 June 2015',
    'Report published: 7 August 2015',
    '',
    'Children’s services in the Royal Borough of Wexcombe upon',
    'Marsh are good',
    'Leaders know the children who live in the borough, and what they know helps them to',
    'plan the services that families need. Risks to children are found early and acted on.',
    '',
    '1. Children who need help and protection                              Good',
    '',
    '2. Children looked after and achieving permanence                     Good',
    '',
    '3. Leadership, management and governance                              Good',
    '',
  ]

  it('joins title, authority and the sentence that states the overall judgement', () => {
    const { text } = tidy(cover.join('\n'))
    assert.match(text, /^Royal Borough of Wexcombe upon Marsh Council\n/)
    assert.match(text, /\n# Inspection of services .* help and protection, .* care leavers\n/)
    assert.match(text, /\nand\n\nReview of the effectiveness/)
    assert.match(
      text,
      /\nChildren’s services in the Royal Borough of Wexcombe upon Marsh are good\n\nLeaders know/,
    )
    const overall = parseReport(text)?.judgements.find(({ title }) => /^overall/i.test(title))
    assert.equal(overall?.grade?.word, 'good')
  })
})

describe('tidying fields on neighbouring lines', () => {
  it('leaves each on its own, with or without a colon', () => {
    const cover = [
      'Inspection of looked after children',
      'services',
      'Westmarch Council',
      '',
      'Inspection dates:   Monday 24 June to Friday 28 June 2013',
      'Reporting inspector A Person HMI',
      'Age group:   All',
      'Published:   2 August 2013',
    ]
    const { text } = tidy(`${cover.join('\n')}\n\nContents\n\nAbout this inspection 2\n`)
    assert.match(text, /June 2013\n+Reporting inspector:? A Person HMI\n+Age group: All\n/)
  })
})

describe('tidying lists of people', () => {
  const tidied = (lines: readonly string[]) => tidy(lines.join('\n'), { isPart: true }).text
  const letter = [
    'We write to tell you what we saw in the harbour of Westmarch in the second week of',
    'June, and what we should like you to do about it before the next year is out. There',
    'is more about it in the pages that follow, and in the book that the office keeps.',
    '',
  ]

  it('keeps a line for each, and joins the lines of one who takes two', () => {
    const people = [
      'Eleanor Thripp, Director of Children’s Services, Westmarch County Council Office',
      'Osric van Dale QPM, Chief Constable of the Westmarch and Marshes Constabulary and',
      'Harbour Police',
      'Dr Mabel Quillfeather, Accountable Officer, Westmarch Clinical Commissioning',
      'Group',
      'Ida Holt (Chair)',
      '',
    ]
    assert.equal(
      tidied([...people, ...letter]).split('\n\nWe write')[0],
      [
        'Eleanor Thripp, Director of Children’s Services, Westmarch County Council Office',
        'Osric van Dale QPM, Chief Constable of the Westmarch and Marshes Constabulary and Harbour Police',
        'Dr Mabel Quillfeather, Accountable Officer, Westmarch Clinical Commissioning Group',
        'Ida Holt (Chair)',
      ].join('\n\n'),
    )
  })

  it('leaves the salutation of a letter without blank lines by itself, after a long line', () => {
    const lines = [
      '18 December 2019',
      'Eleanor Thripp, Director of Children’s Services, Westmarch County Council Office',
      'Ida Holt, Head of Youth and Community Services, Westmarch County Council Office',
      'Dear local partnership',
      'Joint targeted area inspection of the multi-agency response to domestic abuse',
      'in Westmarch',
      'Between 14 and 18 October 2019, inspectors were in the harbour of Westmarch, and they',
      'have read the books of all its offices, which the people there keep with much care.',
      'There is more about it in the pages that follow, and in the book that the office has',
      'kept since it was opened by the harbour company in the year of the great flood there.',
      'Key strengths',
      '- The harbour is open.',
    ]
    const { text } = tidy(lines.join('\n'))
    assert.equal(parseReport(text)?.type.id, 'ofsted-jtai')
    assert.match(
      text,
      /Office\n\nDear local partnership\n\n# Joint targeted area .* in Westmarch\n/,
    )
  })

  it('joins a sentence whose lines begin with names', () => {
    const { length } = tidied([
      ...letter,
      'Westmarch Harbour Office, the harbour company and the police meet on each Tuesday in',
      'Wexcombe Town Hall, where they read the book together and write down what they see.',
    ])
      .trim()
      .split('\n\n')
    assert.equal(length, 2)
  })
})

describe('tidying titles', () => {
  it('makes a heading of a line that the contents name', () => {
    const text = draft
      .replace('| Service information |', '| What the harbour does | 3 |\n| Service information |')
      .replace('## Service information\n', 'What the harbour does\n\nIt keeps a book.\n\n$&')
    const tidied = tidy(text)
    assert.match(tidied.text, /\n\n## What the harbour does\n\nIt keeps a book\.\n/)
    assert.match(
      shown(tidied).join(),
      /heading: Turned a line that is listed in the contents into a heading/,
    )
    assert.equal(tidy(tidied.text).text, tidied.text)
  })

  it('lists the number of a footnote after a title', () => {
    const tidied = tidy(draft.replace('## Service information\n', '## Service information2\n'))
    assert.match(
      shown(tidied, false).join(),
      /footnote: The 2 after this title is the number of a footnote/,
    )
  })
})
