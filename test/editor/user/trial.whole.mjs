// Somebody who tries the extension by `npm start`, in the browser.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../../../scripts/build.mjs'
import { describePerson } from './person.mjs'

describePerson('somebody who tries it', person => {
  let trial
  const samples = path.join(root, 'out/samples')

  /** Starts the trial and returns the address that it prints. */
  const start = () => {
    // As on a computer without VS Code.
    const env = { ...process.env, CI: '1', VSCODE_EXECUTABLE: '' }
    trial = spawn(process.execPath, ['scripts/start.mjs', '--built'], { cwd: root, env })
    return new Promise((resolve, reject) => {
      let printed = ''
      const read = data => {
        printed += data
        const address = /^ +(http:\S+)$/m.exec(printed)?.[1]
        if (address !== undefined && printed.includes('Ctrl+C')) resolve(address)
      }
      trial.stdout.on('data', read)
      trial.stderr.on('data', read)
      trial.once('exit', () => reject(new Error(`It ended: ${printed}`)))
    })
  }

  after(async () => {
    if (trial === undefined || trial.exitCode !== null) return
    const ended = new Promise(resolve => trial.once('exit', resolve))
    trial.kill('SIGTERM')
    await ended
  })

  it('opens the address that is printed, and sees a sample with its problems and the first steps', async () => {
    const { page } = person
    await page.goto(await start())
    await page.locator('.tab', { hasText: 'first-steps' }).waitFor()
    await page.locator('.squiggly-warning, .squiggly-error').first().waitFor()
    await page.locator('.getting-started-step').first().waitFor()
    // Nothing else: no welcome, no question of trust, no assistant.
    assert.equal(await page.locator('.tab').count(), 2)
    assert.equal(await page.locator('.monaco-dialog-box').count(), 0)
    assert.equal(await page.locator('.part.auxiliarybar:visible').count(), 0)
    await person.picture('trial')
  })

  it('reads why a file is not imported', async () => {
    const { page } = person
    await writeFile(path.join(samples, 'damaged.docx'), 'PK\x03\x04 and no more')
    const file = page.locator('.explorer-viewlet .monaco-list-row[aria-label^="damaged.docx"]')
    await person.fromMenu(file, 'Import a report')
    await person.reads('damaged.docx: This file is damaged, or not a Word document', {
      look: () => person.picture('trial-message'),
    })
  })
})
