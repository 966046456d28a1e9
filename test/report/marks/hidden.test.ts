import assert from 'node:assert/strict'
import { checkReport } from '../../../server/src/rules/run'
import { readAnnotated } from '../../support/annotated'
import { reportOf } from '../../support/check-rule'
import { checkReading, contentsOf, rowsOf, sectionsOf } from '../../support/describe-report'

describe('a note, or a comment, changes nothing of what it is in', () => {
  for (const hidden of ['[Note AB: check this]', '<!-- agreed -->'])
    it(hidden, () => {
      const text = `
Contents

Staying safe ${hidden}	12

Staying safe ${hidden}

${hidden}

Grade 2 (good) ${hidden}

${hidden} 1. The arrangements for ensuring that children are safe are good.

Record of main findings

${hidden}
| Judgement | Grade |
|---|---|
| Staying safe ${hidden} | Good ${hidden} |
`
      checkReading(text, contentsOf, 'Staying safe 12')
      checkReading(
        text,
        sectionsOf,
        '> > Staying safe | good (line) | opens good\nRecord of main findings',
      )
      checkReading(
        text,
        rowsOf,
        'row Services for looked after children > How good are outcomes for looked after children and care leavers? > Staying safe: good',
      )
      assert.equal(reportOf(text).numbering.paragraphs.length, 1)
    })
})

describe('a note in a wrapped line', () => {
  it('does not make the line too long to be wrapped', () => {
    const long =
      'a remark among colleagues that is long enough to double the line it stands in'.repeat(2)
    const report = reportOf(
      `Staying safe\n\n1. The team has met each week since 2009. [Note AB: ${long}] The\nCouncil knows this.\n`,
    )
    assert.equal(report.blocks.filter(({ kind }) => kind === 'paragraph').length, 1)
  })
})

describe('fenced code', () => {
  it('is not part of the report', () => {
    const { text } = readAnnotated(`
Being healthy

Grade 2 (good)

1. Health outcomes are good.

\`\`\`text
Being healthy

Grade 4 (inadequate)

[TBC]
\`\`\`

Staying safe

Grade 2 (good)
`)
    const report = reportOf(text)
    assert.deepEqual(sectionsOf(report), [
      '> > Being healthy | good (line) | opens good',
      '> > Staying safe | good (line)',
    ])
    assert.deepEqual(
      checkReport(report).filter(finding => finding.rule.id === 'open-placeholder'),
      [],
    )
  })

  it('is text where it is not closed', () => {
    checkReading(
      '```\n\nStaying safe\n\nGrade 2 (good)\n',
      sectionsOf,
      '> > Staying safe | good (line)',
    )
  })
})
