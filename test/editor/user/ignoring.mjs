// Somebody who leaves a problem as it is, in high contrast: with a reason, or the whole kind of it.
import { describePerson, until } from './person.mjs'

const report = 'first-steps.inspection.md'

describePerson('a person who ignores problems, in high contrast', person => {
  let page
  let headingLine
  let gradeLine
  const fixes = words => page.locator('.action-widget .monaco-list-row', { hasText: words })
  const lightBulb = async (line, column, words) => {
    await until('the light bulb’s menu', async () => {
      await person.goToLine(line, column)
      await page.keyboard.press('Control+.')
      return fixes(words)
        .first()
        .waitFor({ timeout: 2_000 })
        .then(
          () => true,
          () => false,
        )
    })
    await fixes(words).first().click()
  }

  before(async () => {
    page = person.page
    const lines = (await person.text(report)).split('\n')
    headingLine = lines.indexOf('#### Enjoying and acheiving') + 1
    gradeLine = lines.indexOf('Grade 3 (good)') + 1
  })

  it('is asked for a reason, which then stands in the report', async () => {
    await person.start(report)
    await person.run('Preferences: Color Theme')
    const themes = page.locator('.quick-input-list .monaco-list-row')
    await themes.first().waitFor()
    await page.locator('.quick-input-widget:visible input').first().fill('Dark High Contrast')
    await themes.filter({ hasText: 'Dark High Contrast' }).first().click()
    await page.locator('.monaco-workbench.hc-black').waitFor()
    await page.locator('.squiggly-error, .squiggly-info').first().waitFor()
    await lightBulb(gradeLine, 8, 'Ignore here')
    const box = page.locator('.quick-input-widget:visible input').first()
    await box.waitFor()
    await person.picture('ignore-reason')
    await box.fill('agreed with the reader')
    await page.keyboard.press('Enter')
    await page
      .locator('.view-line', { hasText: 'mismatched-grade-number: agreed with the reader' })
      .first()
      .waitFor()
    await person.picture('ignored')
  })

  it('switches a kind off, and takes it back in the status bar', async () => {
    await lightBulb(headingLine + 1, 8, 'Do not show this kind again')
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
