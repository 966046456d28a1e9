import assert from 'node:assert/strict'
import { compileType } from '../../server/src/types/compile'
import { checkFix, checkRule, fixesOf } from '../support/check-rule'
import { changed, homeDraft, homeReport } from './home-report'
import { homeType } from './home-type'

const options = { type: homeType }
const graded = 'Learning\n\nGrade 2 (good)\n\n3. Learning is good.'

describe('missing-grade', () => {
  it('is silent where all judgements have a grade', () => {
    checkRule('missing-grade', homeReport, options)
  })

  it('finds a section without one and takes it from row and opening sentence', () => {
    const text = changed(graded, 'Learning\n\n3. Learning is good.')
    checkRule(
      'missing-grade',
      text.replace(
        '#### Learning\n',
        `#### Learning
     ^^^^^^^^ missing-grade (fix): There is no grade under "Learning". Write its grade line.
`,
      ),
      options,
    )
    checkFix('missing-grade', text, 'Insert "Grade 2 (good)"', homeReport, options)
  })

  it('offers both where row and opening sentence differ', () => {
    const text = changed(graded, 'Learning\n\n3. Learning is inadequate.')
    const titles = fixesOf('missing-grade', text, options).map(fix => fix.title)
    assert.deepEqual(titles, ['Insert "Grade 2 (good)"', 'Insert "Grade 4 (inadequate)"'])
  })

  it('offers the scale where nothing states the grade', () => {
    const text = changed(graded, 'Learning\n\n3. Children read a lot.').replace(
      '| Learning | Good |',
      '| Learning | |',
    )
    const [fix] = fixesOf('missing-grade', text, options)
    assert.equal(
      fix?.snippet?.newText,
      '\n${1|Grade 1 (outstanding),Grade 2 (good),Grade 3 (requires improvement),Grade 4 (inadequate)|}\n',
    )
    assert.equal(fix.edits[0]?.newText, '\nGrade [number] ([grade])\n')
  })

  it('writes the line as the report writes the others', () => {
    const close = (text: string) =>
      text.replace(/\n\nGrade (\d) \((.)(.*?)\)\n\n/g, (_, number, first, rest) => {
        return `\n**Grade ${number} (${first.toUpperCase()}${rest})**\n`
      })
    const text = close(homeReport).replace('Learning\n**Grade 2 (Good)**\n', 'Learning\n')
    checkFix('missing-grade', text, 'Insert "**Grade 2 (Good)**"', close(homeReport), options)
  })

  it('is silent where the grade is elsewhere in the section', () => {
    const text = changed(graded, 'Learning\n\n3. Learning is good and\n\nGrade 2 (good)\n\nso on.')
    checkRule('missing-grade', text, options)
  })

  it('is a to-do in a draft', () => {
    const text = changed(graded, 'Learning\n\n3. Learning is good.', homeDraft)
    checkRule(
      'missing-grade',
      text.replace(
        '#### Learning\n',
        `#### Learning
     ^^^^^^^^ missing-grade (fix): There is no grade under "Learning". Write its grade line.
`,
      ),
      options,
    )
  })

  it('writes the grade after the heading where the type has it there', () => {
    const type = compileType({
      id: 'suffix',
      name: 'Suffix',
      recognise: { titles: ['Inspection of homes'] },
      scale: { line: '{word}', grades: [{ word: 'good' }, { word: 'poor' }] },
      sections: [
        { id: 'care', title: 'The care of children', grade: 'suffix' },
        { id: 'record', title: 'Judgements', kind: 'summary' },
      ],
      summary: { rows: [{ section: 'care' }] },
    })
    const before = `## The care of children

They are well.

## Judgements

| Judgement | Grade |
| --- | --- |
| The care of children | Poor |
`
    checkRule(
      'missing-grade',
      before.replace(
        'children\n',
        `children
   ^^^^^^^^^^^^^^^^^^^^ missing-grade (fix): There is no grade after "The care of children". Write it there.
`,
      ),
      { type },
    )
    const after = before.replace('children\n', 'children: poor\n')
    checkFix('missing-grade', before, 'Insert "poor"', after, { type })
    checkRule('missing-grade', after, { type })
  })

  it('is silent where a placeholder stands for the grade', () => {
    checkRule(
      'missing-grade',
      changed('Learning\n\nGrade 2 (good)', 'Learning\n\nGrade XX'),
      options,
    )
  })
})
