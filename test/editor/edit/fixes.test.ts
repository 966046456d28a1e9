import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {
  apply,
  closeAll,
  codeActions,
  fixesFor,
  noProblem,
  openSample,
  problem,
  problemsOf,
  rangeOf,
  ruleOf,
  samples,
  write,
} from '../support/reports'

describe('fixes', () => {
  afterEach(closeAll)

  it('change the row or the section', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    const before = document.getText()
    const row = { after: '## Record of main findings' }
    await write(editor, rangeOf(document, 'Adequate', row), 'Good')
    const found = await problem(document, 'mismatched-grade')
    const fixes = await fixesFor(document, found)
    const results: string[] = []
    for (const fix of fixes.filter(({ title }) => title.startsWith('Change'))) {
      await apply(fix)
      results.push(document.getText())
      await vscode.commands.executeCommand('undo')
    }
    const titles = fixes.map(({ title }) => title).join(', ')
    assert(results.includes(before), `no fix changes the row: ${titles}`)
    assert(
      results.some(text => text.includes('### Overall effectiveness\n\nGrade 2 (good)')),
      `no fix changes the section: ${titles}`,
    )
  })

  it('settle the problem', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    await write(
      editor,
      rangeOf(document, 'achieving', { after: '#### Enjoying and ' }),
      'acheiving',
    )
    const [fix] = await fixesFor(document, await problem(document, 'misspelt-heading'))
    assert(fix)
    await apply(fix)
    assert(document.getText().includes('#### Enjoying and achieving\n'))
    await noProblem(document)
  })

  it('are applied all at once, where they cannot change the meaning', async () => {
    const { document } = await openSample(samples.faulty)
    await problem(document, 'misspelt-heading')
    const grades = () => problemsOf(document).filter(found => ruleOf(found).includes('grade'))
    const everything = new vscode.Range(0, 0, document.lineCount, 0)
    const kind = vscode.CodeActionKind.SourceFixAll.append('inspectionReports')
    const [fixAll, ...others] = await codeActions(document, everything, kind)
    assert(fixAll)
    assert.deepEqual(others, [])
    const gradeLines = (text: string) => text.toLowerCase().match(/^grade .*$/gm)
    const before = gradeLines(document.getText())
    await apply(fixAll)
    await noProblem(document, 'misspelt-heading')
    assert.deepEqual(gradeLines(document.getText()), before)
    assert(grades().length > 0, 'what is wrong with the grades is left to the writer')
  })
})
