import assert from 'node:assert/strict'
import { parseReport } from '../../server/src/report/parse'

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

  it('by a title wrapped over two lines, behind a byte-order mark, with other capitals', () => {
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

describe('no report is', () => {
  it('an empty text', () => assert.equal(typeOf(''), undefined))

  it('a text that mentions the title in a sentence', () => {
    assert.equal(
      typeOf(
        'The council had an Inspection of safeguarding and looked after children services.\nPublished: 6 May 2011\n',
      ),
      undefined,
    )
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
    'a guide with an example':
      '# Writing a report\n\n```text\n# Inspection of safeguarding and looked after children services\n\nInspection dates: 5–16 September 2011\n```\n',
  }
  for (const [what, text] of Object.entries(others))
    it(what, () => assert.equal(typeOf(text), undefined))

  it('a list of titles', () => {
    assert.equal(
      typeOf(
        '# Reading list\n\nInspection of safeguarding and looked after children services\n\nAnother book\n',
      ),
      undefined,
    )
  })
})
