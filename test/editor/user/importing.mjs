// A person who imports the text that is open, and goes from the list of changes to the draft.
import { describePerson, until } from './person.mjs'

describePerson('a person who imports the file on the screen', person => {
  it('does it from the menu of its tab, without being asked for a file', async () => {
    const { page } = person
    await person.start('westmarch-extracted.txt')
    await page.locator('.tab.active').click({ button: 'right' })
    await page.locator('.monaco-menu .action-item', { hasText: 'Import a report' }).click()
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
    await person.picture('import-line')
  })
})
