// A reader who leaves notes in a report, looks through them, and takes them out.
import assert from 'node:assert/strict'
import { describePerson, until } from './person.mjs'

const report = 'westmarch.inspection.md'

describePerson('an inspector who leaves notes', person => {
  let page
  let original
  let line

  before(async () => {
    page = person.page
    original = await person.text(report)
    line = original.split('\n').findIndex(words => words.startsWith('36. Partnership working')) + 1
  })

  const list = () => page.locator('.quick-input-widget:visible')
  const rows = () => list().locator('.monaco-list-row')
  const saved = async () => {
    await page.keyboard.press('Control+S')
    await page.locator('.tab.active:not(.dirty)').waitFor()
    return person.text(report)
  }

  it('is asked for initials at the first note', async () => {
    await person.start(report)
    await page.locator('.view-line', { hasText: 'Inspection of safeguarding' }).first().waitFor()
    await person.goToLine(line, '36. Partnership wor'.length + 1)
    await page.keyboard.press('Alt+N')
    await list().getByText('They appear in your notes').waitFor()
    await person.picture('initials')
    await page.keyboard.type('EB')
    await page.keyboard.press('Enter')
    await page.locator('.view-line', { hasText: '[Note EB: ]' }).waitFor()
  })

  it('writes the note after the word, and goes on after it with Tab', async () => {
    await page.keyboard.type('with schools too?')
    await page.keyboard.press('Tab')
    await page.keyboard.type(' really')
    await person.picture('note')
    assert.match(
      await saved(),
      /^36\. Partnership working \[Note EB: with schools too\?\] really is good\./m,
    )
    await page.keyboard.press('Control+Z')
  })

  it('writes the next one without being asked', async () => {
    await person.goToLine(line + 2, 1)
    await page.keyboard.press('End')
    await page.keyboard.press('Alt+N')
    await page.locator('.view-line', { hasText: '[Note EB: ]' }).waitFor()
    await page.keyboard.type('add the figures')
    await page.keyboard.press('Escape')
  })

  it('looks through all notes', async () => {
    await person.goToLine(1, 1)
    await page.keyboard.press('Alt+Shift+N')
    await rows().filter({ hasText: 'EB: add the figures' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await person.picture('notes')
    await page.keyboard.press('Enter')
    await until(
      'the cursor to be at the note',
      async () => (await person.cursorLine()) === line + 2,
    )
  })

  it('resolves the note at the cursor with the light bulb', async () => {
    await person.fix('Resolve this note', () => person.picture('resolve-note'))
    await page.locator('.view-line', { hasText: 'add the figures' }).waitFor({ state: 'detached' })
  })

  it('resolves all others at once', async () => {
    await person.run('Inspection Reports: Resolve all notes…')
    await rows().filter({ hasText: 'Make this change' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await person.picture('resolve-notes')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await list().waitFor({ state: 'hidden' })
    await until('the text to be as it was', async () => (await saved()) === original)
  })
})
