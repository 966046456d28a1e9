import assert from 'node:assert/strict'
import { applyEdits } from '../../server/src/text/edits'
import { checkFix, checkRule, fixesOf } from '../support/check-rule'

const id = 'missing-paragraph-number'

describe(id, () => {
  it('finds the paragraph for which its neighbours leave a number', () => {
    checkRule(
      id,
      `
## Staying safe

1. The arrangements for safety are good.

Foster carers are well prepared.
^^^^^^ missing-paragraph-number (fix): This paragraph has no number. It should be 2.

3. Visits are made when due.
`,
    )
  })

  it('writes the number as its neighbours are written, and leaves page ends where they are', () => {
    for (const [first, page, indent] of [
      ['', '\f', ''],
      ['\f', '', ''],
      ['\f', '\f', ''],
      ['\f  ', '', '  '],
      ['  ', '\f', '  '],
      ['\f  ', '\f', '  '],
      ['\f- ', '', '- '],
    ] as const) {
      const text = (second: string) =>
        `## Staying safe\n\n${first}1. The arrangements are good.\n\n${second}Carers are well prepared.\n\n${indent}3. Visits are made when due.\n`
      const lost = text(page)
      const [fix] = fixesOf(id, lost)
      assert.equal(applyEdits(lost, fix?.edits ?? []), text(`${page}${indent}2. `))
    }
  })

  it('takes the one beside numbered paragraphs, not those of a summary, which have none', () => {
    for (const [title, findings] of [
      ['### For children', '### What was found'],
      ['Summary', 'Inspection findings'],
      ['**Summary**', '**Inspection findings**'],
      ['#### Summary', 'Inspection findings'],
    ])
      checkRule(
        id,
        `
## Staying safe

1. The arrangements for safety are good.

${title}

Social workers know their children well and see them often at home.

${findings}

Foster carers are well prepared, and say so.
^^^^^^ missing-paragraph-number (fix): This paragraph has no number. It should be 2.

3. Visits are made when due.

4. Children are seen alone.
`,
      )
  })

  for (const [name, second] of [
    ['further to the left than the lines around it', 'Foster carers are well prepared for the'],
    ['below a line that had room for its first word', '   Foster carers are well prepared for the'],
    ['in bold', '**Foster carers** are well prepared for the'],
    ['a quotation', '‘Foster carers are kind’, they said of the'],
  ] as const)
    it(`finds the paragraph within another, ${name}`, () => {
      for (const lost of [2, 3]) {
        const text = [
          '1. Visits are made when they are due, and',
          '   children are seen alone each time they',
          '   are made. Carers say that this helps.',
          `${lost - 1}. Social workers write clear records of`,
          '   what children tell them and of what it',
          '   means for plans.',
          second,
          '   work that they do, and say that they are',
          '   well supported in it by their managers.',
          `${lost + 1}. Reviews are held in time, and plans are`,
          '   changed when children need it.',
        ].slice(lost === 2 ? 3 : 0)
        const word = second.trimStart().split(' ')[0] as string
        const at = text.indexOf(second) + 1
        const marks = `${' '.repeat(second.indexOf(word))}${'^'.repeat(word.length)}`
        text.splice(
          at,
          0,
          `${marks} missing-paragraph-number (fix): This paragraph has no number. It should be ${lost}.`,
        )
        checkRule(id, `\n## Staying safe\n\n${text.join('\n')}\n`)
      }
    })

  it('offers two corrections where two paragraphs may have had the number', () => {
    const lines = (first: string, second: string) => `## Staying safe

1. The arrangements for safety are good.

${first}Foster carers are well prepared.

${second}Social workers write clear records of visits.

3. Visits are made when due.
`
    const titles = fixesOf(id, lines('', '')).map(({ title }) => title)
    assert.deepEqual(titles.slice(0, 2), [
      'Number this paragraph 2',
      'Number the one that begins "Social workers write clear …" 2',
    ])
    checkFix(id, lines('', ''), titles[0] ?? '', lines('2. ', ''))
    checkFix(id, lines('', ''), titles[1] ?? '', lines('', '2. '))
    assert.ok(fixesOf(id, lines('', '')).every(({ preferred }) => preferred !== true))
  })

  it('is silent about a sentence that begins a line of its paragraph', () => {
    checkRule(
      'missing-paragraph-number',
      `
## Staying safe

1. Visits are made when they are due, and
   children are seen alone. Carers say so.
   Social workers write clear records of it
   and of what it means for their plans.

3. Reviews are held in time, and plans are
   changed when children need it.
`,
    )
  })

  it('is silent where there is no gap', () => {
    checkRule(
      id,
      `
## Staying safe

1. The arrangements for safety are good.

Foster carers are well prepared.

2. Visits are made when due.

Children are seen alone.
`,
    )
  })

  it('writes the number in the form of the neighbours', () => {
    for (const [mark, space] of [
      ['', ' '],
      ['', '\t'],
      ['', '\n\n'],
      ['- ', ' '],
    ] as const) {
      const report = (label: string) => `## Staying safe

${mark}1.${space}The arrangements for safety are good.

${label}Foster carers are well prepared.

${mark}3.${space}Visits are made when due.
`
      checkFix(id, report(mark), 'Number this paragraph 2', report(`${mark}2.${space}`))
    }
  })

  it('takes white space that was left of the label', () => {
    checkFix(
      id,
      '## Staying safe\n\n1. Children are safe.\n\n Staff know what to do.\n\n3. Visits are made.\n',
      'Number this paragraph 2',
      '## Staying safe\n\n1. Children are safe.\n\n2. Staff know what to do.\n\n3. Visits are made.\n',
    )
  })

  it('finds a mistyped number, and writes it right', () => {
    for (const label of ['2,', '2..', '1a.', '2;']) {
      const text = (number: string, mark = '') => `
## Staying safe

1. The arrangements for safety are good.

${number} Foster carers are well prepared.
${mark}
3. Visits are made when due.
`
      const mark = `${'^'.repeat(label.length)} missing-paragraph-number (fix): "${label}" is mistyped. Write "2."\n`
      checkRule(id, text(label, mark))
      checkRule('skipped-paragraph-number', text(label))
      checkFix(id, text(label), 'Write "2."', text('2.'))
    }
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, '1O', 11].map(each => `${each}. Visits are made.\n\n`)
    const many = `## Staying safe\n\n${ten.join('')}`
    checkFix(id, many, 'Write "10."', many.replace('1O', '10'))
  })
})
