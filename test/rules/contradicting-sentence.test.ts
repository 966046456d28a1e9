import { builtInTypes } from '../../server/src/types/built-in'
import type { ReportType } from '../../server/src/types/report-type'
import { checkFix, checkRule } from '../support/check-rule'
import { changed, homeReport } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }
const ilacs = { type: builtInTypes().findLast(({ id }) => id === 'ofsted-ilacs') as ReportType }
const single = {
  type: builtInTypes().findLast(({ id }) => id === 'ofsted-single-inspection') as ReportType,
}

/** A report with a summary before its sections. */
const withSummary = (
  summary: string,
) => `# Inspection of Westmoor local authority children's services

Inspection dates: 5 to 16 October 2026

Lead inspector: Nora Sample, His Majesty's Inspector

| Judgement | Grade |
| --- | --- |
| The impact of leaders on social work practice with children and families | Good |
| The experiences and progress of children who need help and protection | Good |
| The experiences and progress of children in care | Good |
| The experiences and progress of care leavers | Good |

${summary}

## What needs to improve?

- The quality of plans.

## The experiences and progress of children who need help and protection: good

1. Children are found early.

## The experiences and progress of children in care: good

2. Children live in homes.

## The experiences and progress of care leavers: good

3. Care leavers have plans.

## The impact of leaders on social work practice with children and families: good

4. Leaders know their services.
`

const message = (said: string, title: string, grade: string) =>
  `contradicting-sentence (fix): This sentence says "${said}", but "${title}" is "${grade}". Change one of them.`

