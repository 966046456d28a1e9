// An inspector who writes paragraphs: the next one at Enter, a list, moving, deleting, and Undo.
import { describePerson, until } from './person.mjs'

const draft = 'westmarch-draft.inspection.md'

describePerson('an inspector who writes paragraphs', person => {
  let page
  let text

  before(async () => {
    page = person.page
    text = await person.text(draft)
  })

  it('starts the next paragraph with Enter, and writes on at once', async () => {
    await person.start(draft)
    await page.locator('.squiggly-hint').first().waitFor({ state: 'attached' })
    await goToEndOf('4. Westmarch is a county')
    await page.keyboard.press('Enter')
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
    await revert()
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
    await revert()
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
    await revert()
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
    await page.keyboard.press('Control+X')
    await row('4. At the time of the inspection').waitFor()
    await page.keyboard.press('Control+Z')
    await row('5. At the time of the inspection').waitFor()
    // While VS Code writes the file, it is empty for a moment.
    await until('the text to be as it was', async () => (await saved()) === text)
  })

  function row(words) {
    return page.locator('.view-line', { hasText: words }).first()
  }

  /** The line that is these words alone, whatever white space ends it. VS Code shows spaces as no-break ones. */
  function item(words) {
    const shown = words.replace(/ /g, '[ \u00a0·]')
    return page.locator('.view-line', { hasText: new RegExp(`^${shown}[\\s·]*$`) }).first()
  }

  async function goToEndOf(words) {
    const lines = (await person.text(draft)).split('\n')
    const at = lines.findIndex(each => each.startsWith(words)) + 1
    await person.goToLine(at, 1)
    // The line is wrapped into two.
    await page.keyboard.press('End')
    await page.keyboard.press('End')
    const place = `Ln ${at}, Col ${lines[at - 1].length + 1}`
    await page.locator('#status\\.editor\\.selection', { hasText: place }).waitFor()
    return at
  }

  async function saved() {
    await page.keyboard.press('Control+S')
    await page.locator('.tab.active:not(.dirty)', { hasText: draft }).waitFor()
    return person.text(draft)
  }

  /** Makes the file again what it was when it was saved. */
  async function revert() {
    await person.run('File: Revert File')
    await page.locator('.tab.active:not(.dirty)', { hasText: draft }).waitFor()
  }
})
