import assert from 'node:assert/strict'
import { invalidDate } from '../../server/src/rules/invalid-date'
import { checkFix, checkRule, reportOf } from '../support/check-rule'

const id = 'invalid-date'

describe(id, () => {
  it('finds what is not a date', () => {
    checkRule(
      id,
      `
Inspection dates: 8–31 June 2010
                  ^^^^^^^^^^^^^^ invalid-date: June has 30 days. Correct the day in "8–31 June 2010".
Published: 7 Febuary 2010
           ^^^^^^^^^^^^^^ invalid-date (fix): "Febuary" is not a month. Write "February".
© Crown copyright 20100
                  ^^^^^ invalid-date: "20100" is not a year. Write a year such as 2011.
`,
    )
    checkRule(
      id,
      `
Inspection dates: 06/25/2010 to 07/06/2010
                  ^^^^^^^^^^^^^^^^^^^^^^^^ invalid-date: There is no month 25. Write the day, the month and the year, in that order.
Published: in the spring
           ^^^^^^^^^^^^^ invalid-date: "in the spring" is not a date. Write a date such as 6 May 2011.
`,
    )
    checkRule(
      id,
      `
Published: 7 May
           ^^^^^ invalid-date (fix): "7 May" has no year. Add it.
© Crown copyright 2010
`,
    )
  })

  it('finds days in the text that are on no calendar', () => {
    checkRule(
      id,
      `
Inspection dates: 8–19 March 2010

1. Leaders published a plan on 31 November 2009. It was reviewed by the 31st of June.
                               ^^^^^^^^^^^^^^^^ invalid-date: November has 30 days. Correct the day in "31 November 2009".
                                                                        ^^^^^^^^^^^^ invalid-date: June has 30 days. Correct the day in "31st of June".
2. Visits of 29 February 2010 and 1–31 September are recorded.
             ^^^^^^^^^^^^^^^^ invalid-date: February has 28 days. Correct the day in "29 February 2010".
                                    ^^^^^^^^^^^^ invalid-date: September has 30 days. Correct the day in "31 September".
3. The board met on Tuesday 8 March 2010.
                    ^^^^^^^^^^^^^^^^^^^^ invalid-date: "Tuesday 8 March 2010" is a Monday. Correct the weekday or the date.
`,
    )
  })

  it('finds them with a month that is shortened or in figures', () => {
    for (const [date, month, days] of [
      ['31 Nov 2009', 'November', 30],
      ['31st Sept 2009', 'September', 30],
      ['30 Feb', 'February', 28],
      ['31 Apr 2009', 'April', 30],
      ['32 Dec 2009', 'December', 31],
      ['31/11/2009', 'November', 30],
      ['31/6/09', 'June', 30],
      ['30/02/2009', 'February', 28],
      ['00/05/2009', 'May', 31],
      ['29/2/2009', 'February', 28],
    ] as const)
      checkRule(
        id,
        `
Inspection dates: 8–19 March 2010

1. The board met on ${date}.
                    ${'^'.repeat(date.length)} invalid-date: ${month} has ${date === '30 Feb' ? 29 : days} days. Correct the day in "${date}".
`,
      )
  })

  it('is silent about numbers before a month that are no days, and days that exist', () => {
    for (const sentence of [
      'On 30 Nov 2009 and 29 Feb 2012, at 24/7 and in 2009/10, 31/12/2009 and 1/2/3 of them.',
      'See www.example.org/31/11/2009 and reference 131/11/2009; 31/13/2009 is in another order.',
      'Of 31 children in June, 30 November visits and 29 February ones were made on time.',
      'On Monday, 8 March 2010, and Friday 19th March 2010 they met; 29 February 2012 too.',
      'Between 1,231 June referrals and 45 May ones, 32.5 March cases may march on.',
      '[Note AB: 31 June] <!-- 31 June --> The 31 Junes and Mayor 45 Mayfield are names.',
      'Version 0.31 March, £31 June, and 131 April are none.',
    ])
      checkRule(id, `Inspection dates: 8–19 March 2010\n\n1. ${sentence}\n`)
  })

  it('is silent on dates in all their forms, and on what is still to be written', () => {
    for (const [dates, published] of [
      ['8–19 March 2010', '7 May 2010'],
      ['29 November 2009-10 December 2009', 'Friday 7th May 2010'],
      ['25 June 2010 to 6 July 2010', '07/05/2010'],
      ['13-24 September', '2010-05-07'],
      ['23 and 24 March 2010', '[TBC]'],
      ['XX March 2010', '[Note AB: ask the office]'],
      ['', ''],
    ])
      checkRule(id, `Inspection dates: ${dates}\nPublished: ${published}\n© Crown copyright 2010\n`)
  })

  it('takes a half-written date in a draft as a to-do', () => {
    for (const value of ['7', '7 Ma', '7 May', '7 May 20', '7 May 201', '8 March 2010 to']) {
      const found = [...invalidDate.check(reportOf(`Status: draft\nPublished: ${value}\n`))]
      assert.deepEqual(
        found.map(each => each.toDo),
        value === '7 May 20' ? [] : [true],
        value,
      )
    }
  })

  it('corrects a month', () =>
    checkFix(id, 'Published: 7 Febuary 2010\n', 'Write "February"', 'Published: 7 February 2010\n'))

  it('adds the year of the copyright', () =>
    checkFix(
      id,
      'Published: 7 May\n© Crown copyright 2010\n',
      'Write "7 May 2010"',
      'Published: 7 May 2010\n© Crown copyright 2010\n',
    ))

  it('marks the whole of a year with letters in it', () => {
    checkRule(
      id,
      `
Inspection dates: 8–19 March 2010
Published: 7 May 2010
© Crown copyright 20ll
                  ^^^^ invalid-date: "20ll" is not a year. Write a year such as 2011.
`,
    )
  })
})
