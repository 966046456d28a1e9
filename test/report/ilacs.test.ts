/** Reports with grades after headings and a table of judgements on the cover, in the forms they come in. */

import assert from 'node:assert/strict'
import { tidy } from '../../server/src/import/text/tidy'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { applyEdits } from '../../server/src/text/edits'
import { changed, sample } from '../reports/samples'
import { rowsOf, sectionsOf } from '../support/describe-report'
import { extracted2018, extracted2025, found, read } from '../support/ilacs-texts'

const numbersOf = ({ numbering }: Report) => numbering.paragraphs.map(({ number }) => number)

/** Plain text with a line or two in each section. */
const shortened = `Inspection of Westmarch local authority children’s services

Inspection dates: 3 to 14 June 2024

Lead inspector: Ada Quill, His Majesty’s Inspector

Judgement   Grade
The impact of leaders on social work practice with children and families   Good
The experiences and progress of children who need help and protection   Good
The experiences and progress of children in care   Good
The experiences and progress of care leavers   Outstanding
Overall effectiveness   Good

Children in Westmarch receive good help.

What needs to improve?

- The timeliness of visits.

The experiences and progress of children who need help and protection: good

1. Help is timely.

The experiences and progress of children in care: good

2. Care is good.

The experiences and progress of care leavers: outstanding

3. Advisers keep in touch.

The impact of leaders on social work practice with children and families: good

4. Leaders know their services.
`

