// An inspector who works with Word: checks a document, and pastes and tidies what comes from one.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../../scripts/build.mjs'
import { describePerson } from './person.mjs'

const report = 'westmarch-with-problems.inspection.md'
const inspectionReports = (...words) =>
  promisify(execFile)(process.execPath, [path.join(root, 'dist/cli.js'), ...words])

describePerson('an inspector who works with Word', person => {
  let page
  const row = words => page.locator('.view-line', { hasText: words }).first()

  before(async () => {
    page = person.page
    await inspectionReports(
      'export',
      person.path(report),
      '--anyway',
      '--out',
      person.path('westmarch.docx'),
    )
  })

  it('checks a Word document from the explorer’s menu', async () => {
    await person.start(report)
    const file = page.locator('.explorer-viewlet .monaco-list-row[aria-label^="westmarch.docx"]')
    await person.fromMenu(file, 'Check a Word document…')
    await page.locator('.tab.active', { hasText: 'westmarch.docx' }).waitFor()
    const text = page.frameLocator('.webview.ready').frameLocator('#active-frame')
    await text.getByText('There is no paragraph 140.').first().waitFor()
    await person.picture('word-checked')
  })

  it('pastes a list as report text', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    // Out of the page, which has the focus.
    await page.locator('.tab', { hasText: report }).click()
    await person.run('File: New Untitled Text File')
    await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor()
    await page.locator('.monaco-editor .view-lines').first().click()
    await page.evaluate(() => navigator.clipboard.writeText('◼ One in ten\n◼ Two in ten\n'))
    await person.run('Inspection Reports: Paste as report text')
    await row('- One in ten').waitFor()
    await row('- Two in ten').waitFor()
    await person.picture('word-pasted')
  })

  it('tidies what was pasted by itself', async () => {
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText('• Three of four\n• Four of five\n')
    await row('• Three of four').waitFor()
    await person.run('Inspection Reports: Tidy pasted text')
    await row('- Three of four').waitFor()
    await row('- Four of five').waitFor()
    await person.picture('word-tidied')
    await page.keyboard.press('Control+Z')
    await row('• Three of four').waitFor()
    assert.equal(await row('- Three of four').count(), 0)
  })
})
