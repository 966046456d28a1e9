import assert from 'node:assert/strict'
import type { FileContents } from '../../../server/src/features/leaving/file-traces'
import type { LeavingKind, LeavingTarget } from '../../../server/src/features/leaving/kinds'
import { type LeavingCheck, leavingSteps } from '../../../server/src/features/leaving/leaving-check'
import { leavingPage } from '../../../server/src/features/leaving/leaving-page'
import { pageAsMarkdown } from '../../../server/src/features/page/markdown'
import { parseReport } from '../../../server/src/report/parse'
import type { Severities } from '../../../server/src/rules/run'
import { finish } from '../../../server/src/text/steps'
import { clean, sample } from '../../reports/samples'

interface Options {
  readonly target?: LeavingTarget
  readonly severities?: Severities
  readonly file?: FileContents
}

function checked(text: string, { target = 'publication', severities = {}, file }: Options = {}) {
  const report = parseReport(text)
  return finish(leavingSteps(report, { target, severities, ...(file && { file }) }))
}

/** What is found of a kind: `place | what | words`. */
function found(check: LeavingCheck, kind: LeavingKind): readonly string[] {
  const part = check.parts.find(each => each.kind === kind)
  return (part?.items ?? []).map(({ place, what, quote }) =>
    [place, what, quote === undefined ? '' : quote.wrong].join(' | '),
  )
}

const kindsOf = ({ parts }: LeavingCheck) => parts.map(({ kind }) => kind)

/** The clean sample with words after one of its paragraphs. */
function withWords(words: string): string {
  const paragraph = 'Schools hear by noon, so that a teacher may keep an eye on the child.'
  assert.ok(clean.includes(paragraph))
  return clean.replace(paragraph, `${paragraph} ${words}`)
}

const place = 'Partnership working (Safeguarding services), paragraph 37'

