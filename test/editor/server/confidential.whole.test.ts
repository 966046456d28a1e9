/** One word in all that the extension is given, and nowhere in its log, its storage or among temporary files. */

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as vscode from 'vscode'
import { closeAll, problem, samples, sampleUri, textOfSample } from '../support/reports'
import { waitFor } from '../support/waiting'

/** A word that none of our reports, messages and names contains. */
const secret = 'Grimbledown'
const own = 'inspection-reports.inspection-reports'

const run = (command: string, ...given: unknown[]) =>
  vscode.commands.executeCommand(`inspectionReports.${command}`, ...given)

/** The files in a folder and below, apart from those in folders with a name in `without`. */
function filesIn(folder: string, without: readonly string[] = []): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return without.includes(file) ? [] : filesIn(file, without)
    return entry.isFile() ? [file] : []
  })
}

/** The text of a file; empty if it has gone by now, or may not be read. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}

describe('what the extension leaves', () => {
  const data = process.env.EDITOR_DATA ?? ''
  const folder = path.dirname(sampleUri('x').fsPath)
  const at = (...names: string[]) => path.join(folder, ...names)
  const settings = vscode.workspace.getConfiguration('inspectionReports')

  before(async function () {
    if (data === '') return this.skip()
    // In tests VS Code logs nothing until it is told to, by a command of its own for tests only.
    await vscode.commands.executeCommand('_extensionTests.setLogLevel', 'debug')
  })
  after(async () => {
    await settings.update('reportTypes', undefined, vscode.ConfigurationTarget.Global)
    await closeAll()
    await rm(at(secret), { recursive: true, force: true })
    await rm(at('.inspection-reports'), { recursive: true, force: true })
  })

  const logs = () => filesIn(data).filter(file => file.endsWith('.log'))
  const ownLog = () =>
    logs()
      .filter(file => file.includes(`${path.sep}${own}${path.sep}`))
      .map(textOf)
      .join('\n')

  it('has no word and no name of a report', async () => {
    const before = new Set(filesIn(tmpdir(), [data, folder]))
    await mkdir(at(secret))
    await mkdir(at('.inspection-reports/types', `${secret}.yaml`), { recursive: true })
    await writeFile(at('.inspection-reports/types/visit.yaml'), `id: ${secret}\n${secret}: [`)
    await settings.update(
      'reportTypes',
      { [`**/${secret}.md`]: secret },
      vscode.ConfigurationTarget.Global,
    )
    const text = (await textOfSample(samples.faulty)).replaceAll('Westmarch', secret)
    const file = (name: string) => vscode.Uri.file(at(secret, name))
    await writeFile(file(`${secret}.inspection.md`).fsPath, text)
    for (const name of [`${secret}.docx`, `${secret}.pdf`])
      await writeFile(
        file(name).fsPath,
        `${name.endsWith('pdf') ? '%PDF-1.7' : 'PK\u0003\u0004'} ${secret}`,
      )
    const document = await vscode.workspace.openTextDocument(file(`${secret}.inspection.md`))
    const editor = await vscode.window.showTextDocument(document)
    await problem(document, 'mismatched-grade')
    editor.selection = new vscode.Selection(5, 0, 5, 0)

    // Commands that succeed, and write something.
    await run('pointsForAuthor', 'html', false, file('points.html'))
    await run('exportJudgements', 'report', 'csv', file('judgements.csv'))
    await run('savePreview', file('page.html'))
    await run('showPreview')
    await vscode.window.showTextDocument(document)
    // Commands that fail, for every kind of reason.
    await run('import', file(`${secret}.docx`))
    await run('import', file(`${secret}.pdf`))
    await run('import', file('gone.txt'))
    await run('checkWordDocument', file(`${secret}.docx`))
    await run('compareVersion', file(`${secret}.docx`))
    await run('compareVersion', file('gone.md'))
    await run('pointsForAuthor', 'html', false, file(`${secret}.docx/points.html`))
    await run('exportJudgements', 'report', 'csv', file(`${secret}.docx/list.csv`))
    await run('savePreview', file(`${secret}.docx/page.html`))
    await run('setGrade', file('gone.md'), 0, 'good')
    await run('goTo', file('gone.md').toString(), { start: null, end: secret })

    // The VS Code that runs in a browser here is built without what writes logs.
    if (logs().length > 0) {
      await waitFor('the log to have all', () => /goTo failed/.test(ownLog()))
      assert.match(ownLog(), /inspectionReports\.import failed/)
      assert.ok(!ownLog().includes(secret), ownLog())
      assert.ok(!ownLog().includes(folder), ownLog())
    }
    const stored = filesIn(data).filter(each => each.includes(`${path.sep}${own}${path.sep}`))
    assert.deepEqual(
      stored.filter(each => each.includes(secret) || textOf(each).includes(secret)),
      [],
    )
    const temporary = filesIn(tmpdir(), [data, folder]).filter(each => !before.has(each))
    assert.deepEqual(
      temporary.filter(each => each.includes(secret) || textOf(each).includes(secret)),
      [],
    )
    // There is nothing beside what was written.
    assert.deepEqual(readdirSync(at(secret)).sort(), [
      `${secret}.docx`,
      `${secret}.inspection.md`,
      `${secret}.pdf`,
      'judgements.csv',
      'page.html',
      'points.html',
    ])
  })
})
