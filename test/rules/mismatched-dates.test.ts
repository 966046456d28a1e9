import assert from 'node:assert/strict'
import { checkFix, checkRule, fixesOf } from '../support/check-rule'

const id = 'mismatched-dates'

describe(id, () => {
  it('finds a publication before the end of the inspection', () => {
    checkRule(
      id,
      `
Inspection dates: 8–19 March 2010
Published: 12 March 2010
           ^^^^^^^^^^^^^ mismatched-dates: "Published" is before the end of "Inspection dates", 19 March 2010. Correct one of them.
© Crown copyright 2010
`,
    )
  })

  it('finds a range that runs backwards, once', () => {
    checkRule(
      id,
      `
Inspection dates: 19–8 March 2010
                  ^^^^^^^^^^^^^^^ mismatched-dates: The last day, 8 March 2010, is before the first. Correct one of them.
Published: 1 March 2010
© Crown copyright 2010
`,
    )
  })

  it('finds a copyright year other than that of the publication', () => {
    checkRule(
      id,
      `
Inspection dates: 8–19 March 2010
Published: 7 May 2010
© Crown copyright 2009
                  ^^^^ mismatched-dates (fix): The copyright year is 2009, but the report is published in 2010. Correct one of them.
`,
    )
  })

  it('finds a wrong year of publication once', () => {
    checkRule(
      id,
      `
Inspection dates: 29 November – 10 December 2009
Published: 22 January 2009
           ^^^^^^^^^^^^^^^ mismatched-dates (fix): "Published" is before the end of "Inspection dates", 10 December 2009. Correct one of them.
© Crown copyright 2010
`,
    )
  })

  it('is silent on dates that fit', () => {
    for (const [dates, published, copyright] of [
      ['8–19 March 2010', '7 May 2010', '2010'],
      ['8–19 March 2010', '19 March 2010', '2010'],
      ['29 November – 10 December 2009', '22 January 2010', '2010'],
      ['29 November – 10 December', '22 January 2010', '2010'],
      ['13 December to 8 January 2010', '5 March 2010', '2009, 2010'],
      ['8–19 March 2010', '[TBC]', '2009'],
      ['8–19 March 2010', 'soon', '2009'],
    ])
      checkRule(
        id,
        `Inspection dates: ${dates}\nPublished: ${published}\n© Crown copyright ${copyright}\n`,
      )
  })

  it('changes the copyright year, or the publication where that fits', () => {
    const before =
      'Inspection dates: 8–19 March 2010\nPublished: 7 May 2011\n© Crown copyright 2010\n'
    checkFix(
      id,
      before,
      'Change the copyright year to 2011',
      'Inspection dates: 8–19 March 2010\nPublished: 7 May 2011\n© Crown copyright 2011\n',
    )
    checkFix(
      id,
      before,
      'Change "Published" to 7 May 2010',
      'Inspection dates: 8–19 March 2010\nPublished: 7 May 2010\n© Crown copyright 2010\n',
    )
  })

  it('changes the year of publication to that of the copyright', () =>
    checkFix(
      id,
      'Inspection dates: 29 November – 10 December 2009\nPublished: 22 January 2009\n© Crown copyright 2010\n',
      'Change "Published" to 22 January 2010',
      'Inspection dates: 29 November – 10 December 2009\nPublished: 22 January 2010\n© Crown copyright 2010\n',
    ))

  it('takes a copyright of several years as right where it holds the year of publication', () => {
    for (const years of ['2009–2010', '2010–2011'])
      checkRule(
        id,
        `\nInspection dates: 8–19 March 2010\nPublished: 7 May 2010\n© Crown copyright ${years}\n`,
      )
    const titles = fixesOf(
      id,
      'Inspection dates: 8–19 March 2010\nPublished: 7 May 2010\n© Crown copyright 2011–2012\n',
    ).map(fix => fix.title)
    assert.deepEqual(titles, ['Change the copyright year to 2010'])
  })
})
