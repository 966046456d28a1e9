// An inspector at work in VS Code: types a wrong grade, puts it right with the light bulb, and goes to the
// summary table.
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { describePerson, until } from './person.mjs'

const report = 'westmarch.inspection.md'
const faultyReport = 'westmarch-with-problems.inspection.md'
const draft = 'westmarch-draft.inspection.md'
const rightGrade = 'Grade 3 (adequate)'

describePerson('an inspector whose report has problems', person => {
  let page
  /** The line of the grade of safeguarding's overall effectiveness, and of its row, counted from 1. */
  let gradeLine
  let rowLine

  before(async () => {
    page = person.page
    await writeFile(person.path('notes.md'), '# Notes on the visit\n\nGrade 3 (good)\n')
    const lines = (await person.text(report)).split('\n')
    gradeLine = lines.indexOf(rightGrade) + 1
    rowLine = lines.indexOf('| Overall effectiveness | Adequate |') + 1
  })

  it('opens a report', async () => {
    await person.start(report)
    await page.locator('.view-line', { hasText: 'Inspection of safeguarding' }).first().waitFor()
  })

  it('sees a wrong grade marked as it is typed', async () => {
    await person.goToLine(gradeLine, 'Grade 3 ('.length + 1)
    await page.keyboard.press('Shift+End')
    await page.keyboard.type('good)')
    await page.locator('.squiggly-error').first().waitFor()
    await person.picture('wrong-grade')
  })

  it('sees why when the pointer rests on it', async () => {
    const fixes = page.locator('.monaco-hover:visible a', { hasText: 'Quick Fix' })
    // The line moves down when what is above it is drawn; a hand follows it with the pointer.
    await until('why it is marked', async () => {
      await page.mouse.move(0, 0)
      // The mark is drawn again while the text is checked, and has no place in that moment.
      const mark = await page.locator('.squiggly-error').first().boundingBox()
      if (mark === null) return false
      await page.mouse.move(mark.x + mark.width / 2, mark.y + mark.height / 2)
      return fixes.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      )
    })
    await person.picture('why')
  })

  it('opens the page of the rule from there, and comes back', async () => {
    await page.locator('.monaco-hover:visible a', { hasText: 'mismatched-grade-number' }).click()
    await seePage('mismatched-grade-number')
    await page.keyboard.press('Control+W')
    await page
      .locator('.tab', { hasText: 'mismatched-grade-number' })
      .waitFor({ state: 'detached' })
    await page.locator('.squiggly-error').first().waitFor()
  })

  it('mends it with the light bulb', async () => {
    const fixes = page.locator('.action-widget .monaco-list-row')
    await person.goToLine(gradeLine, 'Grade 3 ('.length + 2)
    await person.bulb.click()
    await fixes.first().waitFor()
    await person.picture('light-bulb')
    await fixes.filter({ hasText: 'adequate' }).first().click()
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' })
    await page.keyboard.press('Control+S')
    await until(
      'the mended text to be saved',
      async () => (await person.text(report)).split('\n')[gradeLine - 1] === rightGrade,
    )
  })

  it('goes from the grade to its row in the summary table', async () => {
    await person.goToLine(gradeLine, 'Grade 3 ('.length + 2)
    await page.keyboard.press('F12')
    await until(
      `the cursor to be in line ${rowLine}`,
      async () => (await person.cursorLine()) === rowLine,
    )
    await person.picture('summary-table')
  })

  it('goes back from the row to the section', async () => {
    await page.keyboard.press('F12')
    await until('the cursor to be in the section', async () => {
      const line = await person.cursorLine()
      return line !== rowLine && Math.abs(line - gradeLine) <= 2
    })
  })

  it('sees what state the report is in', async () => {
    await page.locator('#status\\.languageStatus').click()
    const status = page.locator('.hover-language-status', { hasText: '22 judgements' })
    await status.first().waitFor()
    await page.keyboard.press('Escape')
  })

  it('sees nothing of this in a Markdown file that is not a report', async () => {
    await person.openFile('notes.md')
    await page.locator('.view-line', { hasText: 'Notes on the visit' }).first().waitFor()
    assert.equal(await page.locator('.squiggly-error, .squiggly-warning').count(), 0)
    // VS Code has something to say about every Markdown file.
    await page.locator('#status\\.languageStatus').click()
    const status = page.locator('.hover-language-status')
    await status.first().waitFor()
    for (const words of await status.allTextContents()) assert.doesNotMatch(words, /judgement/)
    await page.keyboard.press('Escape')
  })

  it('sees the problems of a report in a list', async () => {
    await person.openFile(faultyReport)
    await page.locator('.squiggly-warning').first().waitFor()
    await page.keyboard.press('Control+Shift+M')
    await page
      .locator('.markers-panel .monaco-list-row', { hasText: 'This sentence says' })
      .waitFor()
    await person.picture('problems')
  })

  it('reads why a problem matters', async () => {
    const link = page.locator('.markers-panel a', { hasText: 'mismatched-opening' })
    await link.first().click({ modifiers: ['Control'] })
    await seePage('mismatched-opening')
    await person.picture('rule-page')
  })

  it('goes from page to page', async () => {
    const link = page.locator('.markers-panel a', { hasText: 'missing-grade' })
    await link.first().click({ modifiers: ['Control'] })
    const shown = await seePage('missing-grade')
    await shown.locator('a', { hasText: 'misplaced-grade' }).click()
    await seePage('misplaced-grade')
  })

  it('has a missing section written by completion', async () => {
    await person.openFile(faultyReport)
    await page.locator('.view-line').first().click()
    await page.keyboard.press('Control+J') // closes the list of problems
    await page.locator('.markers-panel').waitFor({ state: 'hidden' })
    const text = await person.text(faultyReport)
    const line = text.split('\n').lastIndexOf('#### Quality of provision')
    await person.goToLine(line, 1)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type('Econ')
    const suggestions = page.locator('.suggest-widget.visible .monaco-list-row')
    await suggestions
      .filter({ hasText: /^Economic well-being/ })
      .first()
      .waitFor()
    await person.picture('completion')
    await page.keyboard.press('Tab')
    await page.locator('.view-line', { hasText: '#### Economic well-being' }).first().waitFor()
    await person.picture('missing-section')
  })

  it('sees what is left to do in a draft, and goes there', async () => {
    await person.openFile(draft)
    await page.locator('#status\\.languageStatus').click()
    const status = page.locator('.hover-language-status', { hasText: 'still to be written' })
    await status.first().waitFor()
    await person.picture('status')
    await status.locator('a', { hasText: 'Show them' }).click()
    const toDos = page.locator('.quick-input-list .monaco-list-row')
    await toDos.first().waitFor()
    await person.picture('to-dos')
    await page.keyboard.press('ArrowDown')
    const line = Number(/^Line (\d+)/.exec(await toDos.nth(1).textContent())?.[1])
    await page.keyboard.press('Enter')
    await until(
      `the cursor to be in line ${line}`,
      async () => (await person.cursorLine()) === line,
    )
  })

  /** Waits for the page of a rule as a page, not as its source, and returns what is in it. */
  async function seePage(rule) {
    await page.locator('.tab.active', { hasText: rule }).waitFor()
    const shown = page.frameLocator('iframe.webview.ready').frameLocator('iframe')
    await shown.locator('h1').waitFor()
    return shown
  }
})
