import assert from 'node:assert/strict'
import { readDates, readYear, withYear, writtenDay } from '../../../server/src/report/cover/dates'

/** The reading in one line: `2011-05-06`, `2011-03-07..2011-03-18`, `partial`, or the fault. */
function read(text: string): string {
  const reading = readDates(text)
  if (reading.kind === 'partial') return 'partial'
  if (reading.kind === 'wrong') return reading.fault.kind
  const { from, to } = reading.range
  return from === to ? from : `${from}..${to}`
}

describe('dates', () => {
  for (const [text, expected] of [
    ['6 May 2011', '2011-05-06'],
    ['06 May 2011', '2011-05-06'],
    ['6th May 2011', '2011-05-06'],
    ['6 May, 2011', '2011-05-06'],
    ['May 6, 2011', '2011-05-06'],
    ['Monday 6 May 2011', '2011-05-06'],
    ['Monday, 6th of May 2011', '2011-05-06'],
    ['6 Sept. 2011', '2011-09-06'],
    ['2011-05-06', '2011-05-06'],
    ['12/09/2016', '2016-09-12'],
    ['12.09.16', '2016-09-12'],
    ['12-09-2016', '2016-09-12'],
    ['29 February 2012', '2012-02-29'],
    ['25 June 2012 to 6 July 2012', '2012-06-25..2012-07-06'],
    ['3 June – 25 June 2014', '2014-06-03..2014-06-25'],
    ['7 – 18 March 2011', '2011-03-07..2011-03-18'],
    ['7–18\u00a0March 2011', '2011-03-07..2011-03-18'],
    ['29 November 2010-10 December 2010', '2010-11-29..2010-12-10'],
    ['29 November to 10 December 2010', '2010-11-29..2010-12-10'],
    ['13 December to 7 January 2011', '2010-12-13..2011-01-07'],
    ['13 December 2010 to 7 January', '2010-12-13..2011-01-07'],
    ['23 and 24 November 2010', '2010-11-23..2010-11-24'],
    ['7, 8 and 9 March 2011', '2011-03-07..2011-03-09'],
    ['7 to 11 and 14 to 18 March 2011', '2011-03-07..2011-03-18'],
    ['7–11 March 2011; 14–18 March 2011', '2011-03-07..2011-03-18'],
    ['7–11 March 2011 and 14–18 March 2011', '2011-03-07..2011-03-18'],
    ['7 to 11 March 2011, plus 14 March 2011', '2011-03-07..2011-03-14'],
    ['7 March - 11 March 2011', '2011-03-07..2011-03-11'],
    ['7 − 11 March 2011', '2011-03-07..2011-03-11'],
    ['7 March 2011 to 11 March 2011 inclusive', '2011-03-07..2011-03-11'],
    ['Week commencing 7 March 2011', '2011-03-07'],
    ['w/c Monday 7 March 2011', '2011-03-07'],
    ['Weeks beginning 7 and 14 March 2011', '2011-03-07..2011-03-14'],
    // What the days are is not known, but nothing is wrong with them.
    ['7 March 2011 for two weeks', 'partial'],
    ['Two weeks from 7 March 2011', 'partial'],
    ['2 weeks from 7 March 2011', 'partial'],
    ['2 weeks, 7 to 18 March 2011', 'partial'],
    ['7 to 11 March 2011 with a further visit on 14 March 2011', 'partial'],
    ['Start: 7 March 2011 End: 11 March 2011', 'partial'],
    ['7 March 2011 and finally 31 June 2011', 'unreadable'],
    ['7 March 2011 and finally soon', 'partial'],
    ['the 7 samurai', 'unreadable'],
    ['7 March 2011;', '2011-03-07'],
    ['01/03/2011 - 12/03/2011', '2011-03-01..2011-03-12'],
    ['6 May 2011 (revised)', '2011-05-06'],
    ['18 – 7 March 2011', '2011-03-18..2011-03-07'],
    ['28 July – 10 June 2011', '2011-07-28..2011-06-10'],
    ['13-24 September', 'partial'],
    ['May 2011', 'partial'],
    ['31 June 2011', 'no-such-day'],
    ['31 June', 'no-such-day'],
    ['29 February 2011', 'no-such-day'],
    ['0 May 2011', 'no-such-day'],
    ['12/13/2011', 'no-such-month'],
    ['6 Febuary 2011', 'misspelt-month'],
    ['6 Setpember 2011', 'misspelt-month'],
    ['6 May 20111', 'unreadable'],
    ['6 May 0211', 'unreadable'],
    ['soon', 'unreadable'],
    ['Helen Foxley', 'unreadable'],
    ['', 'unreadable'],
    ['2011', 'unreadable'],
    ['6', 'unfinished'],
    ['6 Ma', 'unfinished'],
    ['6 May 201', 'unfinished'],
    ['7 March 2011 to', 'unfinished'],
    ['7 – ', 'unfinished'],
  ] as const) {
    it(`reads "${text}" as ${expected}`, () => assert.equal(read(text), expected))
  }

  it('says where a month is misspelt', () => {
    assert.deepEqual(readDates('6 Febuary 2011'), {
      kind: 'wrong',
      fault: { kind: 'misspelt-month', start: 2, end: 9, name: 'February' },
    })
  })

  it('puts in the latest year that fits', () => {
    const reading = readDates('29 November – 10 December')
    assert.ok(reading.kind === 'partial' && reading.yearless !== undefined)
    assert.deepEqual(withYear(reading.yearless, '2011-01-24'), {
      from: '2010-11-29',
      to: '2010-12-10',
    })
    assert.deepEqual(withYear(reading.yearless, '2011-12-31'), {
      from: '2011-11-29',
      to: '2011-12-10',
    })
  })

  it('reads years', () => {
    assert.equal(readYear('2011')?.to, '2011-12-31')
    assert.equal(readYear('2010, 2011')?.from, '2011-01-01')
    assert.equal(readYear('20111'), undefined)
    assert.equal(readYear('MMXI'), undefined)
  })

  it('writes a day', () => assert.equal(writtenDay('2011-05-06'), '6 May 2011'))
})
