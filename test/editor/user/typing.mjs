// A person who writes paragraphs: the next one at Enter, a list, moving, deleting, and Undo.
import assert from 'node:assert/strict'
import { describePerson, until } from './person.mjs'

const draft = 'westmarch-draft.inspection.md'

describePerson('a person who writes paragraphs', person => {
  let page
  let text

  before(async () => {
    page = person.page
    text = await person.text(draft)
  })

  it('starts the next paragraph with Enter, and writes on at once', async () => {
    await person.start(draft)
    await page.locator('.squiggly-hint').first().waitFor({ state: 'attached' })
    const line = await goToEndOf('4. Westmarch is a county')
    await pressEnter(line)
    await page.keyboard.type('Saltby has a new school.', { delay: 30 })
    await row('5. Saltby has a new school.').waitFor()
    await row('6. At the time of the inspection').waitFor()
    await person.picture('typing-enter')
  })

  it('ends with Enter on an empty number', async () => {
    await page.keyboard.press('Enter')
    await row('7. At the time of the inspection').waitFor()
    await page.keyboard.press('Enter')
    await row('6. At the time of the inspection').waitFor()
    await person.picture('typing-end')
    await undoAll()
  })

  it('writes a list, and nests its items with Tab', async () => {
    await goToEndOf('- 52 case files')
    await page.keyboard.press('Enter')
    await item('-').waitFor()
    await page.keyboard.type('minutes of the board', { delay: 30 })
    await item('- minutes of the board').waitFor()
    await page.keyboard.press('Enter')
    await item('-').waitFor()
    await page.keyboard.press('Tab')
    await item('    -').waitFor()
    await page.keyboard.type('of its first year', { delay: 30 })
    await item('    - of its first year').waitFor()
    await page.keyboard.press('Enter')
    await item('    -').waitFor()
    await page.keyboard.press('Shift+Tab')
    await item('-').waitFor()
    await page.keyboard.type('letters', { delay: 30 })
    await item('- letters').waitFor()
    await person.picture('typing-list')
    await undoAll()
  })

  it('moves a paragraph down and up with the keyboard', async () => {
    await goToEndOf('4. Westmarch is a county')
    await page.keyboard.press('Alt+D')
    await row('5. Westmarch is a county').waitFor()
    await row('4. At the time of the inspection').waitFor()
    await person.picture('typing-moved')
    await page.keyboard.press('Alt+U')
    await row('4. Westmarch is a county').waitFor()
    await page.keyboard.press('Alt+M')
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Ambition' }).waitFor()
    await person.picture('typing-sections')
    await page.keyboard.press('Escape')
    await undoAll()
  })

  it('deletes, cuts, and takes it back with one Undo', async () => {
    await goToEndOf('3. All inspection judgements')
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+Shift+K')
    await row('3. Westmarch is a county').waitFor()
    await person.picture('typing-deleted')
    await page.keyboard.press('Control+Z')
    await row('3. All inspection judgements').waitFor()
    await row('4. Westmarch is a county').waitFor()
    await person.goToLine(await goToEndOf('4. Westmarch is a county'), 1)
    // Two lines as they are wrapped, and the blank one.
    for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowDown')
    await breathe()
    await page.keyboard.press('Control+X')
    await row('4. At the time of the inspection').waitFor()
    await page.keyboard.press('Control+Z')
    await row('5. At the time of the inspection').waitFor()
    assert.equal(await saved(), text)
  })

  function row(words) {
    return page.locator('.view-line', { hasText: words }).first()
  }

  /** The line that is these words alone, whatever white space ends it. VS Code shows spaces as unbroken ones. */
  function item(words) {
    const shown = words.replace(/ /g, '[ \u00a0·]')
    return page.locator('.view-line', { hasText: new RegExp(`^${shown}[\\s·]*$`) }).first()
  }

  async function goToEndOf(words) {
    const at = (await person.text(draft)).split('\n').findIndex(each => each.startsWith(words)) + 1
    await person.goToLine(at, 1)
    await page.keyboard.press('End')
    await page.keyboard.press('End')
    await breathe()
    return at
  }

  /**
   * Presses Enter at the end of the paragraph on the line. A window that is still starting does not know yet
   * what stands at the cursor, and breaks the line: then once more.
   */
  async function pressEnter(line) {
    await until('the next paragraph', async () => {
      await page.keyboard.press('Enter')
      await until('the next line', async () => (await person.cursorLine()) > line)
      if ((await person.cursorLine()) === line + 2) return true
      await page.keyboard.press('Control+Z')
      await breathe()
      return false
    })
  }

  /** As long as a hand needs from one key to another far away. */
  function breathe() {
    return new Promise(resolve => setTimeout(resolve, 600))
  }

  async function saved() {
    await page.keyboard.press('Control+S')
    await page.locator('.tab.active:not(.dirty)', { hasText: draft }).waitFor()
    return person.text(draft)
  }

  /** Undoes until the file is as it was saved. */
  async function undoAll() {
    for (let step = 0; step < 40; step++) {
      if ((await page.locator('.tab.active.dirty').count()) === 0) break
      await page.keyboard.press('Control+Z')
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    // While VS Code writes the file, it is empty for a moment.
    await until('the file to be as it was', async () => (await saved()) === text)
  }
})
