import assert from 'node:assert/strict'
import { parseReport } from '../../../server/src/report/parse'
import { formOf, newForm } from '../../../server/src/report/template/form'
import {
  reportTemplate,
  summaryTemplate,
  timescaleTemplate,
} from '../../../server/src/report/template/template'
import { checkReport } from '../../../server/src/rules/run'
import { builtInCatalogue } from '../../../server/src/types/built-in'
import { latestTypes } from '../../../server/src/types/catalogue'
import { changed, clean, sample } from '../../reports/samples'
import { visitType } from '../../rules/visit-type'

describe('texts made from a report type', () => {
  for (const type of latestTypes(builtInCatalogue())) {
    it(`a new report (${type.id}) is a draft in which nothing is wrong`, () => {
      const report = parseReport(`${reportTemplate(type).plain}\n`)
      assert.equal(report?.type.id, type.id)
      assert.equal(report.status, 'draft')
      assert.deepEqual(report.missingSections, [])
      const found = checkReport(report).filter(({ severity }) => severity !== 'hint')
      assert.deepEqual(
        found.map(finding => finding.message),
        [],
      )
    })
  }

  for (const type of latestTypes(builtInCatalogue())) {
    it(`a new report (${type.id}) stays one when it is marked as finished`, () => {
      const { plain } = reportTemplate(type, { authority: 'Westmarch', day: '3 June 2019' })
      const report = parseReport(plain.replace('Status: draft\n\n', ''))
      assert.equal(report?.type.id, type.id)
      assert.equal(report.status, 'finished')
    })
  }

  it('recommendations without timescales are a list, and the numbers begin after it', () => {
    const ilacs = latestTypes(builtInCatalogue()).find(({ id }) => id === 'ofsted-ilacs')
    assert.ok(ilacs)
    const { plain } = reportTemplate(ilacs)
    assert.match(
      plain,
      /\n## What needs to improve\?\n\n- \[TBC\]\n\n## .*: \[grade\]\n\n1\. \[TBC\]\n/,
    )
  })

  it('a new report of the small type reads so', () => {
    assert.equal(
      reportTemplate(visitType).plain,
      `# Report of a visit

[authority]

Status: draft

## Contents

| | |
| --- | --- |
| About this visit | |
| Children | |
| Quality of care | |
| Staying safe | |
| Staff and managers | |
| Quality of care | |
| Record of grades | |

## About this visit

1. Inspectors visited [authority].

## Children

### Quality of care

Grade [number] ([grade])

2. The quality of care is [grade].

### Staying safe

Grade [number] ([grade])

3. Outcomes are [grade].

### What to do

4. [TBC]

At once:

- [TBC]

## Staff and managers

### Quality of care

Grade [number] ([grade])

5. [TBC]

## Record of grades

| Judgement | Grade |
| --- | --- |
| **Children** | |
| Quality of care | |
| Staying safe | |
| **Staff and managers** | |
| Quality of care | |`,
    )
  })

  it('has tab stops that claim no grade until one is chosen', () => {
    const { snippet } = reportTemplate(visitType)
    assert.ok(snippet.includes('Inspectors visited ${1:[authority]}.'), 'the same as on the cover')
    assert.ok(
      snippet.includes('${2|Grade [number] ([grade]),Grade 1 (good),Grade 2 (weak)|}'),
      snippet,
    )
    assert.equal(snippet.split('$0').length, 2)
  })

  it('leads to the cells of the table last, and ends after it', () => {
    const { snippet } = reportTemplate(visitType)
    assert.ok(
      snippet.endsWith('| **Staff and managers** | |\n| Quality of care | ${13:} |$0'),
      snippet,
    )
  })

  it('sets headings off where the report does so, whatever is below them', () => {
    const wrapped = clean.replace(/^(#+ .*)\n\n/gm, '$1\n')
    const report = parseReport(wrapped)
    assert.ok(report !== undefined)
    const { isSpaced, isSetOff } = formOf(report, 0)
    assert.deepEqual({ isSpaced, isSetOff }, { isSpaced: false, isSetOff: true })
  })

  it('has a table with all rows and a timescale with a first item', () => {
    assert.ok(summaryTemplate(visitType, newForm).plain.endsWith('| Quality of care | |'))
    assert.equal(timescaleTemplate('At once', newForm).plain, 'At once:\n\n- [TBC]')
    assert.equal(timescaleTemplate('At once', newForm).snippet, 'At once:\n\n- ${1:[TBC]}')
  })
})

describe('the form of a report', () => {
  function form(text: string, offset: number) {
    const report = parseReport(text)
    assert.ok(report !== undefined)
    return formOf(report, offset)
  }

  it('is Markdown in the finished sample', () => {
    const { heading, ...rest } = form(clean, clean.length)
    assert.deepEqual([0, 1, 2].map(heading), [
      { before: '## ', after: '' },
      { before: '### ', after: '' },
      { before: '#### ', after: '' },
    ])
    assert.deepEqual(rest, {
      isSpaced: true,
      isSetOff: true,
      number: { before: '', after: '. ' },
      bullet: '- ',
      gradeLine: 'Grade {number} ({word})',
      newline: '\n',
      isTypographic: true,
    })
  })

  it('is plain in the extracted sample, numbers as they are near', () => {
    const text = sample('westmarch-extracted.txt')
    const { heading, number } = form(text, text.indexOf('- 5. '))
    assert.deepEqual(heading(1), { before: '', after: '' })
    assert.deepEqual(number, { before: '- ', after: '. ' })
    assert.deepEqual(form(text, text.indexOf('21.\t')).number, { before: '', after: '.\t' })
  })

  it('knows emphasis, capitals and line ends', () => {
    const bold = clean
      .replace(/^#+ (.*)$/gm, '**$1**')
      .replace(/Grade (\d) \((\w)(\w+)\)/g, (_, number, first, rest) => {
        return `**Grade ${number} (${first.toUpperCase()}${rest})**`
      })
    const { heading, gradeLine, newline } = form(bold.replace(/\n/g, '\r\n'), 0)
    assert.deepEqual(heading(2), { before: '**', after: '**' })
    assert.equal(gradeLine, '**Grade {number} ({Word})**')
    assert.equal(newline, '\r\n')
  })

  it('takes the list mark that is before', () => {
    const text = changed(clean, '- bring the figures', '•\tbring the figures')
    assert.equal(form(text, text.length).bullet, '•\t')
  })
})
