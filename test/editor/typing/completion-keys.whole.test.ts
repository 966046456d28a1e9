import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { completions } from '../support/completions'
import { closeAll, openSample, rangeOf, samples, write } from '../support/reports'
import { waitFor } from '../support/waiting'

describe('completion while a paragraph is typed', () => {
  afterEach(closeAll)

  const paragraph =
    'The authority is effective in keeping children and young people safe, and managers are aware of what is needed. ' +
    'Their plans are these: visits are made soon, records are kept up to date and the views of families are heard. ' +
    'What is done well is known to all; what is not is being looked at, as the minutes show: progress is steady, ' +
    'partners are content and the number of complaints is lower than it was a year before, although staff are few.'

  it('answers after each key', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    const heading = '### Partnership working\n\n'
    const place = rangeOf(document, 'Grade 2 (good)\n\n', { after: heading }).end
    await write(editor, new vscode.Range(place, place), '\n\n')
    editor.selection = new vscode.Selection(place, place)
    assert(paragraph.length > 400)
    for (const letter of paragraph) {
      await vscode.commands.executeCommand('type', { text: letter })
      if (!/[ ,:;.]/.test(letter)) continue
      // A server that does not answer keeps the test waiting until it fails.
      await completions(document, editor.selection.active)
    }
    assert.equal(document.lineAt(place.line).text, paragraph)
    // It goes on answering where it has something to say.
    await write(editor, document.lineAt(place.line).range, 'See paragraph ')
    await waitFor('the paragraphs', async () =>
      (await completions(document, place.translate(0, 14))).some(({ detail }) => detail !== ''),
    )
  })
})
