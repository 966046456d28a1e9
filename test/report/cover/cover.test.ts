import assert from 'node:assert/strict'
import { readCover, statusOf } from '../../../server/src/report/cover/cover'
import type { Cover } from '../../../server/src/report/model'
import { LineIndex } from '../../../server/src/text/lines'
import { builtInTypes } from '../../../server/src/types/built-in'
import type { ReportType } from '../../../server/src/types/report-type'

const title = 'Inspection of safeguarding and looked after children services'

function coverOf(text: string): Cover {
  const type = builtInTypes()[0] as ReportType
  return readCover(text, new LineIndex(text), { start: 0, end: text.length }, type)
}

/** Each field as `id: value`, with what its dates were read as. */
function fieldsOf(text: string): readonly string[] {
  const cover = coverOf(text)
  for (const { label, value } of cover.fields) {
    assert.equal(text.slice(label.start, label.end), label.text)
    assert.equal(text.slice(value.start, value.end), value.text)
  }
  return cover.fields.map(({ id, value, dates }) => {
    const range =
      dates === undefined
        ? ''
        : ` = ${dates.from}${dates.to === dates.from ? '' : ` to ${dates.to}`}`
    return `${id}: ${value.text}${range}`
  })
}

const all = [
  'inspection-dates: 7 – 18 March 2011 = 2011-03-07 to 2011-03-18',
  'inspector: Ann Example HMI',
  'age-group: All',
  'published: 6 May 2011 = 2011-05-06',
  'copyright: 2011 = 2011-01-01 to 2011-12-31',
]

