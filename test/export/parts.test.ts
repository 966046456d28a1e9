import assert from 'node:assert/strict'
import { type Part, plainText } from '../../server/src/export/document'
import { numberRemarks } from '../../server/src/export/number-remarks'
import { partsOf } from '../../server/src/export/parts'
import { parseReport } from '../../server/src/report/parse'
import { sample } from '../reports/samples'
import { drafts } from '../support/drafts'
import { itHolds } from '../support/known-failures'
import { draftWords, partWords, sameWords } from './words'

const begin = `# Inspection of safeguarding and looked after children services

Westmarch

Status: draft

Inspection dates: 5–16 September 2011

Published: 21 October 2011

## About this inspection

`

function parts(text: string): readonly Part[] {
  const report = parseReport(text)
  assert.ok(report !== undefined)
  return partsOf(report)
}

/** One line for each part: what it is, and its words; `*` around what is bold, `/` italic, `?` open. */
function shown(part: Part): string {
  if (part.kind === 'table') {
    const rows = part.rows.map(
      ({ cells, group }) => `${group ? 'group ' : ''}${cells.map(plainText).join(' | ')}`,
    )
    return `table${part.header ? ' with header' : ''}\n  ${rows.join('\n  ')}`
  }
  if (part.kind === 'contents')
    return `contents ${part.entries.map(({ level, title }) => `${level} ${title}`).join(', ')}`
  const words = part.runs
    .map(({ text, bold, italic, open }) => {
      const around = `${bold ? '*' : ''}${italic ? '/' : ''}${open ? '?' : ''}`
      return around + text + around
    })
    .join('')
  switch (part.kind) {
    case 'heading':
      return `heading ${part.level} ${words}`
    case 'numbered':
      return `${part.number}. ${words}`
    case 'item':
      return `item ${part.level} ${part.mark ?? ''}${words}`
    case 'cover':
      return `cover ${part.label} ${words}`
    default:
      return `${part.kind} ${words}`
  }
}

function body(text: string): string[] {
  const all = parts(begin + text).map(shown)
  return all.slice(all.indexOf('heading 1 About this inspection') + 1)
}

