// Somebody who has the extension installed and writes no reports, until a colleague sends one.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { describePerson, until } from './person.mjs'

const run = promisify(execFile)

/** The processes of language servers, of this window and of those before it. */
async function servers() {
  const { stdout } = await run('ps', ['-axo', 'pid=,args='])
  return stdout
    .split('\n')
    .filter(line => /inspection-reports[^/\\]*[/\\]dist[/\\]server\.js/.test(line))
    .map(line => Number.parseInt(line, 10))
}

const notes = `Shopping\n\n- milk\n- candles\n\nThe report of the surveyor is good.\n`
const readMe = '# Garden plan\n\n## Contents\n\n## Recommendations\n\nWater the **beans**.\n'

/** Waits until the extension is active, and has looked at the texts that are open: it has a log then. */
async function isActive(person) {
  await person.run('Inspection Reports: Show the log')
  await person.page
    .locator('.part.panel .output-view-container .monaco-editor, .part.panel .output-view')
    .first()
    .waitFor()
  await person.run('View: Toggle Panel Visibility')
}

describePerson('somebody who writes no reports', person => {
  let before
  const own = async () => (await servers()).filter(pid => !before.includes(pid))

  it('has no language server with a plain text and a Markdown document', async () => {
    for (const name of await readdir(person.workspace))
      await rm(person.path(name), { recursive: true })
    await writeFile(person.path('notes.txt'), notes)
    await writeFile(person.path('garden.md'), readMe)
    await writeFile(person.path('later.md'), readMe)
    before = await servers()
    await person.open('notes.txt')
    await person.openFile('garden.md')
    await isActive(person)
    assert.deepEqual(await own(), [])
  })

  it('has none after writing in them, and after a search over the folder', async () => {
    const { page } = person
    await person.openFile('notes.txt')
    await person.goToLine(3, 1)
    await page.keyboard.type('The overall cost is adequate. ')
    await page.keyboard.press('Control+T')
    await page.locator('.quick-input-widget:visible input').first().fill('#good')
    await page.locator('.quick-input-widget:visible', { hasText: 'No matching' }).waitFor()
    await page.keyboard.press('Escape')
    assert.deepEqual(await own(), [])
  })

  it('has one, and sees problems, once a report is pasted', async () => {
    const { page } = person
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText(
      '\n\nInspection of safeguarding and looked after children services\n\nWestmarch\n\nInspection dates: 8–19 March 2010\n',
    )
    await until('a server', async () => (await own()).length === 1)
    await page.locator('.squiggly-warning, .squiggly-error').first().waitFor()
  })
})

describePerson('somebody who searches a folder of reports before opening one', person => {
  let before

  it('finds a judgement, though no text is open', async () => {
    const { page } = person
    const report = await person.text('westmarch.inspection.md')
    for (const name of await readdir(person.workspace))
      await rm(person.path(name), { recursive: true })
    await writeFile(person.path('received.txt'), report)
    await writeFile(person.path('notes.txt'), notes)
    before = await servers()
    await person.open('notes.txt')
    await isActive(person)
    await page.keyboard.press('Control+T')
    await page.locator('.quick-input-widget:visible input').first().fill('#staying safe')
    await page
      .locator('.quick-input-widget .monaco-list-row', { hasText: 'Staying safe' })
      .first()
      .waitFor()
    const now = await servers()
    assert.equal(now.filter(pid => !before.includes(pid)).length, 1)
  })
})
