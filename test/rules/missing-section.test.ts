import assert from 'node:assert/strict'
import { missingSection } from '../../server/src/rules/missing-section'
import { checkReport } from '../../server/src/rules/run'
import { applyEdits } from '../../server/src/text/edits'
import { clean } from '../reports/samples'
import { checkFix, checkRule, fixesOf, reportOf } from '../support/check-rule'
import { visitReport } from './visit-report'
import { visitType } from './visit-type'

const options = { type: visitType }

/** The report without what is from `from` up to `to`. */
function without(from: string, to: string): string {
  const start = visitReport.indexOf(from)
  return visitReport.slice(0, start) + visitReport.slice(visitReport.indexOf(to, start))
}

describe('missing-section', () => {
  it('is silent where every required section is there', () => {
    checkRule('missing-section', visitReport, options)
    checkRule('missing-section', clean)
  })

  it('marks the title of the part that the section belongs in', () => {
    checkRule(
      'missing-section',
      without('### Staying safe', '### What to do').replace(
        '\n### Quality',
        '   ^^^^^^^^ missing-section (fix): "Staying safe" is missing. Insert it after "Quality of care".\n\n### Quality',
      ),
      options,
    )
  })

  it('marks the title of the report for a section that is in no part', () => {
    checkRule(
      'missing-section',
      without('## About this visit', '## Children').replace(
        '\nWestmarch',
        '  ^^^^^^^^^^^^^^^^^ missing-section (fix): "About this visit" is missing. Insert it before "Children".\nWestmarch',
      ),
      options,
    )
  })

  it('reports a missing part once, whatever should be in it', () => {
    const text = without('## Children', '## Staff').replace(
      '\nChildren\t1\nQuality of care\t2\nStaying safe\t2',
      '',
    )
    const fixes = fixesOf('missing-section', text, options)
    assert.deepEqual(
      fixes.map(fix => fix.title),
      ['Insert "Children"'],
    )
    assert.equal(
      applyEdits(text, fixes[0]?.edits ?? []),
      text.replace('Staff and', 'Children\nQuality of care\nStaying safe\nStaff and').replace(
        '## Staff',
        `## Children

### Quality of care

Grade 1 (good)

2. The quality of care is good.

### Staying safe

Grade 2 (weak)

3. Outcomes are weak.

### What to do

4. [TBC]

At once:

- [TBC]

## Staff`,
      ),
    )
  })

  it('leaves the summary table to its own rule', () => {
    checkRule('missing-section', visitReport.slice(0, visitReport.indexOf('## Record')), options)
  })

  it('inserts the section with open places where nothing states its grade', () => {
    const before = without('### Staying safe', '### What to do').replace(
      '| Staying safe | Weak |\n',
      '',
    )
    const [fix] = fixesOf('missing-section', before, options)
    assert.equal(
      applyEdits(before, fix?.edits ?? []),
      before.replace(
        '### What to do',
        '### Staying safe\n\nGrade [number] ([grade])\n\n3. Outcomes are [grade].\n\n### What to do',
      ),
    )
    assert.equal(
      fix?.snippet?.newText,
      '### Staying safe\n\n${1|Grade [number] ([grade]),Grade 1 (good),Grade 2 (weak)|}\n\n' +
        '3. Outcomes are ${2|[grade],good,weak|}.$0\n\n',
    )
  })

  it('writes the section as the report is written', () => {
    const plain = visitReport
      .replace(/^#+ /gm, '')
      .replace(
        /Grade (\d) \((.)/g,
        (_, number, letter) => `**Grade ${number} (${letter.toUpperCase()}`,
      )
      .replace(/^(\*\*.*)$/gm, '$1**')
      .replace(/^(\d)\. /gm, '- $1.\t')
      .replace(/\n/g, '\r\n')
    const start = plain.indexOf('Staying safe\r\n\r\n**Grade')
    const end = plain.indexOf('What to do\r\n')
    checkFix(
      'missing-section',
      plain.slice(0, start) + plain.slice(end),
      'Insert "Staying safe"',
      `${plain.slice(0, start)}Staying safe\r\n\r\n**Grade 2 (Weak)**\r\n\r\n- 3.\tOutcomes are weak.\r\n\r\n${plain.slice(end)}`,
      options,
    )
  })

  it('gives one finding for a report in which nothing is written', () => {
    checkRule(
      'missing-section',
      `
# Report of a visit
  ^^^^^^^^^^^^^^^^^ missing-section (fix): The report has no sections yet. Insert them, beginning with "About this visit".

Westmarch
`,
      options,
    )
  })

  it('is a thing to do in a draft', () => {
    const text = without('### Staying safe', '### What to do')
    const isToDo = (each: string) =>
      [...missingSection.check(reportOf(each, options))].map(finding => finding.toDo)
    assert.deepEqual(isToDo(text), [false])
    assert.deepEqual(isToDo(text.replace('Westmarch', 'Westmarch\n\nStatus: draft')), [true])
  })

  it('keeps a comment with the heading below it', () => {
    const comment = '<!-- inspection-reports ignore empty-section: agreed -->\n'
    const before = without('### Staying safe', '### What to do').replace(
      '### What',
      `${comment}### What`,
    )
    const [fix] = fixesOf('missing-section', before, options)
    const after = applyEdits(before, fix?.edits ?? [])
    assert.ok(after.includes(`3. Outcomes are weak.\n\n${comment}### What to do`), after)
  })

  it('leads to a report without a fault: numbers, references and contents follow', () => {
    const whole = visitReport.replace('Two inspectors came.', 'Two inspectors came (paragraph 5).')
    const start = whole.indexOf('### Staying safe')
    const rest = whole.slice(0, start) + whole.slice(whole.indexOf('### What to do'))
    const closed = rest
      .replace('4. The manager', '3. The manager')
      .replace('5. The quality', '4. The quality')
      .replace('(paragraph 5)', '(paragraph 4)')
      .replace('Staying safe\t2\n', '')
    const further = rest
      .replace('4. The manager', '9. The manager')
      .replace('5. The quality', '10. The quality')
      .replace('(paragraph 5)', '(paragraph 10)')
    for (const text of [rest, closed, further]) {
      const [fix] = fixesOf('missing-section', text, options)
      const after = applyEdits(text, fix?.edits ?? [])
      assert.deepEqual(
        checkReport(reportOf(after, options)).map(({ message }) => message),
        [],
      )
      assert.ok(after.includes('(paragraph 5)'))
      assert.ok(after.includes('\nStaying safe'))
    }
  })
})
