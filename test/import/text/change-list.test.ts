/** The list of what an import has changed: what a reader has to know comes first, and the ordinary is only counted. */

import assert from 'node:assert/strict'
import { type Change, done, open } from '../../../server/src/import/text/change'
import { changeList } from '../../../server/src/import/text/change-list'
import { finish } from '../../../server/src/text/steps'

const listOf = (changes: readonly Change[], made = { isReport: true, isTidied: true }) =>
  finish(
    changeList('harbour.docx', {
      changes: changes.map(each => ({
        ...each,
        place: `page ${each.line}`,
        draftLine: each.line * 10,
      })),
      ...made,
    }),
  )

const textOf = (...args: Parameters<typeof listOf>) => listOf(...args).text

const moved = (page: number) => done('tracked-change', page, `Kept what AB inserted.`)

describe('the list of what was changed', () => {
  it('has first what somebody must decide, then what was accepted or left out, then the rest', () => {
    const list = textOf([
      done('title', 1, 'Put the name of the authority on a line of its own.'),
      done('tracked-change', 2, 'Left out what AB deleted.', { before: 'often' }),
      open('lost-hyphen', 3, 'Should "decisionmaking" be "decision-making"?'),
      done('picture', 4, 'Left out a picture.'),
      done('hidden-text', 4, 'Left out hidden text.', { before: 'To be checked.' }),
      done('comment', 5, 'Turned a comment into a note.', { after: '[Note AB: Why?]' }),
      done('resolved-comment', 6, 'Left out a comment that is resolved.', { before: 'Done.' }),
    ])
    assert.equal(
      list,
      `# What was changed in harbour.docx

- For you to decide: 1
- Tracked changes taken as accepted: 1
- Hidden words left out: 1
- Comments turned into notes: 1
- Resolved comments left out: 1
- Pictures, charts and files inside it, not read: 1

## For you to decide

- page 3: Should "decisionmaking" be "decision-making"?

## Accepted or left out

- page 2: Left out what AB deleted. (often)
- page 4: Left out a picture.
- page 4: Left out hidden text. (To be checked.)
- page 5: Turned a comment into a note. ([Note AB: Why?])
- page 6: Left out a comment that is resolved. (Done.)

## Changed

- page 1: Put the name of the authority on a line of its own.
`,
    )
  })

  it('only counts what is ordinary, wherever there is more than one of it', () => {
    const joined = (page: number, count: number) =>
      done('joined-lines', page, `Joined ${count} lines into one paragraph.`, { count })
    const number = (page: number) => done('page-number', page, 'Left out a page number.')
    assert.equal(
      textOf([joined(1, 5), joined(2, 12), joined(2, 3), number(1), number(2)]),
      `# What was changed in harbour.docx

## Changed throughout

- Joined 20 lines into 3 paragraphs.
- Left out 2 page numbers.
`,
    )
    assert.match(
      textOf([joined(1, 5)]),
      /## Changed\n\n- page 1: Joined 5 lines into one paragraph\.\n$/,
    )
  })

  for (const [kind, message, sum] of [
    ['bullet', 'Replaced a bullet with a dash.', 'Replaced 3 bullets with dashes.'],
    [
      'footnote',
      'Moved a footnote after the paragraph it interrupted.',
      'Put 3 footnotes after their paragraphs.',
    ],
    [
      'number-alone',
      'Joined a number on a line of its own with its text.',
      'Joined 3 numbers on lines of their own with their text.',
    ],
  ] as const)
    it(`says how many there are: ${sum}`, () => {
      const list = textOf([1, 2, 3].map(page => done(kind, page, message)))
      assert.match(list, new RegExp(`throughout\\n\\n- ${sum.replace('.', '\\.')}\\n$`))
    })

  it('names each word once that was broken over lines', () => {
    const joined = ['multi-agency', 'well-being', 'multi-agency'].map((after, page) =>
      done('joined-word', page, `Joined "${after}", which was broken over two lines.`, { after }),
    )
    assert.match(textOf(joined), /- Joined 3 words .* two lines: multi-agency, well-being\.\n/)
  })

  it('has once what is the same apart from numbers, such as the footer of each page', () => {
    const footer = (page: number) =>
      done('page-furniture', page, 'Left out a page header or footer.', {
        before: `Inspection of Westmarch ${page}`,
      })
    const other = done('page-furniture', 9, 'Left out a page header or footer.', {
      before: 'Annex',
    })
    assert.match(
      textOf([footer(1), footer(2), footer(3), other]),
      /\n- page 1, and 2 more times: Left out .* \(Inspection of Westmarch 1\)\n- page 9: Left out .* \(Annex\)\n$/,
    )
    assert.match(textOf([footer(1), footer(2)]), /\n- page 1, and once more: /)
  })

  it('has each thing to decide at its place, however often it is there', () => {
    const hyphen = (page: number) => open('lost-hyphen', page, 'Should "a" be "b"?')
    assert.match(textOf([hyphen(1), hyphen(2)]), /- page 1: Should .*\n- page 2: Should /)
  })

  it('has single words after what is more to decide', () => {
    const list = textOf([open('lost-hyphen', 1, 'Should "a" be "b"?'), open('grade', 7, 'Alone.')])
    assert.match(list, /- page 7: Alone\.\n- page 1: Should/)
  })

  it('leads from each place to its line in the draft', () => {
    const { text, places } = listOf([
      moved(4),
      open('grade', 7, 'This grade is alone.'),
      moved(5),
      done('title', 2, 'Put it on a line of its own.'),
    ])
    const lines = text.split('\n')
    assert.deepEqual(
      places.map(({ line, start, end, draftLine }) => [lines[line]?.slice(start, end), draftLine]),
      [
        ['page 7', 70],
        ['page 4', 40],
        ['page 2', 20],
      ],
    )
  })

  it('says first that a file is not a report', () => {
    assert.match(
      textOf([], { isReport: false, isTidied: false }),
      /^# What was changed in harbour\.docx\n\nNo report was recognised .* was only read: .*\n.*"Tidy pasted text".*\n\nNothing was changed\.\n$/,
    )
    assert.match(
      textOf([moved(1)], { isReport: false, isTidied: true }),
      /^# .*\n\nNo report was recognised in this file, so it is not marked as a draft\.\n\n- Tracked/,
    )
  })
})
