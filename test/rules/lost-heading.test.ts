/** A section whose heading alone is lost is missing where its text begins, if that is plain. */

import assert from 'node:assert/strict'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { applyEdits } from '../../server/src/text/edits'

const help = 'The experiences and progress of children who need help and protection'
const care = 'The experiences and progress of children in care'
const leavers = 'The experiences and progress of care leavers'
const leaders = 'The impact of leaders on social work practice with children and families'

interface Form {
  readonly heading?: (title: string) => string
  readonly item?: string
  readonly number?: (number: number) => string
  readonly below?: string
}

/** A report of 2025 in a form, with the sections of these titles. */
function reportWith(
  titles: readonly string[],
  { heading = title => title, item = '- ', number = at => `${at}. `, below = '\n\n' }: Form = {},
): string {
  const all = [help, care, leavers, leaders]
  const sections = all.map((title, at) => {
    const first = at * 3 + 1
    const paragraphs = [first, first + 1, first + 2].map(
      each => `${number(each)}Workers know the children of team ${each} and visit them at home.`,
    )
    const lines = paragraphs.join('\n\n')
    return titles.includes(title) ? `${heading(`${title}: good`)}${below}${lines}` : lines
  })
  return [
    'Inspection of Westmarch local authority children’s services',
    'Inspection dates: 2 to 13 June 2025',
    'Lead inspector: Alex Reed, His Majesty’s Inspector',
    `| Judgement | Grade |\n| --- | --- |\n${[leaders, help, care, leavers, 'Overall effectiveness'].map(title => `| ${title} | Good |`).join('\n')}`,
    'Children in Westmarch are safe.',
    `${heading('What needs to improve?')}${below}${item}The timeliness of assessments.\n${item}Visits to children who live far away.`,
    ...sections,
    '',
  ].join('\n\n')
}

function missingIn(text: string) {
  const report = parseReport(text) ?? assert.fail('the text is no report')
  assert.equal(report.type.id, 'ofsted-ilacs')
  return checkReport(report)
    .filter(({ rule }) => rule.id === 'missing-section')
    .map(finding => ({
      at: text.slice(finding.span.start, finding.span.end),
      before: text.slice(0, finding.span.start).split('\n').at(-1)?.trim(),
      message: finding.message,
      fixed: applyEdits(text, finding.fixes?.()[0]?.edits ?? []),
    }))
}

const rest = [care, leavers, leaders]

describe('a heading that is lost below a list', () => {
  const forms: Readonly<Record<string, Form>> = {
    'in plain text': {},
    'in Markdown': { heading: title => `## ${title}` },
    'in bold': { heading: title => `**${title}**` },
    'with bullets': { item: '• ' },
    'with squares': { item: '◼ ' },
    'with letters': { item: '(a) ' },
    'with tabs after numbers': { number: at => `${at}.\t` },
    'with numbers set in': { number: at => `  ${at}.  ` },
    'in list items with numbers': { number: at => `- ${at}. ` },
    'without blank lines below headings': { below: '\n' },
  }
  for (const [name, form] of Object.entries(forms))
    it(`is missing where its text begins, ${name}`, () => {
      const text = reportWith(rest, form)
      assert.deepEqual(missingIn(reportWith([help, ...rest], form)), [])
      assert.deepEqual(missingIn(text), [
        {
          at: 'Workers',
          before: (form.number ?? (at => `${at}. `))(1).trim(),
          message: `"${help}" is missing, but its text begins here. Write its heading above it.`,
          fixed: reportWith([help, ...rest], form),
        },
      ])
    })

  it('has no place where its text follows that of another judgement', () => {
    for (const lost of rest) {
      const [missing, ...more] = missingIn(
        reportWith([help, ...rest].filter(each => each !== lost)),
      )
      assert.equal(more.length, 0)
      assert.match(missing?.message ?? '', /is missing\. Insert it after/)
    }
  })

  it('has none where two are lost: nothing says where the second begins', () => {
    const messages = missingIn(reportWith([leavers, leaders])).map(({ message }) => message)
    assert.deepEqual(messages.map(each => each.slice(each.indexOf('is missing'))).sort(), [
      'is missing, but its text begins here. Write its heading above it.',
      'is missing. Insert it after "What needs to improve?".',
    ])
  })

  it('has none where the list itself is numbered, or where there is no list', () => {
    for (const text of [
      reportWith(rest, { item: '1. ' }),
      reportWith(rest).replace(/^- .*\n/gm, ''),
    ])
      for (const { message } of missingIn(text)) assert.match(message, /Insert it after/)
  })
})
