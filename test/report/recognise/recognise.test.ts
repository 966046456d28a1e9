import assert from 'node:assert/strict'
import { tidy } from '../../../server/src/import/text/tidy'
import { parseReport } from '../../../server/src/report/parse'
import { recognise } from '../../../server/src/report/recognise/recognise'
import { builtInCatalogue } from '../../../server/src/types/built-in'
import { catalogueOf } from '../../../server/src/types/catalogue'
import type { TypeSource } from '../../../server/src/types/source'
import { clean } from '../../reports/samples'
import { growthOf } from '../../support/doubling'
import { itTimed } from '../../support/tier'

const typeOf = (text: string) => parseReport(text)?.type.id

describe('a report is recognised', () => {
  it('by its title and a cover field', () => {
    assert.equal(
      typeOf(
        'Inspection of safeguarding and looked after children services\n\nWestmarch\n\nPublished: 6 May 2011\n',
      ),
      'ofsted-slac',
    )
  })

  it('by a title wrapped over two lines, after a byte-order mark, with other capitals', () => {
    assert.equal(
      typeOf(
        '\uFEFF# INSPECTION OF SAFEGUARDING AND\nlooked after children services\n\nAge group: All\n',
      ),
      'ofsted-slac',
    )
  })

  it('without its title by all its parts and the summary table', () => {
    assert.equal(
      typeOf(
        'Safeguarding services\n\nText.\n\nServices for looked after children\n\nRecord of main findings:\n',
      ),
      'ofsted-slac',
    )
  })

  it('by what its first lines say', () => {
    assert.equal(typeOf('---\nreport: ofsted-slac\nstatus: draft\n---\n\nText.\n'), 'ofsted-slac')
  })
})

describe('a report is not recognised in', () => {
  it('an empty text', () => assert.equal(typeOf(''), undefined))

  it('a text that mentions the title in a sentence', () => {
    assert.equal(
      typeOf(
        'The council had an Inspection of safeguarding and looked after children services.\nPublished: 6 May 2011\n',
      ),
      undefined,
    )
  })

  it('a text with the title at the start of a line of a wrapped sentence', () => {
    const title = 'inspection of safeguarding and looked after children services'
    const field = '\n\nPublished: 6 May 2011\n'
    assert.equal(
      typeOf(
        `The council looked forward to what was to be its second announced\n${title} and${field}`,
      ),
      undefined,
    )
    assert.equal(typeOf(`Inspection ${title.slice(11)} was held in May.${field}`), undefined)
  })
  const others: Record<string, string> = {
    'a press note':
      'Inspection of safeguarding and looked after children services in Westmarch\n\nThe services are good. Published on our web site is the letter to staff.\n\nOverall effectiveness\n\nThe leader is pleased.\n',
    'a plan of action':
      '# Inspection of safeguarding and looked after children services: action plan\n\n| Age group panels | JD |\n',
    minutes:
      'Inspection of safeguarding and looked after children services – the chair said the report had been Published.\n',
    'a paper about the report':
      'INSPECTION OF SAFEGUARDING AND LOOKED AFTER CHILDREN SERVICES\n\n1. The report was Published on 1 May.\n',
    'news about a report':
      "# In the news\n\nInspection of Westmarch children's services, published on Tuesday, found weaknesses.\n\n## What needs to improve\n\n- A director.\n",
    'mail about a visit':
      "Dear colleagues\n\nFocused visit to Westmarch County Council children's services\n\nInspectors will come next week.\n\nFindings\n\nNone yet.\n",
    'a guide with an example':
      '# Writing a report\n\n```text\n# Inspection of safeguarding and looked after children services\n\nInspection dates: 5–16 September 2011\n```\n',
  }
  for (const [what, text] of Object.entries(others))
    it(what, () => assert.equal(typeOf(text), undefined))

  it('a letter about a monitoring visit, of which no headings are known', () => {
    for (const subject of [
      'Monitoring visit of Westmarch local authority children’s services',
      'Monitoring visit to Westmarch children’s services',
      'Second monitoring visit to Westmarch',
    ]) {
      const letter = `14 March 2019

Dear Ms Thripp

${subject}

This letter summarises the findings of the monitoring visit to Westmarch children’s
services on 12 February 2019. It was the second since the authority was judged in the
Inspection of local authority children’s services
in 2018. Inspectors have seen that much was done by all offices after the
Focused visit to Westmarch children’s services
much was done.

Overview

There are no priority actions.

Findings

The experiences and progress of children in care are better.

What needs to improve

- The records.
`
      assert.equal(typeOf(letter), undefined)
      assert.equal(typeOf(tidy(letter).text), undefined)
    }
  })

  it('a list of titles', () => {
    assert.equal(
      typeOf(
        '# Reading list\n\nInspection of safeguarding and looked after children services\n\nAnother book\n',
      ),
      undefined,
    )
  })
})

