import assert from 'node:assert/strict'
import { parseReport } from '../../server/src/report/parse'
import { timeOf } from '../../server/src/report/recognise/edition'
import { mismatchedDates } from '../../server/src/rules/mismatched-dates'
import { checkReport } from '../../server/src/rules/run'
import { applyEdits } from '../../server/src/text/edits'
import { builtInCatalogue } from '../../server/src/types/built-in'
import type { KnownType } from '../../server/src/types/catalogue'
import { sample } from '../reports/samples'
import { checkFix, checkRule, fixesOf, reportOf } from '../support/check-rule'

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
                  ^^^^^^^^^^^^^^^ mismatched-dates (fix): The last day, 8 March 2010, is before the first. Correct one of them.
Published: 1 March 2010
© Crown copyright 2010
`,
    )
  })

  it('swaps the days of a range that runs backwards', () => {
    for (const [wrong, right] of [
      ['19–8 March 2010', '8–19 March 2010'],
      ['19 to 8 March 2010', '8 to 19 March 2010'],
      ['6 July 2010 to 25 June 2010', '25 June 2010 to 6 July 2010'],
      ['19 - 8 March 2010', '8 - 19 March 2010'],
    ] as const) {
      const cover = (dates: string) => `Inspection dates: ${dates}\nPublished: 1 August 2010\n`
      checkFix(id, cover(wrong), `Write "${right}"`, cover(right))
    }
  })

  it('finds dates of a time without such inspections, alone', () => {
    for (const { id: type, editions } of builtInCatalogue().types) {
      const { from, to } = timeOf({ editions } as KnownType)
      for (const [day, ended] of [
        [from && `${Number(from.slice(0, 4)) - 9}`, false],
        [to && `${Number(to.slice(0, 4)) + 9}`, true],
      ] as const) {
        const known = builtInCatalogue().find(type)?.editions.at(-1)?.compiled()
        const field = known?.fields.find(each => each.kind === 'dates')
        if (day === undefined || field === undefined) continue
        const text = `${field.labels[0]}: 8 to 19 March ${day}\n`
        const report = parseReport(text, { choice: { id: type, by: 'command' } })
        assert.ok(report !== undefined, type)
        const found = [...mismatchedDates.check(report)].map(({ message }) => message)
        assert.equal(found.length, 1, `${type} ${day}`)
        assert.match(found[0] ?? '', ended ? /ended on/ : /began on/, `${type} ${day}`)
      }
    }
  })

  it('takes the edition of the headings where the dates are wrong', () => {
    const ilacs = sample('ilacs-westmarch.inspection.md')
    const slip = ilacs.replace(/(?<=Inspection dates: [^\n]*)20\d\d/, '2012')
    assert.notEqual(slip, ilacs)
    const found = (text: string) => {
      const report = parseReport(text) ?? assert.fail('no report')
      return checkReport(report)
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ rule }) => rule.id)
    }
    assert.deepEqual(found(ilacs), [])
    assert.deepEqual(found(slip), [id])
  })

  it('writes the year of publication where the dates are outside the time of the type', () => {
    const cover = (year: string) =>
      `Inspection dates: 8–19 March ${year}\nPublished: 7 May 2010\n© Crown copyright 2010\n`
    const fix = (text: string) =>
      [...mismatchedDates.check(parseReport(text, { choice }) ?? assert.fail())][0]?.fixes?.()[0]
    const choice = { id: 'ofsted-slac', by: 'command' } as const
    assert.equal(applyEdits(cover('2001'), fix(cover('2001'))?.edits ?? []), cover('2010'))
  })

  it('questions what is described as past but comes after the report', () => {
    const cover =
      'Inspection dates: 8–19 March 2010\nPublished: 7 May 2010\n© Crown copyright 2010\n\n'
    const found = (sentence: string) => {
      const text = `${cover}About this inspection\n\n1. Leaders know. ${sentence}\n`
      return [...mismatchedDates.check(reportOf(text))].map(({ span, doubtful }) => {
        assert.equal(doubtful, true)
        return text.slice(span.start, span.end)
      })
    }
    assert.deepEqual(found('In March 2031 they reviewed it.'), ['March 2031'])
    assert.deepEqual(found('On 3 June 2010, the board met and agreed a plan.'), ['3 June 2010'])
    assert.deepEqual(found('In January 2011 a new team was formed.'), ['January 2011'])
    for (const sentence of [
      'They reviewed it in |March 2031|.',
      'The plan was agreed in |November 2010|, and staff know it.',
      'The director left in |October 2010|.',
      'The last audit of all plans took place on |3 June 2010|.',
      'Visits have been regular since |March 2031|.',
      'Leaders, who know this, met again in |June 2010|.',
      'A team was set up, and staff were trained in |June 2010|.',
    ]) {
      const plain = sentence.replaceAll('|', '')
      assert.deepEqual(found(plain), [sentence.split('|')[1]], plain)
    }
    for (const sentence of [
      'Leaders approved a home opening in June 2010.',
      'They agreed a plan that ends in March 2031.',
      'They agreed to meet in March 2031.',
      'The lease was signed for a home to open in June 2010.',
      'A review was due in June 2010.',
      'They know that plans have to be ready by June 2010.',
      'In March 2009 they reviewed it.',
      'In May 2010 they reviewed it.',
      'In March 2031 they will review what was agreed.',
      'By June 2011 all plans are to be reviewed.',
      'In June 2010 a team that was formed last year is expected to open.',
      'They expected it in June 2011 and planned well.',
      'The lease, which ends in March 2031, was signed.',
    ])
      assert.deepEqual(found(sentence), [], sentence)
  })

  it('leaves a day that is on no calendar to the rule for those', () => {
    checkRule(id, 'Inspection dates: 8–19 March 2010\n\n1. They reviewed it on 31 June 2031.\n')
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
