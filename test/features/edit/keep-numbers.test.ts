import assert from 'node:assert/strict'
import { keepNumbers, keepNumbersAfter } from '../../../server/src/features/edit/keep-numbers'
import { moveParagraph } from '../../../server/src/features/edit/move-paragraph'
import {
  applyEdits,
  insert,
  inverse,
  remove,
  replace,
  type TextEdit,
} from '../../../server/src/text/edits'
import { compileType } from '../../../server/src/types/compile'
import type { ReportType } from '../../../server/src/types/report-type'
import { reportOf } from '../../support/check-rule'

const cover = `# Inspection of safeguarding and looked after children services

Westmarch

Status: draft

## About this inspection
`

const four = `${cover}
1. Inspectors met the council.

2. They met its partners (see paragraph 4).

3. They met children, as paragraph 1 says.

4. They read files.
`

const custody = compileType({
  id: 'custody',
  name: 'Custody',
  numbering: 'by-section',
  sections: [
    { id: 'safety', title: 'Safety' },
    { id: 'respect', title: 'Respect' },
  ],
})

function custodyText(first: readonly string[], second: readonly string[]): string {
  return `## Safety\n\n${first.join('\n\n')}\n\n## Respect\n\n${second.join('\n\n')}\n`
}

describe('keeping numbers in order', () => {
  it('counts on after a paragraph that was added', () =>
    checkKept(
      four,
      text => [insert(endOf(text, 'council.'), '\n\n2. ')],
      `${cover}
1. Inspectors met the council.

2. 

3. They met its partners (see paragraph 5).

4. They met children, as paragraph 1 says.

5. They read files.
`,
    ))
  it('does so where numbers have no full stop', () => {
    const bare = four.replace(/^(\d)\./gm, '$1')
    const after = `${cover}
1 Inspectors met the council.

2 

3 They met its partners (see paragraph 5).

4 They met children, as paragraph 1 says.

5 They read files.
`
    checkKept(bare, text => [insert(endOf(text, 'council.'), '\n\n2 ')], after)
    checkKept(
      bare,
      text => [insert(endOf(text, 'council.'), '\n\n2 Staff came too.')],
      after.replace('2 \n', '2 Staff came too.\n'),
    )
  })
  it('takes no line that begins with a figure for a paragraph that was added', () =>
    checkKept(
      four,
      text => [insert(endOf(text, 'council.'), '\n\n2 Schools took part.')],
      four.replace('council.', 'council.\n\n2 Schools took part.'),
    ))
  it('lets indented paragraphs change places', () => {
    const indented = four.replace(/^(?=\d)/gm, '  ').replace(' (see paragraph 4)', '')
    const from = indented.indexOf('2. They')
    const moved = moveParagraph(reportOf(indented), { start: from, end: from }, 'down')
    assert.ok('edits' in moved)
    checkKept(
      indented,
      () => moved.edits,
      `${cover}
  1. Inspectors met the council.

  2. They met children, as paragraph 1 says.

  3. They met its partners.

  4. They read files.
`,
    )
  })
  it('gives what is pasted the numbers of its place', () =>
    checkKept(
      four,
      text => [insert(text.indexOf('3. They'), '31. One, see paragraph 32.\n\n32. Two.\n\n')],
      `${cover}
1. Inspectors met the council.

2. They met its partners (see paragraph 6).

3. One, see paragraph 4.

4. Two.

5. They met children, as paragraph 1 says.

6. They read files.
`,
    ))
  it('closes the gap that a deleted paragraph leaves', () =>
    checkKept(
      four,
      text => [remove(between(text, '3. They', '4. They'))],
      `${cover}
1. Inspectors met the council.

2. They met its partners (see paragraph 3).

3. They read files.
`,
    ))
  it('marks a reference whose paragraph is gone, since its number is another’s now', () => {
    const kept = checkKept(
      four,
      text => [remove(between(text, '1. Insp', '2. They'))],
      `${cover}
1. They met its partners (see paragraph 3).

2. They met children, as paragraph [TBC: 1] says.

3. They read files.
`,
    )
    assert.equal(kept.waiting, 1)
  })
  it('gives that reference its number back where the paragraph comes back', () => {
    const cut = between(four, '1. Insp', '3. They')
    const kept = keepNumbers(reportOf(four), [remove(cut)], reportOf)
    const without = applyEdits(applyEdits(four, [remove(cut)]), kept.edits)
    const back = [insert(without.length, `\n${four.slice(cut.start, cut.end).trimEnd()}\n`)]
    const again = keepNumbers(reportOf(without), back, reportOf, kept.numbers)
    assert.equal(
      applyEdits(applyEdits(without, back), again.edits),
      `${cover}
1. They met children, as paragraph 3 says.

2. They read files.

3. Inspectors met the council.

4. They met its partners (see paragraph 2).
`,
    )
  })
  it('does so where its line ends stay, of whatever kind', () => {
    const windows = four.replace(/\n/g, '\r\n')
    const { start } = between(windows, '1. Insp', '2. They')
    const edit = remove({ start, end: endOf(windows, 'the council.') })
    const { edits } = keepNumbers(reportOf(windows), [edit], reportOf)
    assert.match(applyEdits(applyEdits(windows, [edit]), edits), /\r\n1\. They met its partners/)
  })
  it('leaves a reference to a paragraph that is written again under its number', () => {
    const kept = checkKept(
      four,
      text => [replace(between(text, '4. They', '(the end)'), '4. New words.\n\n5. More.\n')],
      `${cover}
1. Inspectors met the council.

2. They met its partners (see paragraph 4).

3. They met children, as paragraph 1 says.

4. New words.

5. More.
`,
    )
    assert.equal(kept.waiting, 0)
    checkKept(
      four,
      text => [replace(between(text, '3. They', '(the end)'), '4. New words.\n')],
      `${cover}
1. Inspectors met the council.

2. They met its partners (see paragraph 3).

3. New words.
`,
    )
  })
  it('follows a paragraph that is taken out at one place and put in at another', () =>
    checkKept(
      four,
      text => {
        const first = between(text, '1. Insp', '2. They')
        return [
          remove(first),
          insert(text.length, `\n${text.slice(first.start, first.end).trim()}\n`),
        ]
      },
      `${cover}
1. They met its partners (see paragraph 3).

2. They met children, as paragraph 4 says.

3. They read files.

4. Inspectors met the council.
`,
    ))
  it('counts by section where the report does', () => {
    const text = custodyText(
      ['1.1 One.', '1.2 Two (see paragraph 2.1).'],
      ['2.1 Three.', '2.2 Four.'],
    )
    const first = text.indexOf('1.2 Two')
    checkKept(
      text,
      () => [insert(first, '2.7 New.\n\n')],
      custodyText(
        ['1.1 One.', '1.2 New.', '1.3 Two (see paragraph 2.1).'],
        ['2.1 Three.', '2.2 Four.'],
      ),
      { type: custody },
    )
    checkKept(
      text,
      () => [remove(between(text, '2.1 Three', '2.2 Four'))],
      custodyText(['1.1 One.', '1.2 Two (see paragraph [TBC: 2.1]).'], ['2.1 Four.']),
      { type: custody },
    )
  })
})

