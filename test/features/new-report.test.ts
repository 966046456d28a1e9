import assert from 'node:assert/strict'
import {
  checkValue,
  type NewReportValues,
  newReport,
  newReportTypes,
} from '../../server/src/features/new-report'
import { writtenDay } from '../../server/src/report/dates'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { builtInCatalogue } from '../../server/src/types/built-in'
import { catalogueOf, type KnownType } from '../../server/src/types/catalogue'

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

/** The cover of a report of the edition, inspected in its first month. */
function coverOf(from = '2024-01-01'): NewReportValues {
  const month = writtenDay(from).slice(2)
  return {
    authority: 'Westmarch',
    day: `6 ${month}`,
    'inspection-dates': `6–17 ${month}`,
    inspector: 'Maria Lindgren',
    published: `28 ${month}`,
  }
}

/** The tab stops of a snippet, each with what it says: `[TBC]`, or the choices. */
interface Stop {
  readonly text: string
  readonly choices: readonly string[]
}

function stopsOf(snippet: string): readonly Stop[] {
  const stops = [...snippet.matchAll(/\$\{\d+(?::((?:\\.|[^}])*)|\|((?:\\.|[^|])*)\|)\}/g)]
  return stops.map(([, text = '', choices]) => ({
    text: text.replace(/\\(.)/g, '$1'),
    choices: (choices ?? '').split(',').filter(each => each !== ''),
  }))
}

/** Something right for a place to fill in, by what stands there. */
function rightFor({ text, choices }: Stop, values: NewReportValues): string {
  if (choices.length > 0) return choices.find(each => !each.includes('[')) ?? text
  const right: Readonly<Record<string, string | undefined>> = {
    '[authority]': values.authority,
    '[dates]': values['inspection-dates'],
    '[date]': values.published,
    '[year]': values.published?.slice(-4),
    '[inspector]': values.inspector,
    '[TBC]': 'Managers know their services well.',
    '': 'Good',
  }
  return right[text] ?? text
}

/** The snippet as text, with one of its places filled in, all places of the same number at once. */
function filled(snippet: string, at: number, words: string): string {
  let found = -1
  let number = ''
  return snippet
    .replace(/\$0/g, '')
    .replace(
      /\$\{(\d+)(?::((?:\\.|[^}])*)|\|((?:\\.|[^|])*)\|)\}/g,
      (_, own: string, text: string | undefined, choices: string | undefined) => {
        found++
        if (found === at) number = own
        const open = text ?? choices?.split(',')[0] ?? ''
        return own === number ? words : open.replace(/\\(.)/g, '$1')
      },
    )
    .replace(/\\([$}\\])/g, '$1')
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
          for (const [at, stop] of stopsOf(snippet).entries()) {
            const words = rightFor(stop, values)
            const text = filled(snippet, at, words)
            assert.ok(text.includes(words), words)
            assert.deepEqual(alarms(read(text)), [], `${stop.text}${stop.choices[1] ?? ''}`)
          }
        }
      })
    }

  it('is named in the first lines where its title is no report’s yet', () => {
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

  it('say from when to when, and what is asked for', () => {
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
  it('is a date that there is', () => {
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
      'incomplete: "6 Ma" is not a date. Write one such as 6 May 2011.',
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
      'remark: This is outside the years of this kind of report (1 April 2009 to 31 December 2012).',
    )
    check(
      'ofsted-ilacs',
      { 'inspection-dates': '2 to 13 March 2020' },
      'inspection-dates',
      'remark: The edition is the one "2018 to 2022".',
    )
  })
  it('is the day of a letter where the cover has no dates', () => {
    check('ofsted-jtai', { day: '6 May' }, 'day', 'incomplete: "6 May" has no year. Add it.')
    check(
      'ofsted-jtai',
      { day: '6 May 2018' },
      'day',
      'remark: The edition is the one "2016 to 2021".',
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
      'error: Write it without brackets and bars.',
    )
  })
})
