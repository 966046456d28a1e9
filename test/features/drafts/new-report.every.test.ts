import assert from 'node:assert/strict'
import { exportReport } from '../../../server/src/export/export'
import { previewOf } from '../../../server/src/export/preview'
import { changeStatus } from '../../../server/src/features/drafts/draft-status'
import {
  checkValue,
  type NewReportValues,
  newReport,
  newReportTypes,
} from '../../../server/src/features/drafts/new-report'
import { importFile } from '../../../server/src/import/import'
import type { Report } from '../../../server/src/report/model'
import { parseReport } from '../../../server/src/report/parse'
import { checkReport } from '../../../server/src/rules/run'
import { applyEdits } from '../../../server/src/text/edits'
import { builtInCatalogue } from '../../../server/src/types/built-in'
import { catalogueOf, type KnownType } from '../../../server/src/types/catalogue'
import { coverOf, filled, rightFor, stopsOf } from '../../support/new-drafts'

const catalogue = builtInCatalogue()

function known(id: string): KnownType {
  const type = catalogue.find(id)
  assert.ok(type !== undefined)
  return type
}

function read(text: string): Report {
  const report = parseReport(text)
  assert.ok(report !== undefined, text.slice(0, 200))
  return report
}

/** What is found at warning or above, each with its rule. */
function alarms(report: Report): readonly string[] {
  return checkReport(report)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, message }) => `${rule.id}: ${message}`)
}

/** All that is found, each with its rule. */
function problems(report: Report): readonly string[] {
  return checkReport(report).map(({ rule, message }) => `${rule.id}: ${message}`)
}

