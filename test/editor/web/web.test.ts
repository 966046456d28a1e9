import assert from 'node:assert/strict'
import { strFromU8, unzipSync } from 'fflate'
import * as vscode from 'vscode'
import {
  apply,
  closeAll,
  fixesFor,
  noProblem,
  openSample,
  problem,
  samples,
} from '../support/reports'
import { waitFor } from '../support/waiting'
import { bytesOfFile, here, textOfFile } from './files-here'

const draftOf = (name: string): Promise<vscode.TextDocument> =>
  waitFor(`the draft ${name}`, () =>
    vscode.workspace.textDocuments.find(
      ({ uri, isClosed, lineCount }) =>
        !isClosed && uri.scheme === 'untitled' && uri.path.endsWith(`/${name}`) && lineCount > 1,
    ),
  )

describe('VS Code for the web', () => {
  afterEach(closeAll)

  it('shows a wrong grade, and mends it', async () => {
    const { document } = await openSample(samples.faulty)
    const wrong = await problem(document, 'mismatched-grade-number')
    const [fix] = await fixesFor(document, wrong)
    assert.ok(fix, 'there is a fix')
    const before = document.getText(wrong.range)
    await apply(fix)
    assert.ok(document.getText(wrong.range) !== before)
    await noProblem(document, 'mismatched-grade-number')
  })

  for (const file of ['letter.docx', 'paper.pdf'])
    it(`imports ${file} as a terminal does, into a draft beside it`, async () => {
      await vscode.commands.executeCommand('inspectionReports.import', here(file))
      const name = file.replace(/\w+$/, 'inspection.md')
      const draft = await draftOf(name)
      assert.equal(draft.getText(), await textOfFile(name))
      assert.equal(draft.languageId, 'inspection-report')
    })

  it('exports a report as the Word document that a terminal makes', async () => {
    await openSample(samples.clean)
    const target = here('exported.docx')
    await vscode.commands.executeCommand('inspectionReports.export', target)
    const made = unzipSync(await vscode.workspace.fs.readFile(target))
    const wanted = unzipSync(await bytesOfFile('westmarch.docx'))
    assert.deepEqual(Object.keys(made).sort(), Object.keys(wanted).sort())
    const text = (parts: Record<string, Uint8Array>) =>
      strFromU8(parts['word/document.xml'] as Uint8Array)
    assert.match(text(made), /Overall effectiveness/)
    assert.equal(text(made), text(wanted))
  })
})