describe('contradicting-sentence', () => {
  it('reads what the inspectors themselves are said to find', () => {
    for (const lead of [
      'Inspectors judge that the',
      'Inspectors judged that the',
      'Inspectors found that the',
      'We find that the',
      'We concluded that the',
      'As a result, inspectors consider that the',
    ]) {
      const sentence = `${lead} experiences and progress of children in care are inadequate.`
      const column = sentence.indexOf('inadequate')
      checkRule(
        'contradicting-sentence',
        withSummary(
          `${sentence}\n${' '.repeat(column)}^^^^^^^^^^ ${message('inadequate', 'The experiences and progress of children in care', 'good')}`,
        ),
        ilacs,
      )
    }
    for (const lead of [
      'Parents say that the',
      'Leaders judge that the',
      'Inspectors doubt that the',
    ])
      checkRule(
        'contradicting-sentence',
        withSummary(`${lead} experiences and progress of children in care are inadequate.`),
        ilacs,
      )
  })

  it('is silent where all sentences agree', () => {
    checkRule('contradicting-sentence', homeReport, options)
    checkRule(
      'contradicting-sentence',
      withSummary('The experiences and progress of children in care are good.'),
      ilacs,
    )
  })

  it('finds a plain statement in a summary, in any of its forms', () => {
    const inCare = 'The experiences and progress of children in care'
    for (const [sentence, said, title] of [
      [
        'Much is done. The experiences and progress of children in care are outstanding.',
        'outstanding',
        inCare,
      ],
      ['Services for children in care are inadequate.', 'inadequate', inCare],
      ['Overall, services for children in care are now inadequate.', 'inadequate', inCare],
      ['The quality of services for children in care is inadequate.', 'inadequate', inCare],
      [
        'Services for care leavers remain inadequate, and progress is needed.',
        'inadequate',
        'The experiences and progress of care leavers',
      ],
      ['Services for children in care are judged to be inadequate.', 'inadequate', inCare],
      ['Services for children in care are **inadequate**.', 'inadequate', inCare],
      ['Services for children in care are inadequate[^1].', 'inadequate', inCare],
      ['Much has changed. Services for children in care are inadequate.', 'inadequate', inCare],
    ] as const) {
      const line = `${sentence}\n${' '.repeat(sentence.indexOf(said))}${'^'.repeat(said.length)} ${message(said, title, 'good')}`
      checkRule('contradicting-sentence', withSummary(line), ilacs)
    }
  })

  it('finds one that is alone in its paragraph, like a heading', () => {
    const sentence = 'The experiences and progress of children in care are outstanding.'
    checkRule(
      'contradicting-sentence',
      withSummary(
        `${sentence}\n${' '.repeat(sentence.indexOf('outstanding'))}^^^^^^^^^^^ ${message('outstanding', 'The experiences and progress of children in care', 'good')}`,
      ),
      ilacs,
    )
    checkRule('duplicate-section', withSummary(sentence), ilacs)
  })

  it('finds one that is wrapped', () => {
    checkRule(
      'contradicting-sentence',
      withSummary(`Much is done. The experiences and progress of children in care are
outstanding.
^^^^^^^^^^^ ${message('outstanding', 'The experiences and progress of children in care', 'good')}`),
      ilacs,
    )
  })

  it('finds one in a later sentence of the section and in another section', () => {
    checkRule(
      'contradicting-sentence',
      changed(
        'Children read a lot.\n',
        `Children read a lot. Learning is inadequate.
                                                      ^^^^^^^^^^ ${message('inadequate', 'Learning', 'good')}
`,
      ),
      options,
    )
  })

  it('goes by what most places say where one differs', () => {
    const text = withSummary(
      `Services for children in care are inadequate.
                                  ^^^^^^^^^^ ${message('inadequate', 'The experiences and progress of children in care', 'good')}`,
    ).replace('2. Children live', '2. Services for children in care are outstanding. Children live')
    checkRule('contradicting-sentence', text, ilacs)
  })

  it('leaves it to the row and the section where they differ and the sentence agrees with one', () => {
    const text = withSummary('Services for children in care are inadequate.')
    const row = '| The experiences and progress of children in care | Good |'
    checkRule('contradicting-sentence', text.replace(row, row.replace('Good', 'Inadequate')), ilacs)
    const heading = 'children in care: good'
    checkRule(
      'contradicting-sentence',
      text.replace(heading, heading.replace('good', 'inadequate')),
      ilacs,
    )
  })

  it('is silent about anything that is not a plain statement about one judgement', () => {
    for (const sentence of [
      'Services for children in care were inadequate.',
      'Services for children in care are not outstanding.',
      'Services for children in care are inadequate or worse.',
      'Services for children in care are outstanding at listening.',
      'Services for some children in care are inadequate.',
      'Services for children in care are good, and plans are inadequate.',
      'Services for children in care in two homes are inadequate.',
      'Services for younger children in care are outstanding.',
      'At the last inspection, services for children in care are said to be inadequate.',
      'Services for children in care are judged inadequate by Ofsted.',
      'If services for children in care are inadequate, leaders are told.',
      'Leaders think that services for children in care are outstanding.',
      'One child said, “Services for children in care are outstanding.”',
      'Are services for children in care inadequate?',
      'Services for children in care are outstanding when they are needed.',
      'Services for children in care are outstanding compared with those of 2022.',
      'Services for children in care are outstanding, but not for all.',
      'Health services for children in care are inadequate.',
      'Children in care and their carers are outstanding.',
      'Services for children in care are becoming outstanding.',
      'Services for children in care are nearly outstanding.',
      'Services for children in care have outstanding staff.',
      'Some say that services are outstanding.',
      'Services for children in care, and those for care leavers, are inadequate.',
      'Outstanding services for children in care are rare.',
    ])
      checkRule('contradicting-sentence', withSummary(sentence), ilacs)
  })

  it('is silent about recommendations and about what the grades mean', () => {
    const text = withSummary('All is well.').replace(
      '- The quality of plans.',
      '- Services for children in care are inadequate.',
    )
    checkRule('contradicting-sentence', text, ilacs)
    checkRule(
      'contradicting-sentence',
      `Westmarch

Inspection of services for children in need of help and protection, children looked after and care leavers

Inspection date: 3 March 2017

1. Children who need help and protection    Good

What the inspection judgements mean

Services for care leavers are inadequate.
`,
      single,
    )
  })

  it('writes the grade of the other places', () => {
    checkFix(
      'contradicting-sentence',
      withSummary('Services for children in care require improvement to be good.'),
      'Change the sentence to "good"',
      withSummary('Services for children in care are good.'),
      ilacs,
    )
  })
})