describe('cover', () => {
  for (const [form, text] of [
    [
      'one field a line',
      `${title}\n\nWestmarch\n\nInspection dates: 7 – 18 March 2011\n\nReporting inspector: Ann Example HMI\n\nAge group: All\n\nPublished: 6 May 2011\n\n© Crown copyright 2011\n\nWebsite: www.example.org\n`,
    ],
    [
      'fields glued together',
      `${title} Westmarch\n\nInspection dates:7 – 18 March 2011Reporting inspectorAnn Example HMI\n\nAge group:AllPublished:6 May 2011\n\n© Crown copyright 2011\n`,
    ],
    [
      'two fields on a line',
      `${title}\nWestmarch\nInspection dates: 7 – 18 March 2011 Reporting inspector: Ann Example HMI\nAge group: All Published: 6 May 2011 © Crown copyright 2011\n`,
    ],
    [
      'no colons and wide gaps',
      `Westmarch County Council\n${title}\n\nInspection dates   7 – 18 March 2011\nReporting inspector Ann Example HMI\nAge group\tAll\nPublished          6 May 2011\nCrown copyright 2011.\n`,
    ],
    [
      'bold labels',
      `# ${title}\n\n**Westmarch**\n\n**Inspection dates:** 7 – 18 March 2011  \n**Reporting inspector**: Ann Example HMI\\\n**Age group:** All\n- **Published:** *6 May 2011*\n**© Crown copyright** 2011\n`,
    ],
    [
      'bold glued fields',
      `${title}\n\n**Inspection dates:**7 – 18 March 2011**Reporting inspector**Ann Example HMI\n\n**Age group:**All**Published:**6 May 2011\n\n© Crown copyright 2011\n`,
    ],
    [
      'a table',
      `${title}\n\n| Inspection dates | 7 – 18 March 2011 |\n|---|---|\n| Reporting inspector | Ann Example HMI |\n| **Age group** | All |\n| Published | 6 May 2011 |\n| © Crown copyright | 2011 |\n`,
    ],
    [
      'values on the next line',
      `${title}\n\nInspection dates:\n7 – 18 March 2011\n\nReporting inspector\nAnn Example HMI\n\nAge group:\nAll\n\nPublished:\n\n6 May 2011\n\n© Crown copyright\n2011\n`,
    ],
    [
      'fields between rules at the top',
      `---\ninspection-dates: 7 – 18 March 2011\nreporting inspector: "Ann Example HMI"\nage-group: All\nPublished: 6 May 2011\ncopyright: '2011'\n---\n\n${title}\n`,
    ],
    [
      'Windows line ends',
      `${title}\r\nInspection dates: 7 – 18 March 2011\r\nReporting inspector: Ann Example HMI\r\nAge group: All\r\nPublished: 6 May 2011\r\n© Crown\u00a0copyright 2011\r\n`,
    ],
  ] as const) {
    it(`reads ${form}`, () => assert.deepEqual(fieldsOf(text), all))
  }

  it('reads a range of dates that is wrapped', () => {
    assert.deepEqual(
      fieldsOf('Inspection dates: 29 November 2010 to\n10 December 2010\nAge group: All\n'),
      [
        'inspection-dates: 29 November 2010 to\n10 December 2010 = 2010-11-29 to 2010-12-10',
        'age-group: All',
      ],
    )
  })

  it('completes a range without a year from the publication', () => {
    assert.deepEqual(fieldsOf('Inspection dates 13-24 September\nPublished 22 October 2010\n'), [
      'inspection-dates: 13-24 September = 2010-09-13 to 2010-09-24',
      'published: 22 October 2010 = 2010-10-22',
    ])
    assert.deepEqual(
      fieldsOf('Inspection dates 13-24 September\n© Crown copyright 2010\n')[0],
      'inspection-dates: 13-24 September = 2010-09-13 to 2010-09-24',
    )
    assert.deepEqual(fieldsOf('Inspection dates 13-24 September\n'), [
      'inspection-dates: 13-24 September',
    ])
  })

  it('keeps empty fields and those still to be written', () => {
    assert.deepEqual(
      fieldsOf(
        'Inspection dates:\nReporting inspector:\n\nAge group: All\nPublished: [TBC]\nWebsite: www.example.org\n',
      ),
      ['inspection-dates: ', 'inspector: ', 'age-group: All', 'published: [TBC]'],
    )
  })

  it('leaves sentences alone that begin with a label', () => {
    for (const text of [
      'Published data show that attendance is good.\n',
      'Age group profiles are available.\n',
      'Crown copyright material is reproduced with permission.\n',
      'Reporting inspector names are given at the end of every report that the inspectorate has written since the autumn.\n',
      'The source and date of publication are stated. Published by the inspectorate.\n',
      'Status quo arrangements continue.\n',
      'Report of the director\n',
      '<!-- Published: 6 May 2011 -->\n',
      '<!--\nPublished: 6 May 2011\n-->\n',
    ])
      assert.deepEqual(fieldsOf(text), [], text)
  })

  describe('authority', () => {
    for (const [place, text] of [
      ['behind the title', `${title} Westmarch\n`],
      ['behind the title with a dash', `# ${title} – **Westmarch**\n`],
      ['behind the title with "in"', `${title} in Westmarch\n`],
      ['on the line after the title', `${title}\n\nWestmarch\n\nAge group: All\n`],
      [
        'after a wrapped title',
        'Inspection of safeguarding and looked\nafter children services\n**Westmarch**\n',
      ],
      ['on the line before the title', `Westmarch\n\n${title}\nAge group: All\n`],
      ['between rules at the top', `---\nauthority: Westmarch\n---\n${title}\n`],
    ] as const) {
      it(`is read ${place}`, () => assert.equal(coverOf(text).authority?.text, 'Westmarch'))
    }

    it('is undefined where the cover does not give it', () => {
      for (const text of [
        `${title}\n\nAge group: All\n`,
        `${title}\n\n[authority]\n`,
        `${title}\n\nWebsite: www.example.org\n`,
        `${title}\n`,
        `---\nstatus: draft\n---\n${title}\n`,
        'Westmarch\n',
        '',
      ])
        assert.equal(coverOf(text).authority, undefined, text)
    })
  })

  describe('status', () => {
    for (const [text, status] of [
      [`---\nstatus: draft\n---\n${title}\n`, 'draft'],
      [`${title}\n\nStatus: draft\n`, 'draft'],
      [`${title}\n\n**Status:** Draft\n`, 'draft'],
      [`${title}\n\n**Status:** Draft 3\n`, 'draft'],
      [`${title}\n\n**Status:** Drafted by all\n`, 'finished'],
      [`${title}\n\nStatus: finished\n`, 'finished'],
      [`${title}\n\nStatus draft\n`, 'finished'],
      [`${title}\n`, 'finished'],
    ] as const) {
      it(`is ${status} in ${JSON.stringify(text.replace(title, '…'))}`, () =>
        assert.equal(statusOf(coverOf(text)), status))
    }
  })

  it('says where a field may be put', () => {
    const at = (text: string) => text.slice(0, coverOf(text).insertAt)
    assert.equal(at(`${title}\n\nAge group: All\n\nWebsite: …\n`), `${title}\n\nAge group: All\n`)
    assert.equal(at(`${title}\n\nWestmarch\n\nWebsite: …\n`), `${title}\n\nWestmarch\n`)
    assert.equal(at(`${title}\n\n`), `${title}\n`)
    assert.equal(at(`---\nage-group: All\n---\n${title}\n`), '---\nage-group: All\n')
    assert.equal(at(`---\nstatus: draft\n---\n`), '---\nstatus: draft\n---\n')
  })
})
