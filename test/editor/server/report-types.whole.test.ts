import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as vscode from 'vscode'
import { closeAll, noProblem, paste, problem, problemsOf, sampleUri } from '../support/reports'
import { waitFor } from '../support/waiting'

const visit = `id: visit
name: Visit
recognise: { titles: [Report of a visit], with: [Dear colleague] }
sections:
  - { id: findings, title: What we found }
`
const report = 'Report of a visit\n\nDear colleague\n\nText.\n'
const folder = () => sampleUri('.inspection-reports')
const file = () => vscode.Uri.joinPath(folder(), 'types', 'visit.yaml')

function put(text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(text))
}

const says = (document: vscode.TextDocument, words: string) =>
  waitFor(`a problem that says "${words}"`, () =>
    problemsOf(document).some(({ message }) => message.includes(words)),
  )

describe('report types of one’s own', () => {
  afterEach(closeAll)

  it('are read from a folder that comes all at once, as by a checkout, and again when they change', async () => {
    const { document } = await paste(report)
    try {
      // Without a pause, so that nothing can be watched in between.
      mkdirSync(path.dirname(file().fsPath), { recursive: true })
      writeFileSync(file().fsPath, visit)
      await says(document, 'What we found')
      for (const title of ['Findings', 'What was found', 'What we saw']) {
        await put(visit.replace('What we found', title))
        await says(document, title)
      }
    } finally {
      await vscode.workspace.fs.delete(folder(), { recursive: true })
    }
    await noProblem(document)
  })

  it('are read from the open folder, and again when they change', async () => {
    const { document } = await paste(report)
    try {
      await put(visit)
      await says(document, 'What we found')
      await put(visit.replace('What we found', 'Findings'))
      await says(document, 'Findings')
      await put(visit.replace('sections', 'section'))
      await waitFor('a problem in the type file', () =>
        vscode.languages
          .getDiagnostics(file())
          .some(({ message }) => message.includes('Did you mean "sections"?')),
      )
    } finally {
      await vscode.workspace.fs.delete(folder(), { recursive: true })
    }
    await noProblem(document)
    await waitFor('no problem in a file that is gone', () => {
      return vscode.languages.getDiagnostics(file()).length === 0
    })
  })

  it('are read from the folder that the setting names', async () => {
    const shared = await mkdtemp(path.join(tmpdir(), 'shared-types-'))
    const { document } = await paste(report)
    try {
      await writeFile(path.join(shared, 'visit.yaml'), visit)
      await setFolder(shared)
      await says(document, 'What we found')
      await setFolder(path.join(shared, 'not there'))
      await noProblem(document)
    } finally {
      await setFolder(undefined)
      await rm(shared, { recursive: true })
    }
  })
})

describe('the type of a report', () => {
  afterEach(closeAll)

  it('is chosen by a command, and written into the report', async () => {
    const { document } = await paste('Notes from Westmarch.\n')
    await vscode.commands.executeCommand('inspectionReports.chooseType', 'ofsted-slac')
    await problem(document, 'missing-section')
    assert.equal(document.getText(), 'Notes from Westmarch.\n')
    await vscode.commands.executeCommand('inspectionReports.chooseType', 'ofsted-slac', true)
    assert.equal(document.getText(), '---\nreport: ofsted-slac\n---\n\nNotes from Westmarch.\n')
    await problem(document, 'missing-section')
  })
})

async function setFolder(shared: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('inspectionReports')
    .update('typesFolder', shared, vscode.ConfigurationTarget.Global)
}