describe('a number that is typed', () => {
  const typed = (label: string, before: string): string => {
    const start = four.indexOf(before)
    const text = `${four.slice(0, start)}${label}\n\n${four.slice(start)}`
    const span = { start, end: start + label.length }
    const { edits } = keepNumbersAfter(text, [remove(span)], reportOf, { typed: span })
    return applyEdits(text, edits).slice(cover.length)
  }
  it('makes those below count on where it is the one due', () =>
    assert.equal(
      typed('3. ', '3. They'),
      `
1. Inspectors met the council.

2. They met its partners (see paragraph 5).

3. 

4. They met children, as paragraph 1 says.

5. They read files.
`,
    ))
  it('changes nothing where it is any other, such as that of a list', () => {
    for (const label of ['1. ', '2. ', '4. ', '12. '])
      assert.match(typed(label, '3. They'), new RegExp(`^${label}\n\n3\\. They`, 'm'))
  })
})

describe('keeping numbers in order does nothing', () => {
  it('where they were not in order', () =>
    checkLeft(four.replace('3. They', '7. They'), text => [
      remove(between(text, '1. Insp', '2. They')),
    ]))
  it('where a line is no longer the beginning of a paragraph', () =>
    checkLeft(four, text => [remove(between(text, 'the council', '2. They'))]))
  it('where a number is taken out, while its words stay', () => {
    const start = four.indexOf('3. They')
    for (const length of [1, 3, 7]) checkLeft(four, () => [remove({ start, end: start + length })])
  })
  it('where a digit is written into a number', () =>
    checkLeft(four, text => [insert(text.indexOf('2. They') + 1, '5')]))
  it('where a list is pasted that counts from 1', () =>
    checkLeft(four, text => [insert(text.indexOf('3. They'), '1. One thing.\n2. Another.\n\n')]))
  it('where a list is pasted whose lines follow each other without a full stop', () =>
    checkLeft(four, text => [insert(text.indexOf('3. They'), '1. One\n2. Two\n3. Three\n\n')]))
  it('where none of the paragraphs stays, so that the text is another', () => {
    const other = '3. The council met.\n\n4. So did its partners, as paragraph 3 says.\n'
    checkLeft(four, text => [replace(between(text, '1. Insp', '(the end)'), other)])
    checkLeft(four, text => [replace({ start: 0, end: text.length }, `${cover}\n${other}`)])
  })
  it('where a word changes', () => checkLeft(four, text => [insert(endOf(text, 'council'), 's')]))
  it('in a report without numbers', () =>
    checkLeft(`${cover}\nInspectors met the council.\n`, text => [insert(text.length, '\n')]))
})

const endOf = (text: string, words: string) => text.indexOf(words) + words.length

function between(text: string, first: string, next: string): { start: number; end: number } {
  const end = text.indexOf(next)
  return { start: text.indexOf(first), end: end === -1 ? text.length : end }
}

function checkKept(
  before: string,
  edits: (text: string) => readonly TextEdit[],
  after: string,
  options: { readonly type?: ReportType } = {},
): ReturnType<typeof keepNumbers> {
  const done = edits(before)
  const readAgain = (text: string) => reportOf(text, options)
  const kept = keepNumbers(reportOf(before, options), done, readAgain)
  const text = applyEdits(before, done)
  assert.equal(applyEdits(text, kept.edits), after)
  assert.deepEqual(keepNumbersAfter(text, inverse(before, done), readAgain), kept)
  return kept
}

function checkLeft(before: string, edits: (text: string) => readonly TextEdit[]): void {
  const { edits: kept } = keepNumbers(reportOf(before), edits(before), reportOf)
  assert.deepEqual(kept, [])
}
