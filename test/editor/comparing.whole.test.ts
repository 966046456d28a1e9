import assert from 'node:assert/strict'
import * as path from 'node:path'
import * as vscode from 'vscode'
import {
  closeAll,
  openSample,
  problemsOf,
  rangeOf,
  samples,
  sampleUri,
  textOfSample,
  write,
} from './support/reports'
import { waitFor } from './support/waiting'

const compareVersion = (file: vscode.Uri) =>
  vscode.commands.executeCommand<string | undefined>('inspectionReports.compareVersion', file)

/** Writes a text beside the samples and removes it again. */
async function withFile(
  name: string,
  text: string,
  use: (file: vscode.Uri) => Promise<void>,
): Promise<void> {
  const file = sampleUri(name)
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text))
  try {
    await use(file)
  } finally {
    await vscode.workspace.fs.delete(file)
  }
}

function tabs(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap(group => group.tabs.map(({ label }) => label))
}

describe('comparing and listing: two reports', () => {
  afterEach(closeAll)

  it('shows a page of what has changed since a file, unsaved changes included', async () => {
    const editor = await openSample(samples.clean)
    await withFile('monday.txt', await textOfSample(samples.clean), async file => {
      await write(editor, rangeOf(editor.document, 'Families speak'), 'Parents speak')
      const page = await compareVersion(file)
      assert.match(page ?? '', /^# What has changed since monday\.txt$/m)
      assert.match(page ?? '', /~~Families~~ \*\*Parents\*\* speak/)
      await waitFor('the page', () => tabs().includes('What has changed since monday.txt'))
    })
  })

  it('says that nothing has changed, even beside the exported Word document', async () => {
    const { document } = await openSample(samples.clean)
    assert.match((await compareVersion(document.uri)) ?? '', /\*\*Nothing has changed\.\*\*/)
    await vscode.window.showTextDocument(document)
    const word = sampleUri('final.docx')
    await vscode.commands.executeCommand('inspectionReports.export', word)
    const page = await compareVersion(word)
    await vscode.workspace.fs.delete(word)
    assert.match(page ?? '', /\*\*Nothing has changed\.\*\*/)
  })

  it('leaves the other text without problems of its own', async () => {
    await openSample(samples.clean)
    await withFile('faulty.txt', await textOfSample(samples.faulty), async file => {
      await compareVersion(file)
      const uri = await waitFor('the other text', () =>
        vscode.workspace.openTextDocument(
          vscode.Uri.from({
            scheme: 'inspection-reports-earlier',
            path: '/faulty.txt.inspection.md',
          }),
        ),
      )
      assert.match(uri.getText(), /Septembre/)
      await vscode.window.showTextDocument(uri)
      // What is asked later is answered later.
      const { document } = await openSample(samples.faulty)
      await waitFor('the problems of another report', () => problemsOf(document).length > 0)
      assert.deepEqual(problemsOf(uri), [])
    })
  })

  it('puts two inspections side by side', async () => {
    await openSample('ilacs-westmarch.inspection.md')
    const page = await vscode.commands.executeCommand<string>(
      'inspectionReports.compareInspection',
      sampleUri(samples.clean),
    )
    assert.match(page, /^# Two inspections of Westmarch$/m)
    assert.match(page, /^\| Judgement \| Then \| Now \| Change \|$/m)
  })
})

describe('comparing and listing: judgements', () => {
  afterEach(closeAll)

  const exported = async (scope: string, format: string): Promise<string> => {
    const file = sampleUri(`judgements.${format}`)
    void vscode.commands.executeCommand('inspectionReports.exportJudgements', scope, format, file)
    const bytes = await waitFor('the list', async () => {
      try {
        return await vscode.workspace.fs.readFile(file)
      } catch {
        return undefined
      }
    })
    await vscode.workspace.fs.delete(file)
    return Buffer.from(bytes).toString('utf8')
  }

  it('writes those of the report on the screen as a table', async () => {
    const editor = await openSample(samples.clean)
    await write(editor, rangeOf(editor.document, 'Grade 3 (adequate)'), 'Grade 2 (good)')
    const lines = (await exported('report', 'csv')).split('\r\n')
    assert.equal(lines.length, 1 + 22 + 1)
    assert.match(lines[1] ?? '', /Overall effectiveness,,,no,/)
  })

  it('writes those of all reports of the folder as JSON', async () => {
    const { reports } = JSON.parse(await exported('folders', 'json'))
    const files = reports.map(({ file }: { file: string }) => path.basename(file))
    for (const name of Object.values(samples)) assert.ok(files.includes(name), name)
  })
})

describe('comparing and listing: points for the author', () => {
  afterEach(closeAll)

  it('open as a new document', async () => {
    await openSample(samples.faulty)
    await vscode.commands.executeCommand('inspectionReports.pointsForAuthor', 'here', true)
    const document = vscode.window.activeTextEditor?.document
    assert.equal(document?.languageId, 'markdown')
    assert.match(document.getText(), /^# Points for the author: Westmarch\n/)
    assert.match(document.getText(), /^## Notes from colleagues$/m)
  })

  it('are saved as a page', async () => {
    await openSample(samples.faulty)
    const file = sampleUri('points.html')
    void vscode.commands.executeCommand('inspectionReports.pointsForAuthor', 'html', false, file)
    const html = await waitFor('the page', async () => {
      try {
        return Buffer.from(await vscode.workspace.fs.readFile(file)).toString('utf8')
      } catch {
        return undefined
      }
    })
    await vscode.workspace.fs.delete(file)
    assert.match(html, /^<!doctype html>/)
    assert.doesNotMatch(html, /Notes from colleagues/)
  })
})