const services: TypeSource = {
  id: 'services',
  name: 'Services',
  recognise: {
    titles: ["Inspection of {authority} children's services", 'Inspection of services'],
  },
  cover: {
    fields: [
      { id: 'dates', labels: ['Inspection dates'], kind: 'dates' },
      { id: 'published', labels: ['Published'], kind: 'date' },
    ],
  },
  sections: [{ id: 'findings', title: 'Findings' }],
  editions: [
    { name: 'first' },
    { name: 'from 2023', valid: { from: '2023-01-01' } },
    { name: 'from 2026', valid: { from: '2026-04-01' } },
  ],
}
const letter: TypeSource = {
  id: 'letter',
  name: 'Letter',
  letter: true,
  recognise: {
    titles: ['Inspection of services', 'Visit to {authority}'],
    with: ['Dear {authority}'],
  },
}
const later: TypeSource = {
  id: 'later',
  name: 'Later services',
  valid: { from: '2030-01-01' },
  recognise: { titles: ["Inspection of {authority} children's services"] },
  cover: { fields: [{ id: 'dates', labels: ['Inspection dates'], kind: 'dates' }] },
}
const catalogue = catalogueOf([letter, services, later])

function seen(text: string, options: Parameters<typeof recognise>[2] = undefined) {
  const found = recognise(text, catalogue, options)
  return found && [found.type.id, found.type.edition, found.why]
}

describe('a title with the name of an authority', () => {
  const nameIn = (text: string) => recognise(text, catalogue)?.authority?.text

  it('gives the name, of several words, also wrapped, with either apostrophe', () => {
    const field = '\nInspection dates: 1 May 2024\n'
    assert.equal(nameIn(`Inspection of Westmarch children's services${field}`), 'Westmarch')
    assert.equal(
      nameIn(`## Inspection of Kings Ferry & the Isles\ncouncil children’s services${field}`),
      'Kings Ferry & the Isles\ncouncil',
    )
    assert.equal(nameIn(`Visit to Upper Westmarch\n\nDear colleague\n`), 'Upper Westmarch')
  })

  it('is not one where the name would be longer than eight words, or has a colon', () => {
    const field = '\nInspection dates: 1 May 2024\n'
    assert.equal(
      seen(
        `Inspection of one two three four five six seven eight nine children's services${field}`,
      ),
      undefined,
    )
    assert.equal(seen(`Inspection of Westmarch: children's services${field}`), undefined)
  })

  itTimed('takes time in proportion to a text that nearly fits', () => {
    const text = (times: number) =>
      `${'Inspection of the '.repeat(times)}\n${'Inspection of\n'.repeat(times)}`
    assert.equal(seen(text(300)), undefined)
    const growth = growthOf(times => () => seen(text(times)), { from: 100, to: 1_600 })
    assert.ok(growth.isLinear, growth.shown)
  })
})

