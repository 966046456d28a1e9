/** What the grammar colours: the words that single patterns take on a line. */

import assert from 'node:assert/strict'
import { isBullet } from '../../server/src/text/line-beginning'
import grammar from '../../syntaxes/inspection-report.tmLanguage.json'

const { repository } = grammar

/** The words that the groups of a pattern take on the line, empty ones left out; undefined where it takes none. */
function taken(pattern: string | undefined, line: string): readonly string[] | undefined {
  const match = new RegExp(pattern ?? '', 'u').exec(line)
  return match?.slice(1).filter(each => each !== undefined && each !== '')
}

describe('the colours of', () => {
  it('a comment that ignores problems: its command and the names of checks', () => {
    const { begin } = repository.suppression
    const rows: readonly (readonly [string, readonly string[] | undefined])[] = [
      ['<!-- inspection-reports ignore missing-row -->', ['ignore', 'missing-row']],
      ['<!--inspection-reports ignore-file a-b, c-->', ['ignore-file', 'a-b, c']],
      ['<!-- inspection-reports ignore missing-row: as agreed -->', ['ignore', 'missing-row']],
      ['<!-- inspection-reports ignore -->', ['ignore']],
      ['<!-- a comment -->', undefined],
      ['<!-- inspection-reports ignored -->', undefined],
    ]
    for (const [line, words] of rows) assert.deepEqual(taken(begin, line), words, line)
  })
  it('a grade line', () => {
    const { match } = repository['grade-line']
    for (const line of [
      'Grade 2 (good)',
      'Grade: good',
      'GRADE 4',
      'Grade',
      'Grade [number]',
      'Grade requires improvement',
    ])
      for (const written of [line, `  ${line}  `, `**${line}**`])
        assert.deepEqual(taken(match, written), [line], written)
    assert.deepEqual(taken(match, 'Grade 2 (go'), ['Grade 2 (go'])
    for (const line of ['Grades vary.', 'Grade 2 (good) is what it has', 'Upgrade 2'])
      assert.equal(taken(match, line), undefined, line)
  })
  it('the cells of a table: its rule, and what they say of grades', () => {
    const [rule, , cell] = repository.table.patterns
    assert.notEqual(taken(rule?.match, '| --- | :-: |'), undefined)
    assert.equal(taken(rule?.match, '| a | - |'), undefined)
    for (const words of ['Grade 2 (good)', 'Good (Grade 2)', 'Requires improvement Grade 3'])
      assert.deepEqual(taken(cell?.match, `| Staying safe | ${words} |`), [words])
    assert.equal(taken(cell?.match, '| Staying safe | Good |'), undefined)
  })
  it('the bullets that are read, and no other characters', () => {
    for (let code = 33; code < 0x10000; code++) {
      const sign = String.fromCharCode(code)
      const isColoured = taken(repository['list-item'].match, `  ${sign} one`) !== undefined
      const isBefore =
        taken(repository['numbered-paragraph'].match, `${sign}\t12. One`)?.length === 2
      assert.deepEqual([isColoured, isBefore], [isBullet(code), isBullet(code)], code.toString(16))
    }
  })
  it('words in bold letters', () => {
    const bold = repository.inline.patterns.find(({ name }) => name?.startsWith('markup.bold'))
    for (const [line, words] of [
      ['It is **good** now', ['good']],
      ['__Grade 2 (good)__', ['Grade 2 (good)']],
      ['**a *b* c**', ['a *b* c']],
    ] as const)
      assert.deepEqual(taken(bold?.match, line), words)
    for (const line of ['a ** b ** c', '****', '** a**', 'snake__case'])
      assert.equal(taken(bold?.match, line), undefined, line)
  })
})
