// Somebody who leaves a problem as it is, in high contrast: with a reason, or the whole kind of it.
import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { describePerson, until } from './person.mjs'

const report = 'two-slips.inspection.md'

describePerson('an inspector who ignores problems, in high contrast', person => {
  let page
  let headingLine
  let gradeLine
  before(async () => {
    page = person.page
    const clean = await person.text('westmarch.inspection.md')
    const slips = clean
      .replace('Grade 2 (good)', 'Grade 3 (good)')
      .replace('#### Enjoying and achieving', '#### Enjoying and acheiving')
    await writeFile(person.path(report), slips)
    const lines = slips.split('\n')
    headingLine = lines.indexOf('#### Enjoying and acheiving') + 1
    gradeLine = lines.indexOf('Grade 3 (good)') + 1
  })

  it('is asked for a reason, which then is in the report', async () => {
    await person.start(report)
    await person.chooseTheme('Dark High Contrast')
    const counted = () => page.locator('#status\\.problems').textContent()
    await person.goToLine(gradeLine, 8)
    await page.locator('.squiggly-error').first().waitFor()
    const before = await counted()
    await person.fix('Ignore here')
    const box = page.locator('.quick-input-widget:visible input').first()
    await box.waitFor()
    await person.picture('ignore-reason')
    await box.fill('agreed with the reader')
    await page.keyboard.press('Enter')
    await page
      .locator('.view-line', { hasText: 'mismatched-grade-number: agreed with the reader' })
      .first()
      .waitFor()
    // Until then the menu of the light bulb does not open.
    await until('the problem to be gone', async () => (await counted()) !== before)
    await person.picture('ignored')
  })

  it('switches a kind off, and takes it back in the status bar', async () => {
    await person.goToLine(headingLine + 1, 8)
    await person.fix('Do not show this kind again')
    const undo = page.locator('.statusbar-item', { hasText: 'is off. Undo' })
    await undo.waitFor()
    await page.locator('.squiggly-warning').waitFor({ state: 'detached' })
    await person.picture('switched-off')
    await undo.click()
    await page.locator('.squiggly-warning').first().waitFor()
    await undo.waitFor({ state: 'detached' })
  })

  it('finds a judgement in all reports of the folder', async () => {
    await page.keyboard.press('F1')
    await page.locator('.quick-input-widget:visible input').first().fill('#staying safe westmarch')
    const found = page.locator('.quick-input-list .monaco-list-row', {
      hasText: 'Staying safe – good',
    })
    await found.nth(2).waitFor()
    await person.picture('judgements-found')
    await page.keyboard.press('Escape')
  })

  it('sees the settings under their headings', async () => {
    await person.run('Inspection Reports: Open the settings')
    await page.locator('.settings-editor .setting-item').first().waitFor()
    await page.locator('.settings-toc-container', { hasText: 'Report types' }).waitFor()
    await person.picture('settings')
  })

  it('sees the side panel', async () => {
    await page.keyboard.press('Control+W')
    await page.locator('.activitybar [aria-label^="Inspection Report"]').first().click()
    await page
      .locator('.monaco-list-row', { hasText: 'Capacity for improvement' })
      .first()
      .waitFor()
    await person.picture('high-contrast-panel')
  })
})

describePerson('an inspector whose folder has settings of its own', person => {
  it('opens a report', async () => {
    await mkdir(person.path('.vscode'))
    const settings = { 'inspectionReports.rules.misspelt-heading': 'error' }
    await writeFile(person.path('.vscode/settings.json'), JSON.stringify(settings))
    await person.start(report)
  })

  it('reads that a kind of problem stays on in it, and opens the settings that say so', async () => {
    const { page } = person
    const lines = (await person.text(report)).split('\n')
    await person.goToLine(lines.indexOf('#### Enjoying and acheiving') + 1, 8)
    await person.fix('Do not show this kind again')
    // Everybody here shares these settings, and it can be undone for a while only.
    await page.locator('.statusbar-item', { hasText: 'is off. Undo' }).click()
    const { kind, text } = await person.reads('"misspelt-heading" is off', {
      button: 'Open these settings',
      look: () => person.picture('switched-off-elsewhere'),
    })
    assert.equal(kind, 'warning')
    assert.equal(
      text,
      '"misspelt-heading" is off in your settings, but the settings of this folder say "error", and they take precedence.',
    )
    const label = page.locator('.settings-editor .setting-item-label')
    await label.filter({ hasText: 'Misspelt-heading' }).first().waitFor()
    await person.picture('switched-off-settings')
  })
})