describe('of several types that fit', () => {
  it('the one whose title spells out most is taken', () => {
    assert.deepEqual(
      seen("Inspection of services children's services\nInspection dates: 1 May 2024\n")?.[0],
      'services',
    )
  })

  it('one that asks for a line beside its title is taken only with it', () => {
    assert.equal(seen('Inspection of services\n\nPublished: 1 May 2011\n')?.[0], 'services')
    assert.equal(seen('Inspection of services\n\nDear Ms Lane\n')?.[0], 'letter')
  })

  it('the one in force on the day of the inspection is taken', () => {
    const on = (day: string) =>
      seen(`Inspection of Westmarch children's services\n\nInspection dates: ${day}\n`)?.[0]
    assert.equal(on('3 to 7 June 2024'), 'services')
    assert.equal(on('3 to 7 June 2019'), 'services')
  })
})

describe('of several editions', () => {
  const report = (dates: string) =>
    `Inspection of Westmarch children's services\n\n${dates}\n\nFindings\n\nText.\n`

  it('the one in force on the first day of the inspection is taken', () => {
    assert.deepEqual(seen(report('Inspection dates: 12 to 23 December 2022')), [
      'services',
      'first',
      'title and date',
    ])
    assert.equal(seen(report('Inspection dates: 30 March 2026 to 3 April 2026'))?.[1], 'from 2023')
    assert.equal(seen(report('**Inspection dates** 12/04/2026'))?.[1], 'from 2026')
  })

  it('the day of publication stands in for it', () => {
    assert.equal(seen(report('Published: 6 May 2024'))?.[1], 'from 2023')
  })

  it('a line that is a date stands in for both, as in a letter', () => {
    assert.equal(seen(`6 May 2024\n\n${report('')}`)?.[1], 'from 2023')
  })

  it('the latest is taken where there is no date', () => {
    assert.deepEqual(seen(report('')), ['services', 'from 2026', 'title'])
    assert.equal(seen(report('Inspection dates: [dates]'))?.[1], 'from 2026')
  })
})

describe('a type that was chosen', () => {
  const text = 'Inspection of services\n\nPublished: 1 May 2011\n'

  it('by a command takes precedence over everything', () => {
    const choice = { id: 'letter', by: 'command' } as const
    assert.deepEqual(seen(text, choice), ['letter', undefined, 'user'])
    assert.equal(seen(`---\nreport: services\n---\n${text}`, choice)?.[0], 'letter')
    assert.equal(seen('Any text.', choice)?.[0], 'letter')
  })

  it('by the settings takes precedence over the title, but not over what the first lines say', () => {
    const choice = { id: 'letter', by: 'settings' } as const
    assert.deepEqual(seen(text, choice), ['letter', undefined, 'settings'])
    assert.deepEqual(seen(`---\nreport: services\n---\n${text}`, choice), [
      'services',
      'first',
      'first lines and date',
    ])
  })

  it('and does not exist changes nothing', () => {
    assert.equal(seen(text, { id: 'nothing', by: 'command' })?.[0], 'services')
    assert.equal(seen(`---\nreport: nothing\n---\n\n${text}`)?.[0], 'services')
  })
})

describe('a text that is not a report', () => {
  itTimed('costs no more than in proportion to its length', () => {
    const text = (times: number) =>
      'Minutes of the meeting of the Westmarch board, which went on.\n'.repeat(times)
    assert.equal(recognise(text(20_000), builtInCatalogue()), undefined)
    const growth = growthOf(
      times => {
        const minutes = text(times)
        return () => recognise(minutes, builtInCatalogue())
      },
      { from: 1_250, to: 20_000 },
    )
    assert.ok(growth.isLinear, growth.shown)
  })
})

