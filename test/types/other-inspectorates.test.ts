/** What the format must be able to say beyond the built-in types, each shown by a small type and report. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { exportReport } from '../../server/src/export/export'
import { readWord } from '../../server/src/import/import'
import type { Report } from '../../server/src/report/model'
import { numberText } from '../../server/src/report/numbering/paragraph-number'
import { parseReport } from '../../server/src/report/parse'
import { reportTemplate } from '../../server/src/report/template/template'
import { checkReport } from '../../server/src/rules/run'
import { builtInCatalogue } from '../../server/src/types/built-in'
import { catalogueOf } from '../../server/src/types/catalogue'
import { checkTypeSource } from '../../server/src/types/checked'
import type { ReportType } from '../../server/src/types/report-type'
import { cqcReport } from './cqc-report'

function typeOf(name: string): { readonly type: ReportType; parse(text: string): Report } {
  const text = readFileSync(path.join(import.meta.dirname, `types/${name}.yaml`), 'utf8')
  const { source, problems } = checkTypeSource(text)
  assert.deepEqual(problems, [])
  const catalogue = catalogueOf(source === undefined ? [] : [source], builtInCatalogue())
  const type = catalogue.find(name)?.editions[0]?.compiled()
  assert.ok(type)
  return {
    type,
    parse: report => {
      const read = parseReport(report, { types: catalogue })
      assert.equal(read?.type.id, name)
      return read as Report
    },
  }
}

const grades = ({ judgements }: Report) =>
  judgements.map(({ title, grade }) => `${title}: ${grade?.word}`)
const findings = (report: Report) =>
  checkReport(report).map(({ rule, message }) => `${rule.id}: ${message}`)

describe('a type with five key questions and rules that count (CQC)', () => {
  const { type, parse } = typeOf('cqc-service')

  it('has limits that name how many of the judgements it takes', () => {
    const shown = type.limits.map(({ of, atLeast, is, limited, atMost, exactly }) => [
      `${atLeast} of ${of.length}`,
      is.map(({ word }) => word).join(' or '),
      limited.title,
      exactly === undefined ? `at most ${atMost?.word}` : exactly.word,
    ])
    assert.deepEqual(shown[0], ['2 of 5', 'inadequate', 'Overall summary', 'inadequate'])
    assert.deepEqual(shown[3], [
      '4 of 5',
      'good or requires improvement or inadequate',
      'Overall summary',
      'at most good',
    ])
  })

  it('reads a report', () => {
    const report = parse(cqcReport)
    assert.deepEqual(grades(report), [
      'Overall summary: good',
      'Is the service safe?: good',
      'Is the service effective?: good',
      'Is the service caring?: outstanding',
      'Is the service responsive?: good',
      'Is the service well-led?: requires improvement',
    ])
    assert.deepEqual(findings(report), [])
    const wrong = parse(cqcReport.replace('well-led? | Requires improvement', 'well-led? | Good'))
    assert.deepEqual(
      checkReport(wrong).map(({ rule }) => rule.id),
      ['mismatched-grade'],
    )
  })

  it('finds the limits that a report breaks', () => {
    const rated = (text: string, question: string, word: string) =>
      text
        .replace(new RegExp(`(### ${question}\\?\\n\\nRating: )\\w.*`), `$1${word}`)
        .replace(new RegExp(`(\\| ${question}\\? \\| ).*? \\|`), `$1${word} |`)
    const one = rated(cqcReport, 'Is the service safe', 'Inadequate')
    const two = rated(one, 'Is the service caring', 'Inadequate')
    const tooGood = cqcReport
      .replace('Rating: Good\n\nThe overall summary is good', 'Rating: Outstanding\n\nAll is well')
      .replace('Overall summary | Good', 'Overall summary | Outstanding')
    for (const [text, words] of [
      [one, 'at most "requires improvement"'],
      [two, 'must be "inadequate"'],
      [tooGood, 'at most "good"'],
    ] as const) {
      const [finding, ...others] = findings(parse(text))
      assert.ok(finding?.startsWith('breached-limit') && finding.includes(words), finding)
      assert.deepEqual(others, [])
    }
  })
})

describe('a type with four tests and no overall grade (HMI Prisons)', () => {
  const { type, parse } = typeOf('hmi-prisons')
  const text = `# Report on an unannounced inspection of HMP Westmarch

Inspected: 3 to 14 June 2024

## Summary of key findings

| Test | Outcome |
| --- | --- |
| Safety | Reasonably good |
| Respect | Good |
| Purposeful activity | Not sufficiently good |
| Preparation for release | Poor |

## Safety

Reasonably good (3)

1.1 Outcomes for prisoners were reasonably good. Arrivals were quick.

1.2 Few prisoners said that they felt unsafe.

## Respect

Good (4)

2.1 Outcomes for prisoners were good. Cells were clean.

## Purposeful activity

Not sufficiently good (2)

3.1 Outcomes for prisoners were not sufficiently good. Workshops stood empty.

## Preparation for release

Poor (1)

4.1 Outcomes for prisoners were poor. Nobody met those who left.
`

  it('has numbers that run downwards, and paragraphs numbered by section', () => {
    assert.deepEqual(
      type.scale?.grades.map(({ number, rank }) => [number, rank]),
      [
        [4, 0],
        [3, 1],
        [2, 2],
        [1, 3],
      ],
    )
    assert.equal(type.numbering, 'by-section')
    assert.deepEqual(type.limits, [])
  })

  it('reads a report', () => {
    const report = parse(text)
    assert.deepEqual(grades(report), [
      'Safety: reasonably good',
      'Respect: good',
      'Purposeful activity: not sufficiently good',
      'Preparation for release: poor',
    ])
    assert.deepEqual(findings(report), [])
    const wrong = parse(text.replace('Reasonably good (3)', 'Reasonably good (4)'))
    assert.ok(findings(wrong).some(finding => finding.startsWith('mismatched-grade-number')))
  })

  it('counts the paragraphs of each section', () => {
    const numbers = ({ numbering }: Report) =>
      numbering.paragraphs.map(({ number }) => numberText(number))
    assert.deepEqual(numbers(parse(text)), ['1.1', '1.2', '2.1', '3.1', '4.1'])
    assert.deepEqual(findings(parse(text.replace('1.2 Few', '1.3 Few'))), [
      'skipped-paragraph-number: Paragraph number 1.2 is left out. Renumber, or add what is missing.',
    ])
    assert.deepEqual(findings(parse(text.replace('1.2 Few', '1.1 Few'))), [
      'duplicate-paragraph-number: Paragraph number 1.1 is used twice. This should be 1.2.',
    ])
    assert.deepEqual(
      findings(parse(text.replace('Cells were', 'Cells (see paragraph 1.2) were'))),
      [],
    )
    assert.deepEqual(
      findings(parse(text.replace('Cells were', 'Cells (see paragraph 1.9) were'))),
      [
        'unresolved-paragraph-reference: There is no paragraph 1.9. Write the number that is meant.',
      ],
    )
  })

  it('begins a new report with the first number of each section', () => {
    const { plain } = reportTemplate(type)
    assert.deepEqual(plain.match(/^\d\S*/gm), ['1.1.', '2.1.', '3.1.', '4.1.'])
    assert.deepEqual(parse(plain).numbering.faults, [])
  })

  it('keeps its numbers in Word', async () => {
    const { bytes, remarks } = await exportReport(parse(text))
    assert.deepEqual(remarks, [])
    const shown = readWord(bytes).text
    assert.deepEqual(shown.match(/^\d\.\d/gm), ['1.1', '1.2', '2.1', '3.1', '4.1'])
  })
})