describe('the parts of an exported report', () => {
  it('begin with title, authority and fields, without what says how the draft is handled', () => {
    assert.deepEqual(parts(`${begin}1. Text.\n`).map(shown).slice(0, 5), [
      'title Inspection of safeguarding and looked after children services',
      'authority Westmarch',
      'cover Inspection dates: 5–16 September 2011',
      'cover Published: 21 October 2011',
      'heading 1 About this inspection',
    ])
  })

  it('keep the fields that are in front matter', () => {
    const text = begin
      .replace('\nStatus: draft\n', '')
      .replace('# Insp', '---\nstatus: draft\nage group: All\n---\n# Insp')
    const covers = parts(`${text}1. Text.\n`).map(shown)
    assert.ok(covers.includes('cover Age group: All'), covers.join('\n'))
    assert.ok(!covers.some(line => line.includes('draft')))
  })

  it('join wrapped lines and leave out notes, comments and page furniture', () => {
    assert.deepEqual(
      body(`1. The inspection took place [Note ET: when?], they say<!-- who? -->, in
   the autumn [Note ET: which?] of a hot year.

[Note ET: a paragraph of its own]

<!-- inspection-reports ignore empty-section: not written yet -->
2. It was co-
operative.
`),
      [
        '1. The inspection took place, they say, in the autumn of a hot year.',
        '2. It was co-operative.',
      ],
    )
  })

  it('read emphasis at the edges of words only, and mark what is open', () => {
    assert.deepEqual(
      body(
        '1. A **bold** and *slanted* word, grades A*–C and A*–D, a_b_c, ***both*** and [TBC].\n',
      ),
      ['1. A *bold* and /slanted/ word, grades A*–C and A*–D, a_b_c, */both*/ and ?[TBC]?.'],
    )
  })

  it('keep an empty numbered paragraph, since those after it have their numbers', () => {
    assert.deepEqual(body('1. [Note ET: to be written]\n\n2. Text.\n'), ['1. ', '2. Text.'])
  })

  it('number a paragraph whose number is missing, so that those after it keep theirs', () => {
    const report = parseReport(sample('westmarch.inspection.md').replace(/^10\. /m, ''))!
    const numbered = partsOf(report).filter(part => part.kind === 'numbered')
    assert.deepEqual(
      numbered.slice(8, 11).map(({ number, isMissing }) => [number, isMissing]),
      [
        [9, false],
        [10, true],
        [11, false],
      ],
    )
  })

  it('nest lists by their indents and keep letters', () => {
    assert.deepEqual(
      body(
        '1. Seen were:\n\n- one\n  - two\n    - three\n- four\n\n2. And:\n\n(a) five\n(b) six\n',
      ),
      [
        '1. Seen were:',
        'item 0 one',
        'item 1 two',
        'item 2 three',
        'item 0 four',
        '2. And:',
        'item 0 (a)five',
        'item 0 (b)six',
      ],
    )
  })

  it('give each heading the level of its section, and put a grade after one on its own line', () => {
    const all = parts(
      `${begin}1. Text.\n\n## Safeguarding services\n\nOverall effectiveness **Grade 2 (good)**\n\n2. Good.\n`,
    ).map(shown)
    assert.deepEqual(all.slice(-4), [
      'heading 1 Safeguarding services',
      'heading 2 Overall effectiveness',
      'grade Grade 2 (good)',
      '2. Good.',
    ])
  })

  it('read tables of every form', () => {
    assert.deepEqual(
      body('1. So:\n\n| Word | Number |\n| --- | ---: |\n| one | 1 |\n| *two* | 2 |\n'),
      ['1. So:', 'table with header\n  Word | Number\n  one | 1\n  two | 2'],
    )
    assert.deepEqual(body('1. So:\n\n| | |\n| --- | --- |\n| one | 1 |\n'), [
      '1. So:',
      'table\n  one | 1',
    ])
    assert.deepEqual(body('1. So:\n\nWord\tNumber\none\t1\n'), [
      '1. So:',
      'table\n  Word | Number\n  one | 1',
    ])
  })

  it('hold every word of a report that is cut off, or whose paragraphs are out of order', () => {
    const paragraphs = sample('westmarch.inspection.md').split('\n\n')
    for (let at = 1; at < paragraphs.length; at += 9) {
      const cut = parseReport(paragraphs.slice(0, at).join('\n\n'))
      const moved = [...paragraphs.slice(at, at + 7), ...paragraphs.slice(0, at)]
      const turned = parseReport([...moved, ...paragraphs.slice(at + 7)].join('\n\n'))
      for (const report of [cut, turned])
        if (report !== undefined) sameWords(partWords(partsOf(report)), draftWords(report))
    }
  })

  it('keep the numbers that an author gives paragraphs of a letter, which has none of its own', () => {
    const letter = (paragraphs: string) => `30 November 2023

Dear Westmarch Local Safeguarding Partnership

Joint targeted area inspection of Westmarch

This letter summarises the findings of the inspection, which took place from 9 to 13 October 2023.

Headline findings

${paragraphs}

Next steps

The plan is due in March.
`
    const all = ['Partners work well.', 'Help comes early.', 'Plans are read by all.']
    for (const [form, isText] of [
      [(text: string, at: number) => `${at + 1}. ${text}`, true],
      [(text: string, at: number) => `${at + 1}.\t${text}`, true],
      [(text: string, at: number) => `${at + 7}.   ${text.replace(' ', '\n     ')}`, true],
      [(text: string, at: number) => `${at + 1} ${text}`, true],
      [(text: string, at: number) => `${at + 1}.\n\n${text}`, true],
      [(text: string, at: number) => `**${at + 1}.** ${text}`, true],
      [(text: string, at: number) => `(${String.fromCharCode(97 + at)}) ${text}`, false],
    ] as const) {
      const report = parseReport(letter(all.map(form).join('\n\n')))
      assert.ok(report !== undefined)
      const words = parts(report.text).map(shown).join('\n')
      sameWords(partWords(partsOf(report)), draftWords(report))
      if (isText) assert.match(words, /text .*[17].*Partners work well/)
    }
  })

  for (const draft of drafts())
    itHolds(`hold every word of ${draft.name}, in its order`, 'words exported', draft.name, () => {
      const report = parseReport(draft.text)
      if (report !== undefined) sameWords(partWords(partsOf(report)), draftWords(report))
    })
})

describe('what is said after an export', () => {
  it('is where the numbers are not in order, or one is missing', () => {
    const of = (...numbers: number[]) =>
      numberRemarks(numbers.map(number => ({ number, isMissing: false })))
    assert.deepEqual(of(1, 2, 3), [])
    assert.deepEqual(of(1, 3, 4), [
      'The paragraph numbers of the draft are not in order at 3. Word shows them as they are.',
    ])
    assert.match(of(1, 3, 3, 4).join(), /not in order, first at 3\./)
    const missing = { number: 2, isMissing: true }
    assert.deepEqual(numberRemarks([{ number: 1, isMissing: false }, missing]), [
      'One paragraph has no number in the draft, where 2 should be. Word will number it.',
    ])
  })
})