describe('a report with its grades after the headings', () => {
  it('is read from the text of a PDF file of 2018', () => {
    const report = read(extracted2018)
    assert.equal(report.type.edition, '2018 to 2022')
    assert.equal(report.cover.authority?.text, 'Westmarch')
    assert.deepEqual(rowsOf(report), [
      'row The impact of leaders on social work practice with children and families: good',
      'row The experiences and progress of children who need help and protection: requires improvement to be good',
      'row The experiences and progress of children in care and care leavers: good',
      'row Overall effectiveness: requires improvement to be good',
    ])
    assert.deepEqual(
      sectionsOf(report).map(line => line.replace(/\s*\n\s*/g, ' / ')),
      [
        'What needs to improve',
        'The experiences and progress of children who need help and protection | requires improvement to be good (suffix)',
        'The experiences and progress of children in care and care leavers | good (suffix)',
        'The impact of leaders on social work practice with children and families | good (suffix)',
      ],
    )
    assert.deepEqual(numbersOf(report), [1, 2, 3, 4])
    assert.equal(report.blocks.filter(({ kind }) => kind === 'item').length, 2)
    assert.deepEqual(found(report), [])
  })

  describe('with its table in narrow columns', () => {
    const start = extracted2018.indexOf(' The impact of leaders')
    const end = extracted2018.indexOf(' Leaders in Westmarch')
    const withTable = (rows: string) =>
      `${extracted2018.slice(0, start)}${rows}\n\n\n${extracted2018.slice(end)}`

    it('may have a label that reaches to the grade beside it', () => {
      const text = withTable(` The impact of leaders on social work         Good
 practice with children and families

 The experiences and progress of children who Requires improvement to
 need help and protection                     be good

 The experiences and progress of children in  Good
 care and care leavers

 Overall effectiveness                        Requires improvement to
                                              be good`)
      assert.deepEqual(rowsOf(read(text)), rowsOf(read(extracted2018)))
      assert.deepEqual(found(read(text)), [])
      assert.deepEqual(found(read(tidy(text).text)), [])
    })

    it('may have a grade that is wrapped over more lines than its label', () => {
      const text = withTable(` The impact of leaders on social work practice with children     Good
 and families
 The experiences and progress of children who need help and      Requires
 protection                                                      improvement
                                                                 to be good
 The experiences and progress of children in care and care       Good
 leavers
 Overall effectiveness                                           Requires
                                                                 improvement
                                                                 to be good`)
      assert.deepEqual(rowsOf(read(text)), rowsOf(read(extracted2018)))
      assert.deepEqual(found(read(text)), [])
      assert.deepEqual(found(read(tidy(text).text)), [])
    })
  })

  it('is read from the text of a PDF file of 2025', () => {
    const report = read(extracted2025)
    assert.equal(report.type.edition, 'from January 2023')
    assert.equal(report.cover.authority?.text, 'Westmarch')
    assert.equal(report.summary?.entries.length, 5)
    assert.deepEqual(
      report.judgements.map(({ grade, section, row }) => [
        grade?.word,
        section !== undefined,
        row !== undefined,
      ]),
      [
        ['requires improvement to be good', true, true],
        ['good', true, true],
        ['outstanding', true, true],
        ['good', true, true],
        ['good', false, true],
      ],
    )
    assert.deepEqual(numbersOf(report), [1, 2, 3, 4, 5])
    assert.deepEqual(found(report), [])
  })

  it('may call the fields of its cover by other names', () => {
    for (const [usual, others] of [
      ['Inspection dates', ['Date of inspection', 'Inspection date(s)', 'Date(s) of inspection']],
      ['Lead inspector', ['Lead inspectors', 'Lead inspector(s)', 'Reporting inspector']],
    ] as const)
      for (const other of others)
        assert.deepEqual(found(read(changed(extracted2018, usual, other))), [], other)
  })

  it('leaves running footers, page numbers and footnotes out of its paragraphs', () => {
    const report = read(extracted2025)
    const [first, second, , fourth] = report.numbering.paragraphs
    const piecesOf = (paragraph: typeof first) =>
      paragraph?.fragments.map(({ start, end }) => report.text.slice(start, end).slice(-12))
    assert.deepEqual(piecesOf(first), ['treated with', 'iewed often.'])
    assert.deepEqual(piecesOf(second), ['kers and the', 'll together.'])
    assert.deepEqual(piecesOf(fourth), ['t from life.', ' to turn to.'])
    assert.ok(report.numbering.splits.every(({ atPageEnd }) => atPageEnd))
    const furniture = report.blocks
      .filter(({ kind }) => kind === 'furniture')
      .map(({ start, end }) => report.text.slice(start, end))
      .join('')
    assert.equal(furniture.split('2 to 13 June 2025').length - 1, 4)
  })

  it('is known without its title and date, in the edition that fits', () => {
    for (const [text, edition] of [
      [extracted2018, '2018 to 2022'],
      [extracted2025, 'from January 2023'],
      [extracted2025.replace(/ Overall effectiveness.*\n/, ''), 'from April 2026'],
    ] as const) {
      const report = read(
        text.replace(/Inspection of/g, 'Report on').replace(/^Inspection dates.*\n/m, ''),
      )
      assert.equal(report.type.edition, edition)
      assert.equal(report.recognised, 'headings')
      assert.deepEqual(report.missingSections, [])
    }
  })

  it('shows a misspelt heading, also one that is wrapped over two lines', () => {
    const report = read(
      extracted2025.replace(
        'children who need help and\nprotection:',
        'childen who need help and\nprotecton:',
      ),
    )
    const [heading] = report.misspeltHeadings
    assert.equal(heading?.definition.id, 'help-and-protection')
    assert.equal(heading?.grade?.grade?.word, 'requires improvement to be good')
    assert.equal(report.judgements.filter(({ grade }) => grade !== undefined).length, 5)
  })

  it('is read where a blank line is after every line', () => {
    const wrapped = changed(extracted2018, 'families is:\nGood', 'families\nis good')
    const spread = wrapped.replace(/\n/g, '\n\n')
    const grades = (text: string) => read(text).sections.map(({ grade }) => grade?.grade?.word)
    assert.deepEqual(grades(spread), grades(extracted2018))
    const others = found(read(spread)).filter(each => !each.startsWith('split-paragraph'))
    assert.deepEqual(others, [])
  })

  it('is read where a tab is before every line', () => {
    const moved = extracted2018.replace(/^(\f?)(?=.*\S)/gm, '$1\t')
    const imported = tidy(moved).text.replace('Status: draft\n', '')
    for (const text of [moved, imported])
      assert.deepEqual(
        read(text).judgements.map(({ grade }) => grade?.word),
        read(extracted2018).judgements.map(({ grade }) => grade?.word),
      )
    assert.deepEqual(found(read(imported)), [])
  })

  it('is read where only a short sentence is below the table', () => {
    const report = read(shortened)
    assert.deepEqual(numbersOf(report), [1, 2, 3, 4])
    assert.equal(report.summary?.entries.length, 5)
    assert.deepEqual(found(report), [])
  })

  it('is read from Markdown', () => {
    const report = read(sample('ilacs-westmarch.inspection.md'))
    assert.equal(report.judgements.length, 5)
    assert.ok(report.judgements.every(({ grade }) => grade !== undefined))
    assert.deepEqual(found(report), [])
  })
})

describe('a draft', () => {
  const clean = sample('ilacs-westmarch.inspection.md')
  const draft = changed(clean, 'Inspection dates', 'Status: draft\n\nInspection dates')
  const grave = (text: string) => {
    const report = parseReport(text)
    return (report === undefined ? [] : checkReport(report))
      .filter(({ severity }) => severity !== 'hint')
      .map(({ rule, message }) => `${rule.id}: ${message}`)
  }

  it('gives nothing serious, wherever it is cut at a paragraph', () => {
    for (let at = draft.indexOf('\n\n'); at !== -1; at = draft.indexOf('\n\n', at + 1))
      assert.deepEqual(grave(`${draft.slice(0, at)}\n`), [], draft.slice(at, at + 60))
  })

  it('gives nothing serious while a heading or a row is typed', () => {
    for (const line of [
      '## The experiences and progress of care leavers: outstanding',
      '| The experiences and progress of care leavers | Outstanding |',
    ])
      for (let length = 0; length < line.length; length++)
        assert.deepEqual(
          grave(changed(draft, line, line.slice(0, length))),
          [],
          line.slice(0, length),
        )
  })
})