describe('a type with six grades and numbered rows (Education Scotland)', () => {
  const { type, parse } = typeOf('education-scotland')
  const text = `# Summarised inspection findings: Westmarch Primary School

Published: 3 June 2024

## Leadership of change

This indicator is very good

The leadership of change is very good. Staff lead together.

## Learning, teaching and assessment

This indicator is good

Learning, teaching and assessment are good. Almost all children (95%) work well.

## Raising attainment and achievement

This indicator is satisfactory

Raising attainment and achievement is satisfactory. Most children reach the level.

## Ensuring wellbeing, equality and inclusion

This indicator is weak

Ensuring wellbeing, equality and inclusion is weak. Plans are not read.

## Quality indicators

| Indicator | Grade |
| --- | --- |
| Leadership of change | Very good |
| Learning, teaching and assessment | Good |
| Ensuring wellbeing, equality and inclusion | Weak |
| Raising attainment and achievement | Satisfactory |
`

  it('has a table in another order than the body, with printed numbers', () => {
    assert.deepEqual(
      type.rows.map(({ label, section }) => [label, section?.order]),
      [
        ['1.3', 0],
        ['2.3', 1],
        ['3.1', 3],
        ['3.2', 2],
      ],
    )
    assert.deepEqual(type.proportions[1], { words: ['most'], from: 75, to: 90 })
  })

  it('reads a report', () => {
    const report = parse(text)
    assert.deepEqual(grades(report), [
      'Leadership of change: very good',
      'Learning, teaching and assessment: good',
      'Raising attainment and achievement: satisfactory',
      'Ensuring wellbeing, equality and inclusion: weak',
    ])
    assert.deepEqual(findings(report), [])
  })
})

describe('a type without grades (Estyn)', () => {
  const { type, parse } = typeOf('estyn')
  const text = `# A report on Ysgol Westmarch

Date of inspection: 3 to 7 June 2024

## About the school

The school stands by the river.

## Overview

Pupils enjoy school.

## Recommendations

R1 Improve attendance

R2 Strengthen the work of governors

## What happens next

The school will draw up a plan.

## Main evaluation

### Learning

Pupils make good progress.

### Well-being and attitudes to learning

Pupils behave well.

### Teaching and learning experiences

Teaching is lively.

### Care, support and guidance

Staff know their pupils.

### Leadership and management

The headteacher leads with calm.

## Evidence base of the report

Inspectors met pupils.
`

  it('has neither scale nor judgements', () => {
    assert.equal(type.scale, undefined)
    assert.equal(type.table, undefined)
  })

  it('reads a report, in which "good" is a word like others', () => {
    const report = parse(text)
    assert.deepEqual(report.judgements, [])
    assert.deepEqual(findings(report), [])
    const without = parse(text.replace(/### Learning\n\n.*\n\n/, ''))
    assert.deepEqual(
      checkReport(without).map(({ rule }) => rule.id),
      ['missing-section'],
    )
  })
})