describe('a new report', () => {
  for (const type of catalogue.types)
    for (const { source } of type.editions) {
      const name = [type.id, ...(source.edition === undefined ? [] : [source.edition])].join(', ')
      const values = coverOf(source.valid?.from)

      it(`starts calm: ${name}`, () => {
        const empty = read(newReport(catalogue, type, {}).plain)
        assert.equal(empty.type.id, type.id)
        assert.equal(empty.status, 'draft')
        assert.deepEqual(alarms(empty), [])

        const begun = read(newReport(catalogue, type, values).plain)
        assert.equal(begun.type.id, type.id)
        assert.equal(begun.type.edition, source.edition)
        assert.equal(begun.cover.authority?.text, 'Westmarch')
        assert.deepEqual(begun.missingSections, [])
        assert.deepEqual(alarms(begun), [])
      })

      it(`stays calm whichever place is filled in first: ${name}`, () => {
        for (const cover of [values, {}]) {
          const { snippet } = newReport(catalogue, type, cover)
          for (const stop of stopsOf(snippet)) {
            const words = rightFor(stop, values)
            const text = filled(snippet, ({ number }) =>
              number === stop.number ? words : undefined,
            )
            assert.ok(text.includes(words), words)
            assert.deepEqual(alarms(read(text)), [], `${stop.text}${stop.choices[1] ?? ''}`)
          }
        }
      })

      it(`leads through all its places in the order of the text, rows of the table last: ${name}`, () => {
        const { plain, snippet } = newReport(catalogue, type, {})
        const stops = stopsOf(snippet)
        const places = stops.filter(({ text, choices }) => text !== '' || choices.length > 0)
        const rows = stops.filter(({ text, choices }) => text === '' && choices.length === 0)
        const met = [...new Set([...places, ...rows].map(({ number }) => number))]
        assert.deepEqual(
          met,
          met.map((_, at) => at + 1),
        )
        // What is still to be written, and nothing else, is a place to fill in.
        const open = read(plain).placeholders.map(({ text }) => text)
        const offered = places.map(({ text, choices }) => choices[0] ?? text)
        for (const each of open)
          assert.ok(
            offered.some(text => text.includes(each)),
            each,
          )
        assert.deepEqual(
          offered.filter(text => text.includes('[') && !open.some(each => text.includes(each))),
          [],
        )
      })

      it(`is right once all is filled in, and can be finished, shown and exported: ${name}`, async () => {
        // Without a date the wording is the latest.
        const latest = coverOf(type.editions.at(-1)?.source.valid?.from)
        for (const [cover, later] of [
          [values, values],
          [{}, latest],
        ] as const) {
          const { snippet } = newReport(catalogue, type, cover)
          const text = filled(snippet, stop => rightFor(stop, later))
          const draft = read(text)
          assert.deepEqual(problems(draft), [])
          const finished = applyEdits(text, changeStatus(draft, 'finished'))
          assert.equal(finished, text.replace('Status: draft\n\n', ''))
          const report = read(finished)
          assert.equal(report.type.id, type.id)
          assert.equal(report.status, 'finished')
          assert.deepEqual(problems(report), [])
          assert.match(previewOf(report, []).html, /Managers know their services well\./)
          const { bytes } = await exportReport(report, { pages: 'none' })
          const { text: again } = await importFile(bytes)
          assert.deepEqual(problems(read(again)), [])
        }
      })
    }

  it('is named in the first lines where its title is not a report’s yet', () => {
    const own = catalogueOf(
      [
        {
          id: 'visit',
          name: 'Visit',
          recognise: { titles: [] },
          sections: [{ id: 'findings', title: 'Findings' }],
        },
      ],
      catalogue,
    )
    const visit = own.find('visit')
    assert.ok(visit !== undefined)
    const { plain } = newReport(own, visit, { authority: 'Westmarch' })
    assert.ok(plain.startsWith('---\nreport: visit\n---\n\n# Visit\n'), plain)
    assert.equal(parseReport(plain, { types: own })?.type.id, 'visit')
  })

  it('leads to the words in brackets of its title too', () => {
    const own = catalogueOf(
      [
        {
          id: 'visit',
          name: 'Visit',
          recognise: { titles: ['Visit to {authority}'] },
          draft: { title: 'Visit to {authority}: [what was visited]' },
          sections: [{ id: 'findings', title: 'Findings' }],
        },
      ],
      catalogue,
    )
    const visit = own.find('visit')
    assert.ok(visit !== undefined)
    const { plain, snippet } = newReport(own, visit, { authority: 'Westmarch' })
    assert.match(plain, /^# Visit to Westmarch: \[what was visited\]$/m)
    assert.equal(stopsOf(snippet)[0]?.text, '[what was visited]')
  })
})

describe('the name of a new report’s file', () => {
  function check(id: string, values: NewReportValues, expected: string): void {
    assert.equal(newReport(catalogue, known(id), values).name, expected)
  }

  it('says whose report it is, of what kind and when', () => {
    const values = { authority: 'Bath & St Orlaith’s', 'inspection-dates': '6–17 January 2025' }
    check('ofsted-ilacs', values, 'bath-st-orlaiths-ilacs-2025')
    check('ofsted-jtai', { authority: 'Ynys Môn', day: '6 May 2018' }, 'ynys-mon-jtai-2018')
    check('ofsted-slac', { published: '6 May 2011' }, 'slac-2011')
  })
  it('says the kind alone while nothing else is known', () => {
    check('council-cabinet-report', { authority: ' ' }, 'council-cabinet-report')
    check('ofsted-focused-visit', { day: '6 May' }, 'focused-visit')
  })
})

describe('the types of which a new report can be made', () => {
  it('begin with those in force on the day', () => {
    const types = newReportTypes(catalogue, '2011-03-07').map(({ id }) => id)
    const years = newReportTypes(catalogue, '2011-03-07').filter(({ isInForce }) => isInForce)
    assert.deepEqual(
      years.map(({ id }) => id),
      types.slice(0, years.length),
    )
    assert.ok(types.indexOf('ofsted-slac') < years.length)
    assert.ok(types.indexOf('ofsted-ilacs') >= years.length)
  })

  it('say from when to when they apply, and what is asked for', () => {
    const slac = newReportTypes(catalogue, '2026-11-22').find(({ id }) => id === 'ofsted-slac')
    assert.equal(slac?.years, '1 April 2009 to 31 December 2012')
    assert.deepEqual(
      slac?.fields.map(({ label, usual }) => label + (usual === '' ? '' : ` (${usual})`)),
      ['Authority', 'Inspection dates', 'Reporting inspector', 'Age group (All)', 'Published'],
    )
  })
})

describe('a value for the cover', () => {
  function check(id: string, values: NewReportValues, field: string, expected: string): void {
    const found = checkValue(known(id), values, field)
    assert.equal(found === undefined ? '' : `${found.kind}: ${found.message}`, expected)
  }

  it('may be left empty', () => {
    check('ofsted-slac', { published: ' ' }, 'published', '')
  })
  it('is a date that exists', () => {
    check(
      'ofsted-slac',
      { published: '31 April 2011' },
      'published',
      'error: April has 30 days. Correct the day in "31 April 2011".',
    )
    check('ofsted-slac', { published: '30 April 2011' }, 'published', '')
  })
  it('is not complete while it is typed', () => {
    check(
      'ofsted-slac',
      { published: '6 Ma' },
      'published',
      'incomplete: "6 Ma" is not a date. Write a date such as 6 May 2011.',
    )
  })
  it('does not end before it starts', () => {
    check(
      'ofsted-slac',
      { 'inspection-dates': '18–7 March 2011' },
      'inspection-dates',
      'error: The last day, 7 March 2011, is before the first. Correct one of them.',
    )
  })
  it('is not published before the inspection, whichever of them is entered last', () => {
    const values = { 'inspection-dates': '7–18 March 2011', published: '6 March 2011' }
    const message =
      'error: "Published" is before the end of "Inspection dates", 18 March 2011. Correct one of them.'
    check('ofsted-slac', values, 'published', message)
    check('ofsted-slac', values, 'inspection-dates', message)
  })
  it('is remarked on outside the years of the type, and where it chooses an edition', () => {
    check(
      'ofsted-slac',
      { 'inspection-dates': '7–18 March 2016' },
      'inspection-dates',
      'remark: This is outside the years of this type of report (1 April 2009 to 31 December 2012).',
    )
    check(
      'ofsted-ilacs',
      { 'inspection-dates': '2 to 13 March 2020' },
      'inspection-dates',
      'remark: This uses the edition "2018 to 2022".',
    )
  })
  it('is the day of a letter where the cover has no dates', () => {
    check('ofsted-jtai', { day: '6 May' }, 'day', 'incomplete: "6 May" has no year. Add it.')
    check(
      'ofsted-jtai',
      { day: '6 May 2018' },
      'day',
      'remark: This uses the edition "2016 to 2021".',
    )
  })
  it('is a name, without marks', () => {
    check('ofsted-slac', { authority: 'Westmarch' }, 'authority', '')
    check(
      'ofsted-slac',
      { authority: 'Westmarch:' },
      'authority',
      'error: Write the name alone, without a colon or full stop.',
    )
    check(
      'ofsted-slac',
      { authority: 'westmarch' },
      'authority',
      'remark: A name begins with a capital letter.',
    )
    check(
      'ofsted-slac',
      { authority: '[West]' },
      'authority',
      'error: Write it without brackets or bars (|).',
    )
  })
})
