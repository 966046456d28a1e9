// An inspector who imports the text that is open, and goes from the list of changes to the draft.
import assert from 'node:assert/strict'
import { describePerson, until } from './person.mjs'

describePerson('an inspector who imports the file on the screen', person => {
  it('does it from the menu of its tab, without being asked for a file', async () => {
    const { page } = person
    await person.start('westmarch-extracted.txt')
    await person.fromMenu(page.locator('.tab.active'), 'Import a report')
    await page.locator('.tab', { hasText: 'changes.md' }).waitFor()
    await page.locator('.detected-link', { hasText: 'line 99' }).first().waitFor()
    await person.picture('import-list')
  })

  it('goes from a place of the list to its line', async () => {
    const { page } = person
    const link = page.locator('.detected-link', { hasText: 'line 99' }).first()
    await link.hover()
    await link.click({ modifiers: ['Control'] })
    await until('the line in the draft', async () => (await person.cursorLine()) > 50)
    // Only now do the commands for a report apply.
    await page.locator('.editor-actions [aria-label^="Show report preview"]:visible').waitFor()
    await person.picture('import-line')
  })

  it('is offered its name for a Word document and for the points, before it is saved', async () => {
    const { page } = person
    const list = page.locator('.quick-input-widget:visible')
    const offered = name =>
      until(`the name ${name}`, async () =>
        (await list.locator('input').first().inputValue()).endsWith(`/${name}`),
      )
    await person.run('Inspection Reports: Export to Word…')
    await offered('westmarch-extracted.docx')
    await page.keyboard.press('Enter')
    const message = await person.reads('The report was saved as westmarch-extracted.docx.', {
      button: 'Show in folder',
      look: () => person.picture('exported'),
    })
    assert.equal(message.kind, 'info')
    const row =
      '.explorer-viewlet .monaco-list-row.selected[aria-label^="westmarch-extracted.docx"]'
    await page.locator(row).waitFor()
    // From the explorer to the draft, to which commands apply.
    await page.locator('.tab', { hasText: 'westmarch-extracted.inspection.md' }).first().click()
    await page.locator('.editor-actions [aria-label^="Show report preview"]:visible').waitFor()
    await person.run('Inspection Reports: Points for the author…')
    await list.locator('.monaco-list-row', { hasText: 'Save as a page' }).click()
    await offered('westmarch-extracted - points for the author.html')
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'hidden' })
  })

  it('goes there by Enter and F12 too', async () => {
    const { page } = person
    const entered = name =>
      page.locator(`.editor-group-container.active .tab.active[data-resource-name$="${name}"]`)
    const place = page.locator('.view-line', { hasText: 'line 272' }).first()
    for (const key of ['Enter', 'F12']) {
      await place.click({ position: { x: 5, y: 5 } })
      await entered('changes.md').waitFor()
      await until('a line of the list', async () => (await person.cursorLine()) === 13)
      await page.keyboard.press(key)
      await entered('inspection.md').waitFor()
      await until('the line in the draft', async () => (await person.cursorLine()) > 150)
    }
  })
})