describe('the authority', () => {
  const inspected = (title: string) =>
    parseReport(
      `${title}\n\nInspection dates: 10 to 14 June 2024\n\nLead inspector: A Person\n`,
    )?.cover.authority?.text.replace(/\s+/g, ' ')
  const names = [
    'Westmarch Borough Council',
    'the Royal Borough of Westmarch and Eastmarch',
    'City of Westmarch',
    'Westmarch, City of',
    'Westmarch (County of)',
    'Isles of Westmarch',
    'Eastmarch, Northmarch and Westmarch',
    'West & East March',
    'Westmarch upon Aune',
    'Westmarch-on-Sea',
    'St. Aune’s',
    'King’s Westmarch',
  ]
  for (const name of names)
    it(`may be ${name}`, () => {
      assert.equal(inspected(`Inspection of ${name} local authority children’s services`), name)
      assert.equal(inspected(`Inspection of ${name}\nlocal authority children's services`), name)
      const first = name.charAt(0).toUpperCase() + name.slice(1)
      assert.equal(inspected(`${first}\nInspection of children’s social care services`), first)
    })

  const visited = (subject: string) => {
    const report = parseReport(
      `30 May 2024\n\nDear partnership\n\n${subject}\n\nHeadline findings\n`,
    )
    assert.equal(report?.type.id, 'ofsted-jtai')
    return report?.cover.authority?.text
  }
  const joint = 'Joint targeted area inspection'
  const response = `${joint} of the multi-agency response to`

  it('is after the theme of a joint inspection, whatever that is', () => {
    assert.equal(visited(`${joint} of Westmarch`), 'Westmarch')
    assert.equal(visited(`${response} serious youth violence in Westmarch`), 'Westmarch')
    assert.equal(
      visited(`${response} the criminal\nexploitation of children in Westmarch`),
      'Westmarch',
    )
    assert.equal(visited(`${response} online harm in Westmarch`), 'Westmarch')
    assert.equal(visited(`RE: ${joint} of Westmarch`), 'Westmarch')
    assert.equal(visited(`${response}\nharm that nobody has named so far in Westmarch`), undefined)
    const long = 'harm online, children who are missing from home, care or school and gangs'
    assert.equal(visited(`${response} ${long} in Westmarch`), undefined)
    assert.equal(visited(`${response}\n${long} in\nWestmarch`), undefined)
  })

  it('is in the subject line of a letter, not near it', () => {
    const text = `${response} domestic abuse in Westmarch\n\nBetween 3 and 7 June inspectors read files`
    assert.equal(visited(text), 'Westmarch')
  })

  it('is in a subject line below a long line of addressees', () => {
    const text = `${'A Person, Chair of the Safeguarding Children Partnership'.padEnd(70, '.')}A\n`
    assert.equal(visited(`${text}${joint} of Westmarch`), 'Westmarch')
  })

  it('does not end in a field of the cover', () => {
    for (const gap of ['\n', '\n\n']) {
      const paper = `# Cabinet${gap}Report title: Our inspection\n\nCabinet report\n\nRecommendation\n`
      const choice = { id: 'council-cabinet-report', by: 'command' } as const
      for (const options of [{}, { choice }])
        assert.equal(parseReport(paper, options)?.title.text, 'Cabinet report')
    }
    const wrapped = '# Cabinet\nreport\n\nRecommendation\n'
    assert.equal(parseReport(wrapped)?.title.text, 'Cabinet\nreport')
  })

  it('is not a title of a paper', () => {
    const paper =
      'CABINET – 15 MARCH 2011\nINSPECTION OF WESTMARCH\nSERVICES 2010\nReport by the Director\n'
    assert.equal(parseReport(paper)?.type.id, 'council-cabinet-report')
    assert.equal(parseReport(paper)?.cover.authority, undefined)
  })

  it('takes the type that was in use on the day, of related ones whose headings fit', () => {
    const untitled = clean.replace(/^# .*\n/, '')
    assert.notEqual(untitled, clean)
    const typeOf = (text: string) => recognise(text, builtInCatalogue())?.type.id
    assert.equal(typeOf(untitled), 'ofsted-slac')
    assert.equal(typeOf(untitled.replace(/^#+ /gm, '')), 'ofsted-slac')
    assert.equal(typeOf(untitled.replace(/^#+ (.*)$/gm, '# $1')), 'ofsted-slac')
  })
})