describe('a table of judgements on the cover', () => {
  const clean = sample('ilacs-westmarch.inspection.md')

  it('is missed where it is not there', () => {
    const without = clean.replace(/\| Judgement[\s\S]*?\n\n/, '')
    assert.deepEqual(found(read(without)), [
      'missing-summary: Inspection of Westmarch local authority children’s services',
    ])
    const [finding] = checkReport(read(without))
    const [fix] = finding?.fixes?.() ?? []
    assert.equal(fix?.title, 'Insert the table of judgements')
    const report = read(applyEdits(without, fix.edits))
    assert.equal(report.summary?.entries.length, 5)
  })

  it('is read where one space sets the columns apart, or none: cells on lines of their own', () => {
    for (const text of [
      extracted2018.replace(/^ +/gm, '').replace(/(\S) {2,}/g, '$1 '),
      extracted2018.replace(/(\S) {3,}(?=\S)/g, '$1\n'),
      extracted2018.replace(/(\S) {3,}(?=\S)/g, '$1\t'),
      extracted2018.replace(/\n\n+/g, '\n'),
    ]) {
      const report = read(text)
      assert.equal(report.summary?.entries.length, 4)
      assert.ok(
        report.judgements.every(({ grade, row }) => grade !== undefined && row !== undefined),
      )
    }
  })

  it('is read without its column titles, and where a row is missing or misspelt', () => {
    const untitled = clean.replace('| Judgement | Grade |\n| --- | --- |\n', '')
    assert.deepEqual(found(read(untitled)), [])
    assert.deepEqual(found(read(clean.replace(/\| Overall .*\n/, ''))), ['missing-row: Judgement'])
    assert.deepEqual(
      found(
        read(
          changed(
            clean,
            '| The experiences and progress of children in care |',
            '| The experience and progress of children in care |',
          ),
        ),
      ),
      ['unknown-row: The experience and progress of children in care'],
    )
  })

  it('reports a grade on no scale, or none, at its row, in columns too', () => {
    const last = `                                                               Requires improvement
 Overall effectiveness
                                                               to be good
`
    const row = (grade: string) => ` Overall effectiveness${' '.repeat(42)}${grade}`.trimEnd()
    for (const [text, expected] of [
      [changed(extracted2018, 'Good\n and families', 'Fair\n and families'), 'unknown-grade: Fair'],
      [changed(extracted2018, 'Good\n leavers', 'Not good\n leavers'), 'unknown-grade: Not good'],
      [changed(extracted2018, last, `${row('Satisfactory')}\n`), 'unknown-grade: Satisfactory'],
      [changed(extracted2018, last, `${row('')}\n`), 'missing-row-grade: Overall effectiveness'],
    ] as const)
      assert.deepEqual(found(read(text)), [expected])
  })

  it('is changed as a whole where its grade is wrapped over two lines', () => {
    const report = read(
      changed(
        extracted2018,
        'protection\nrequires improvement to be good',
        'protection is inadequate',
      ),
    )
    const finding = checkReport(report).find(({ rule }) => rule.id === 'mismatched-grade')
    const fix = finding?.fixes?.().find(({ title }) => title.startsWith('Change the row'))
    const mended = applyEdits(report.text, fix?.edits ?? [])
    assert.ok(mended.includes('who need help and    Inadequate\n protection\n'))
  })

  it('follows the edition in force on the first day of the inspection', () => {
    const editionOf = (dates: string) =>
      read(changed(clean, '2 to 13 June 2025', dates)).type.edition
    assert.equal(editionOf('21 November to 2 December 2022'), '2018 to 2022')
    assert.equal(editionOf('6 to 17 March 2023'), 'from January 2023')
    assert.equal(editionOf('9 to 13 March 2026'), 'from January 2023')
    assert.equal(editionOf('15 to 26 June 2026'), 'from April 2026')
  })

  it('has no overall grade, and another wording for leaders, from April 2026', () => {
    const text = changed(clean, '2 to 13 June 2025', '15 to 26 June 2026')
      .replace(/\| Overall .*\n/, '')
      .replaceAll('on social work practice', 'on practice')
    assert.deepEqual(found(read(text)), [])
    assert.deepEqual(read(text).type.limits, [])
  })
})

describe('the limits of the overall grade', () => {
  it('are each practice judgement, and not leaders alone', () => {
    const { limits } = read(sample('ilacs-westmarch.inspection.md')).type
    assert.deepEqual(
      limits.map(({ of, is, limited, exactly }) => [
        of.map(({ id }) => id),
        is.map(({ word }) => word),
        limited.id,
        exactly?.word,
      ]),
      [
        [
          ['help-and-protection', 'in-care', 'care-leavers'],
          ['inadequate'],
          'overall-effectiveness',
          'inadequate',
        ],
      ],
    )
  })
})
