import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, problemsOf, rangeOf, samples } from '../support/reports'
import { waitFor } from '../support/waiting'

const press = (letter: string) => run('type', { text: letter })
const run = (command: string, ...rest: readonly unknown[]) =>
  vscode.commands.executeCommand(command, ...rest)

describe('typing in a draft', () => {
  let editor: vscode.TextEditor
  let before: string

  beforeEach(async () => {
    editor = await openSample(samples.draft)
    before = editor.document.getText()
    await waitFor('the report to be known', () => problemsOf(editor.document).length > 0)
    // Its status comes with another message.
    await waitFor('the status to be known', async () => {
      goTo('Westmarch is a county')
      await run('inspectionReports.moveParagraphDown')
      const isKnown = inOrder(count())()
      await run('undo')
      return isKnown
    })
    assert.equal(text(), before)
  })

  afterEach(async () => {
    await setRenumbering(undefined)
    await closeAll()
  })

  /** Puts the cursor before the words. */
  const goTo = (words: string): void => {
    const { start } = rangeOf(editor.document, words)
    editor.selection = new vscode.Selection(start, start)
  }
  const goToEndOf = (words: string): void => {
    const { end } = editor.document.lineAt(rangeOf(editor.document, words).start.line).range
    editor.selection = new vscode.Selection(end, end)
  }
  const select = (first: string, next: string): void => {
    const [from, to] = [rangeOf(editor.document, first), rangeOf(editor.document, next)]
    editor.selection = new vscode.Selection(from.start, to.start)
  }
  const text = (): string => editor.document.getText()
  const numbers = (): readonly number[] =>
    [...text().matchAll(/^(\d+)\. /gm)].map(([, digits]) => Number(digits))
  const inOrder = (count: number) => (): boolean => {
    const found = numbers()
    return found.length === count && found.every((number, at) => number === at + 1)
  }
  const count = (): number => [...before.matchAll(/^\d+\. /gm)].length
  /** Undoes one step; if VS Code had closed it before the numbers came, they are undone after it. */
  const undoesAll = async (): Promise<void> => {
    await run('undo')
    await waitFor('the step back', () => text() === before)
  }

  const tab = (to: 'next' | 'previous' = 'next') =>
    run('inspectionReports.tab', `inspectionReports.${to}Place`)

  /** Undoes what was typed letter by letter, which is more than one step. */
  const undoesStepByStep = () =>
    waitFor('the text before', async () => {
      if (text() !== before) await run('undo')
      return text() === before
    })

  it('begins the next paragraph at Enter, and those that follow count on', async () => {
    goToEndOf('4. Westmarch')
    await press('\n')
    await waitFor('the numbers', inOrder(count() + 1))
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '5. ')
    await undoesAll()
    await run('redo')
    await waitFor('the numbers', inOrder(count() + 1))
  })

  it('keeps what is typed at once after Enter', async () => {
    goToEndOf('4. Westmarch')
    await press('\n')
    // Faster than any hand: numbers have to find their place between the letters.
    for (const letter of 'Saltby has a new school.') await run('type', { text: letter })
    await waitFor('the numbers', inOrder(count() + 1))
    assert.match(text(), /^5\. Saltby has a new school\.$/m)
  })

  it('goes before letters that are typed at once, and replaces the white space at the end of the line', async () => {
    goToEndOf('4. Westmarch')
    await press(' ')
    for (const letter of '\nNew.') void press(letter)
    await waitFor('the numbers', inOrder(count() + 1))
    assert.match(text(), /live here\.\n\n5\. New\.\n\n6\. At the time/)
    await undoesStepByStep()
  })

  it('writes three paragraphs faster than anybody types', async () => {
    goToEndOf('4. Westmarch')
    for (const letter of '\nOne.\nTwo.\nThree.') void press(letter)
    await waitFor('the numbers', inOrder(count() + 3))
    assert.match(text(), /\n\n5\. One\.\n\n6\. Two\.\n\n7\. Three\.\n\n8\. At the time/)
    await undoesStepByStep()
  })

  it('nests an item with Tab, and goes on writing it', async () => {
    goTo('people, their parents')
    void tab()
    for (const letter of 'new ') void press(letter)
    const nested = '    - discussions with children and young new people, their parents'
    await waitFor('the item', () => text().includes(`\n${nested}`))
    await undoesStepByStep()
  })

  it('nests an empty item with the Tab that otherwise leads on, and leads on with the command', async () => {
    goToEndOf('- 52 case files')
    await press('\n')
    void tab()
    await waitFor('the item', () => /^ +- $/m.test(text()))
    void tab('previous')
    await waitFor('the item', () => /^- $/m.test(text()))
    await run('inspectionReports.nextPlace')
    await waitFor('the next place', () => !editor.selection.isEmpty)
  })

  it('takes what is typed after Tab to the place that Tab leads to', async () => {
    goToEndOf('2. The evidence')
    void tab()
    for (const letter of 'Written.') void press(letter)
    await waitFor('the words', () => /^- Written\.$/m.test(text()))
    assert.match(text(), /inspectors included:\n/)
    await undoesStepByStep()
  })

  it('leads on with Tab before the stop of a sentence, too', async () => {
    goToEndOf('2. The evidence')
    await press(' It is [grade].')
    await run('cursorMove', { to: 'left', by: 'character', value: 1 })
    void tab()
    for (const letter of 'Written.') void press(letter)
    await waitFor('the words', () => /^- Written\.$/m.test(text()))
    assert.match(text(), / It is \[grade\]\.\n/)
    await undoesStepByStep()
  })

  describe('where VS Code leads through a snippet', () => {
    const tabInSnippet = () => run('inspectionReports.tab', 'jumpToNextSnippetPlaceholder')
    beforeEach(async () => {
      goToEndOf('4. Westmarch')
      await run('editor.action.insertSnippet', {
        snippet: ' $1\n\n- $2\n',
      })
      await waitFor('the first part', () => / \n\n- \n/.test(text()))
    })

    it('takes what is typed after Tab to the next part', async () => {
      for (const letter of 'One') void press(letter)
      void tabInSnippet()
      for (const letter of 'two three') void press(letter)
      await waitFor('the words', () => / One\n\n- two three\n/.test(text()))
    })
  })

  it('ends with Enter on a number without a text', async () => {
    goToEndOf('4. Westmarch')
    await press('\n')
    await waitFor('the numbers', inOrder(count() + 1))
    await press('\n')
    await waitFor('the numbers', inOrder(count()))
    assert.match(text(), /live here\.\n\n\n\n5\. At the time/)
  })

  it('takes a number without a text away with Backspace, in one step', async () => {
    goToEndOf('4. Westmarch')
    await press('\n')
    await waitFor('the numbers', inOrder(count() + 1))
    await run('deleteLeft')
    await waitFor('the numbers', inOrder(count()))
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '')
    await run('undo')
    assert.ok(inOrder(count() + 1)())
    const { start } = rangeOf(editor.document, '5. \n')
    const behindDigit = start.translate(0, 2)
    editor.selection = new vscode.Selection(behindDigit, behindDigit)
    await run('deleteLeft')
    assert.equal(editor.document.lineAt(start.line).text, '5 ')
  })

  it('counts on after a number that is typed, and undoes both', async () => {
    goToEndOf('4. Westmarch')
    await run('type', { text: '\n' })
    await run('type', { text: '\n' })
    for (const letter of '5. ') await run('type', { text: letter })
    await waitFor('the numbers', inOrder(count() + 1))
    await run('type', { text: 'New' })
    assert.match(text(), /^5\. New\n\n6\. At the time/m)
    await undoesStepByStep()
  })

  it('writes the next mark at the end of an item', async () => {
    goToEndOf('- 52 case files')
    await press('\n')
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '- ')
    await undoesAll()
  })

  it('breaks a line in the middle of a paragraph', async () => {
    goTo('small market towns')
    await press('\n')
    assert.match(text(), /a county of \nsmall/)
    await undoesAll()
  })

  it('closes the gap of a paragraph that is deleted', async () => {
    select('4. Westmarch', '5. At the time')
    await run('deleteLeft')
    await waitFor('the numbers', inOrder(count() - 1))
    await undoesAll()
    goTo('Westmarch is a county')
    await run('editor.action.deleteLines')
    await waitFor('the numbers', inOrder(count() - 1))
    await undoesAll()
  })

  it('deletes words as usual', async () => {
    select('Westmarch is a county', 'is a county')
    await run('deleteRight')
    assert.equal(text(), before.replace('Westmarch is a county', 'is a county'))
    await undoesAll()
  })

  it('follows a paragraph that is cut and pasted elsewhere', async () => {
    select('4. Westmarch', '5. At the time')
    await run('editor.action.clipboardCutAction')
    await waitFor('the numbers', inOrder(count() - 1))
    const without = text()
    await vscode.env.clipboard.writeText(before.match(/^4\. .*\n\n/m)?.[0] ?? '')
    goTo('2. The evidence')
    await run('editor.action.clipboardPasteAction')
    await waitFor('the numbers', inOrder(count()))
    assert.match(text(), /^2\. Westmarch is a county/m)
    await run('undo')
    await waitFor('the step back', () => text() === without)
    await undoesAll()
  })

  it('pastes as VS Code does, and the numbers follow', async () => {
    await vscode.env.clipboard.writeText(`${before.match(/^4\. .*$/m)?.[0]}\n`)
    goTo('2. The evidence')
    await run('editor.action.clipboardPasteAction')
    await waitFor('the numbers', inOrder(count() + 1))
    assert.match(text(), /^2\. Westmarch is a county.*\n3\. The evidence/m)
    await run('undo')
    await waitFor('the step back', () => text() === before)
    await vscode.env.clipboard.writeText('4. Saltby is a town.\n')
    goToEndOf('2. The evidence')
    await run('editor.action.clipboardPasteAction')
    await waitFor('the words', () => text().includes('Saltby'))
    assert.doesNotMatch(text(), /^\d+\. Saltby/m)
    await undoesAll()
  })

  it('leads a reference to a paragraph that is cut back to it where it is pasted', async () => {
    const end = editor.document.lineAt(rangeOf(editor.document, '4. Westmarch').start.line).range
      .end
    await editor.edit(edit => edit.insert(end, ' See paragraph 2 and paragraph 10.'))
    select('2. The evidence', '## The inspection judgements')
    const evidence = editor.document.getText(editor.selection)
    await run('editor.action.clipboardCutAction')
    await waitFor('the numbers', inOrder(count() - 1))
    assert.match(text(), /See paragraph \[TBC: 2\] and paragraph 9\./)
    await vscode.env.clipboard.writeText(evidence)
    goTo('5. The overall effectiveness')
    await run('editor.action.clipboardPasteAction')
    await waitFor('the numbers', inOrder(count()))
    assert.match(text(), /See paragraph 5 and paragraph 10\./)
    assert.match(text(), /^5\. The evidence/m)
  })

  it('moves a paragraph down, into the next section and back, as one step each', async () => {
    goTo('Westmarch is a county')
    await run('inspectionReports.moveParagraphDown')
    assert.match(text(), /^4\. At the time[\s\S]*^5\. Westmarch is a county/m)
    assert.ok(inOrder(count())())
    assert.equal(editor.document.getText(rest(editor)).slice(0, 9), 'Westmarch')
    await run('inspectionReports.moveParagraphUp')
    assert.equal(text(), before)
    await run('inspectionReports.moveParagraphUp')
    assert.match(text(), /^4\. Westmarch is a county[\s\S]*^## Service information/m)
    await run('undo')
    assert.equal(text(), before)
  })

  it('follows what is typed over a paragraph, as one step', async () => {
    const { start } = rangeOf(editor.document, '4. Westmarch')
    editor.selection = new vscode.Selection(start, editor.document.lineAt(start.line).range.end)
    for (const letter of 'New') await run('type', { text: letter })
    await waitFor('the numbers', inOrder(count() - 1))
    assert.match(text(), /^New\n\n4\. At the time/m)
    await undoesStepByStep()
  })

  it('follows a paragraph that is drawn elsewhere with the mouse, there and back', async () => {
    const from = rangeOf(editor.document, '4. Westmarch').start
    const to = rangeOf(editor.document, '## The inspection judgements').start
    const taken = new vscode.Range(from, rangeOf(editor.document, '5. At the time').start)
    await editor.edit(edit => {
      edit.insert(to, editor.document.getText(taken))
      edit.delete(taken)
    })
    await waitFor('the numbers', inOrder(count()))
    assert.match(text(), /^3\. Westmarch is a county/m)
    await run('undo')
    await waitFor('the step back', () => text() === before)
    await run('redo')
    await waitFor('the numbers', () => inOrder(count())() && text() !== before)
  })

  it('follows lines that VS Code moves, and those that it pastes', async () => {
    goTo('4. Westmarch')
    for (let step = 0; step < 2; step++) await run('editor.action.moveLinesDownAction')
    await waitFor('the numbers', () => inOrder(count())() && text() !== before)
    assert.match(text(), /^4\. At the time.*\n5\. Westmarch is a county/m)
    await run('undo')
    await waitFor('the step back', () => inOrder(count())())
    assert.match(text(), /^4\. Westmarch/m)
  })

  it('follows a change after other line ends', async () => {
    await editor.edit(edit => edit.setEndOfLine(vscode.EndOfLine.CRLF))
    const taken = new vscode.Range(
      rangeOf(editor.document, '4. Westmarch').start,
      rangeOf(editor.document, '5. At the time').start,
    )
    await editor.edit(edit => edit.delete(taken))
    await waitFor('the numbers', inOrder(count() - 1))
    assert.match(text(), /^4\. At the time/m)
  })

  it('leaves numbers alone that somebody writes over', async () => {
    const labels = [...text().matchAll(/^[45]\. /gm)].map(({ index }) => {
      const at = editor.document.positionAt(index)
      return new vscode.Range(at, at.translate(0, 1))
    })
    await editor.edit(edit => {
      for (const digits of labels) edit.replace(digits, '9')
    })
    const changed = text()
    // After two answers from the server, nothing has come of it.
    for (let asked = 0; asked < 2; asked++)
      await vscode.commands.executeCommand(
        'vscode.executeDocumentSymbolProvider',
        editor.document.uri,
      )
    assert.equal(text(), changed)
    assert.deepEqual(numbers().slice(3, 5), [9, 9])
  })

  it('leaves numbers alone where the setting says so', async () => {
    await setRenumbering('never')
    select('4. Westmarch', '5. At the time')
    await run('inspectionReports.moveParagraphDown')
    assert.deepEqual(numbers().slice(3, 5), [5, 4])
  })
})

function rest({ document, selection }: vscode.TextEditor): vscode.Range {
  return new vscode.Range(selection.active, document.lineAt(selection.active.line).range.end)
}

function setRenumbering(value: string | undefined): Thenable<void> {
  return vscode.workspace
    .getConfiguration('inspectionReports')
    .update('automaticRenumbering', value, vscode.ConfigurationTarget.Global)
}
