import { checkFix, checkRule } from '../support/check-rule'
import { visitReport } from './visit-report'
import { visitType } from './visit-type'

const options = { type: visitType }

/** The report with what is from `from` up to `to` put before `before`. */
function moved(from: string, to: string, before: string): string {
  const start = visitReport.indexOf(from)
  const end = visitReport.indexOf(to, start)
  const rest = visitReport.slice(0, start) + visitReport.slice(end)
  const at = rest.indexOf(before)
  return rest.slice(0, at) + visitReport.slice(start, end) + rest.slice(at)
}

describe('misplaced-section', () => {
  it('is silent where the sections follow the order', () => {
    checkRule('misplaced-section', visitReport, options)
  })

  it('finds a section that is in another part, and moves it with its content', () => {
    const text = moved('### What to do', '## Staff', '## Record')
    checkRule(
      'misplaced-section',
      text.replace(
        '### What to do\n',
        `### What to do
    ^^^^^^^^^^ misplaced-section (fix): "What to do" is out of order. Move it after "Staying safe".
`,
      ),
      options,
    )
    checkFix('misplaced-section', text, 'Move "What to do" to its place', visitReport, options)
  })

  it('finds a section that is too early', () => {
    const text = moved('## About', '## Children', '## Record')
    checkFix(
      'misplaced-section',
      text,
      'Move "About this visit" to its place',
      visitReport,
      options,
    )
  })

  it('moves a section that begins or ends a page without a blank line too many', () => {
    const paged = visitReport
      .replace('\n## About', '\n\f## About')
      .replace('\n## Children', '\n\f## Children')
    const start = paged.indexOf('\f## About')
    const end = paged.indexOf('\f## Children')
    const rest = paged.slice(0, start) + paged.slice(end)
    const at = rest.indexOf('## Record')
    const text = rest.slice(0, at) + paged.slice(start, end) + rest.slice(at)
    checkFix('misplaced-section', text, 'Move "About this visit" to its place', paged, options)
  })

  it('reports a part that has been moved once', () => {
    const text = moved('## Staff', '## Record', '## About')
    checkRule(
      'misplaced-section',
      text.replace(
        '## Staff and managers\n',
        `## Staff and managers
   ^^^^^^^^^^^^^^^^^^ misplaced-section (fix): "Staff and managers" is out of order. Move it after "Children".
`,
      ),
      options,
    )
    checkFix(
      'misplaced-section',
      text,
      'Move "Staff and managers" to its place',
      visitReport,
      options,
    )
  })

  it('moves a section from the end of the text', () => {
    const start = visitReport.indexOf('### What to do')
    const end = visitReport.indexOf('## Staff')
    const text = `${visitReport.slice(0, start) + visitReport.slice(end)}\n${visitReport.slice(start, end).trimEnd()}`
    checkFix(
      'misplaced-section',
      text,
      'Move "What to do" to its place',
      `${visitReport}\n`,
      options,
    )
  })

  it('names the part once where the section belongs at its start', () => {
    const text = moved('### Quality of care\n\nGrade 1 (good)\n\n2', '### Staying', '### What')
    checkRule(
      'misplaced-section',
      text.replace(
        /(### Quality of care\n)(?=\nGrade 1 \(good\)\n\n2)/,
        '$1    ^^^^^^^^^^^^^^^ misplaced-section (fix): "Quality of care" is out of order. Move it to the start of "Children".\n',
      ),
      options,
    )
  })
})
