import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { completions, nameOf } from '../support/completions'
import {
  closeAll,
  noProblem,
  openSample,
  problem,
  rangeOf,
  samples,
  write,
} from '../support/reports'
import { waitFor } from '../support/waiting'

describe('completion', () => {
  afterEach(closeAll)

  it('inserts a missing section, with tab stops', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    const section = rangeOf(document, '### Partnership working\n')
    const next = rangeOf(document, '## Services for looked after children\n')
    await write(editor, new vscode.Range(section.start, next.start), '\n')
    await problem(document, 'missing-section')

    const item = await waitFor('the missing section', async () => {
      const items = await completions(document, section.start)
      return items.find(({ label }) => nameOf(label).includes('Partnership working'))
    })
    assert(item.insertText instanceof vscode.SnippetString)
    assert.match(item.insertText.value, /\$\{?1/)
    const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing
    await editor.insertSnippet(item.insertText, range ?? section.start)

    assert.match(
      document.getText(),
      /\n### Partnership working\n\nGrade .*\n\n\d+\. Partnership working is /,
    )
    const first = editor.selection
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder')
    await waitFor('the next tab stop', () => !editor.selection.isEqual(first))
    await noProblem(document, 'missing-section')
  })

  it('knows what a word is, so that it is offered while one is written', async () => {
    const { document } = await openSample(samples.clean)
    const apostrophe = rangeOf(document, 'ldren’s centre')
    const word = document.getWordRangeAtPosition(apostrophe.start)
    assert.equal(document.getText(word), 'children’s')
  })

  it('offers the grades of the scale', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    const heading = '### Partnership working\n\n'
    await write(editor, rangeOf(document, 'Grade 2 (good)', { after: heading }), 'Gra')
    const { end } = rangeOf(document, 'Gra', { after: heading })
    await waitFor('the grades', async () => {
      const labels = (await completions(document, end)).map(({ label }) => nameOf(label))
      const grades = ['outstanding', 'good', 'adequate', 'inadequate']
      return grades.every(grade => labels.some(label => label.toLowerCase().includes(grade)))
    })
  })

  for (const { where, words, after = '', written, offered } of [
    {
      where: 'in a cell of the table, its grade',
      words: '| Good |',
      after: '| Capacity for improvement ',
      written: '| ',
      offered: /^Good/,
    },
    {
      where: 'as a timescale, the next one',
      words: 'Within three months:',
      written: 'W',
      offered: /^Within three months/,
    },
    {
      where: 'behind “see paragraph”, paragraphs with their first words',
      words: 'see paragraph 5',
      written: 'see paragraph ',
      offered: /^12\b.*capacity for improvement/i,
    },
    {
      where: 'behind the label of a cover field, its values',
      words: 'Published: 21 October 2011',
      written: 'Published: ',
      offered: /\d{4}/,
    },
  ])
    it(`offers ${where}`, async () => {
      const editor = await openSample(samples.clean)
      const { document } = editor
      const place = rangeOf(document, words, { after })
      await write(editor, place, written)
      const at = place.start.translate(0, written.length)
      await waitFor('what is offered', async () =>
        (await completions(document, at)).some(({ label, detail, documentation }) =>
          offered.test([nameOf(label), detail, documentation].join(' ')),
        ),
      )
    })
})