describe('what must not leave the house', () => {
  it('is nothing in a report that is finished', () => {
    const check = checked(clean)
    assert.deepEqual(kindsOf(check), [])
    assert.match(
      pageAsMarkdown(leavingPage('report.md', check)),
      /Nothing found of the kinds looked for: details by which somebody could be recognised, notes among colleagues, evidence marks, placeholders, problems to be put right, hidden text, draft marks, problems that are ignored, checks that are off\./,
    )
  })

  it('is in a draft whatever is among colleagues or unfinished, each with its place', () => {
    const planted: readonly [LeavingKind, string, string][] = [
      ['notes', '[Note AB: is this right?]', `${place} | Note by AB | is this right?`],
      ['evidence-marks', '[E12]', `${place} |  | [E12]`],
      ['evidence-marks', '[Ev 12, 14b]', `${place} |  | [Ev 12, 14b]`],
      ['evidence-marks', '[evidence: CS 4]', `${place} |  | [evidence: CS 4]`],
      ['placeholders', 'It was [TBC].', `${place} |  | [TBC]`],
      [
        'hidden-text',
        '<!-- ask the director -->',
        `${place} | Comment in the text | ask the director`,
      ],
      [
        'to-be-put-right',
        'See paragraph 140.',
        `${place} | There is no paragraph 140. The last is 66. | 140`,
      ],
      [
        'identifying-details',
        'Mrs Smith agreed.',
        `${place} | Could somebody recognise this person? "Mrs Smith" is named here. | Mrs Smith`,
      ],
    ]
    for (const [kind, words, expected] of planted) {
      const check = checked(withWords(words))
      assert.deepEqual(kindsOf(check), [kind], words)
      assert.deepEqual(found(check, kind), [expected])
    }
  })

  it('finds what is only worth asking while it is a draft, too', () => {
    const draft = withWords('Mrs Smith agreed.').replace('Published:', 'Status: draft\nPublished:')
    const check = checked(draft)
    assert.deepEqual(kindsOf(check), ['identifying-details', 'draft-marks'])
    assert.deepEqual(found(check, 'draft-marks'), ['Cover |  | Status: draft'])
  })

  it('finds lines that say that it is a draft', () => {
    for (const line of [
      'DRAFT',
      'Draft v3 – 12 May 2012',
      'Not for publication',
      'Pre-publication copy for factual accuracy check',
      'OFFICIAL-SENSITIVE',
      '*Confidential until published*',
      'EMBARGOED until 6 May',
    ])
      assert.deepEqual(
        kindsOf(checked(clean.replace('\n\n', `\n\n${line}\n\n`))),
        ['draft-marks'],
        line,
      )
    for (const line of [
      'The draft plan is good.',
      'Draft education plans for children',
      'Confidential advice',
      'Provisional figures are used here.',
    ])
      assert.ok(!kindsOf(checked(withWords(`\n\n${line}`))).includes('draft-marks'), line)
  })

  it('lists what is ignored with its reason, and what is switched off', () => {
    const ignored = clean.replace(
      '### Partnership working\n',
      '<!-- inspection-reports ignore mismatched-grade: agreed with the reader -->\n### Partnership working\n',
    )
    const check = checked(ignored, {
      severities: { 'missing-row': 'off', 'identifying-detail': 'off' },
    })
    assert.deepEqual(found(check, 'ignored-problems'), [
      'Partnership working (Safeguarding services) | A section and its row in the summary table that state different grades. The reason given: agreed with the reader | ',
    ])
    assert.deepEqual(found(check, 'checks-off'), [
      ' | A row that is missing from the summary table (missing-row) | ',
    ])
  })

  it('does not say that nobody could be recognised where a line ignores that', () => {
    const ignoring = '<!-- inspection-reports ignore-file identifying-detail: agreed -->'
    const check = checked(`${withWords('Mrs Smith agreed.')}\n${ignoring}\n`)
    assert.deepEqual(kindsOf(check), ['ignored-problems'])
    assert.ok(!check.notFound.includes('identifying-details'))
  })

  it('asks who could be recognised although the rule is off', () => {
    const check = checked(withWords('Mrs Smith agreed.'), {
      severities: { 'identifying-detail': 'off' },
    })
    assert.deepEqual(kindsOf(check), ['identifying-details'])
  })

  it('lets a copy for the council say that it is a draft', () => {
    const draft = clean.replace('Published:', 'Status: draft\nPublished:')
    const [forCouncil, forAll] = [checked(draft, { target: 'council' }), checked(draft)]
    assert.deepEqual(
      [forCouncil, forAll].map(({ parts }) => parts.map(({ kind, weight }) => `${kind} ${weight}`)),
      [['draft-marks may-stay'], ['draft-marks must-go']],
    )
    assert.match(pageAsMarkdown(leavingPage('a.md', forCouncil)), /## May stay\n\n### Draft marks/)
    assert.match(
      pageAsMarkdown(leavingPage('a.md', forAll)),
      /## Take out or put right\n\n### Draft marks/,
    )
  })

  it('never says that there are no personal details', () => {
    for (const target of ['council', 'publication'] as const) {
      const page = pageAsMarkdown(leavingPage('a.md', checked(clean, { target })))
      assert.doesNotMatch(page, /no personal|anonym|safe to|can be published/i)
      assert.match(page, /A report without any of these may still lead to somebody\./)
    }
  })

  it('counts what is too much to list', () => {
    const many = Array.from({ length: 60 }, (_, at) => `[Note AB: point ${at}]`).join(' ')
    const page = pageAsMarkdown(leavingPage('a.md', checked(withWords(many))))
    assert.match(page, /point 49/)
    assert.doesNotMatch(page, /point 50/)
    assert.match(page, /and 10 more/)
  })

  describe('in a file', () => {
    const contents = (traces: FileContents['traces']): FileContents => ({
      kind: 'word',
      traces,
      isTyped: () => true,
    })
    const trace = { what: 'Author', words: 'Ann Quill', at: undefined, where: '' } as const

    it('is what it carries besides the text', () => {
      const at = clean.indexOf('Schools hear by noon')
      const check = checked(clean, {
        file: contents([
          { ...trace, kind: 'properties' },
          { kind: 'tracked-changes', what: 'Deleted', words: 'old words', at, where: '' },
          { kind: 'comments', what: 'Comment', words: 'why?', at: undefined, where: 'Footnote' },
        ]),
      })
      assert.deepEqual(kindsOf(check), ['tracked-changes', 'comments', 'properties'])
      assert.deepEqual(found(check, 'tracked-changes'), [`${place} | Deleted | old words`])
      assert.deepEqual(found(check, 'comments'), ['Footnote | Comment | why?'])
      assert.deepEqual(found(check, 'properties'), [' | Author | Ann Quill'])
    })

    it('are no properties that say what the cover says, or that the inspectorate made it', () => {
      for (const words of [
        'Ofsted',
        'Inspection of safeguarding and looked after children services',
      ])
        assert.deepEqual(
          kindsOf(checked(clean, { file: contents([{ ...trace, kind: 'properties', words }]) })),
          [],
        )
    })

    it('is looked for in a file whose text is no report', () => {
      const check = checked('A letter.', { file: contents([{ ...trace, kind: 'properties' }]) })
      assert.deepEqual(kindsOf(check), ['properties'])
      for (const kind of ['identifying-details', 'notes', 'to-be-put-right'] as const)
        assert.ok(!check.notFound.includes(kind), kind)
      assert.match(
        pageAsMarkdown(leavingPage('a.docx', check)),
        /Its text is not a report of a known type, so only the file itself was looked at\./,
      )
    })

    it('does not list a comment of Word as a note', () => {
      const file: FileContents = { kind: 'word', traces: [], isTyped: () => false }
      assert.deepEqual(kindsOf(checked(withWords('[Note AB: right?]'), { file })), [])
    })
  })

  it('finds something of each kind in the sample with problems', () => {
    const check = checked(sample('westmarch-with-problems.inspection.md'))
    assert.deepEqual(kindsOf(check), [
      'identifying-details',
      'notes',
      'placeholders',
      'to-be-put-right',
      'ignored-problems',
    ])
  })
})
