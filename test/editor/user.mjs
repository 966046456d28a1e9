// A person at work in VS Code: types a wrong grade, mends it by the light bulb, and goes to the summary table.
// Run by mocha. Each step leaves a picture in out/pictures, or in the folder that PICTURES names.
import assert from 'node:assert/strict'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../../scripts/build.mjs'
import { launchChromium } from '../../scripts/vscode/chromium.mjs'
import { serveEditor } from '../../scripts/vscode/serve.mjs'
import { temporaryCopy } from '../../scripts/vscode/suite.mjs'

const pictures = path.resolve(root, process.env.PICTURES ?? 'out/pictures')
const report = 'westmarch.inspection.md'
const faultyReport = 'westmarch-with-problems.inspection.md'
const draft = 'westmarch-draft.inspection.md'
const rightGrade = 'Grade 3 (adequate)'
const patience = 20_000

describe('a person at work in VS Code', function () {
  this.timeout(120_000)
  this.bail(true) // each step goes on where the one before ended

  let workspace
  let removeWorkspace
  let editor
  let browser
  let page
  /** The line of the grade of safeguarding's overall effectiveness, and of its row, counted from 1. */
  let gradeLine
  let rowLine

  before(async function () {
    this.timeout(20 * 60_000) // the editor and the browser may have to be fetched
    await mkdir(pictures, { recursive: true })
    const { copy, remove } = await temporaryCopy(path.join(root, 'samples'))
    workspace = copy
    removeWorkspace = remove
    await writeFile(path.join(workspace, 'notes.md'), '# Notes on the visit\n\nGrade 3 (good)\n')
    const lines = (await textOfReport()).split('\n')
    gradeLine = lines.indexOf(rightGrade) + 1
    rowLine = lines.indexOf('| Overall effectiveness | Adequate |') + 1
    editor = await serveEditor()
    browser = await launchChromium()
    page = await browser.newPage({ viewport: { width: 1200, height: 750 } })
    page.setDefaultTimeout(patience)
  })

  after(async () => {
    await browser?.close()
    await editor?.stop()
    await removeWorkspace?.()
  })

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed' || page === undefined) return
    const file = path.join(root, 'out', 'user-failed.png')
    await page.screenshot({ path: file })
    console.log(`What the editor looked like: ${file}`)
  })

  it('opens a report', async () => {
    const open = path.join(workspace, report)
    await page.goto(editor.address({ workspace, extension: root, open }))
    await page.locator('.view-line', { hasText: 'Inspection of safeguarding' }).first().waitFor()
    await page.locator('.languageStatus-activity, #status\\.languageStatus').first().waitFor()
  })

  it('sees a wrong grade marked as it is typed', async () => {
    await goToLine(gradeLine, 'Grade 3 ('.length + 1)
    await page.keyboard.press('Shift+End')
    await page.keyboard.type('good)')
    await page.locator('.squiggly-error').first().waitFor()
    await picture('wrong-grade')
  })

  it('sees why when the pointer rests on it', async () => {
    const fixes = page.locator('.monaco-hover:visible a', { hasText: 'Quick Fix' })
    await until('what is told about it', async () => {
      await page.mouse.move(0, 0)
      await page.locator('.squiggly-error').first().hover({ force: true })
      return appears(fixes)
    })
    await picture('why')
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

  it('mends it by the light bulb', async () => {
    const bulb = page.locator('.lightBulbWidget:visible, [class*=codicon-gutter-lightbulb]:visible')
    const fixes = page.locator('.action-widget .monaco-list-row')
    await until('the fixes', async () => {
      await goToLine(gradeLine, 'Grade 3 ('.length + 2)
      // It may move while it is aimed at.
      await bulb
        .first()
        .click({ timeout: 2_000 })
        .catch(() => {})
      return appears(fixes.first())
    })
    await picture('light-bulb')
    await fixes.filter({ hasText: 'adequate' }).first().click()
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' })
    await page.keyboard.press('Control+S')
    await until(
      'the mended text to be saved',
      async () => (await textOfReport()).split('\n')[gradeLine - 1] === rightGrade,
    )
  })

  it('goes from the grade to its row in the summary table', async () => {
    await goToLine(gradeLine, 'Grade 3 ('.length + 2)
    await page.keyboard.press('F12')
    await until(`the cursor to be in line ${rowLine}`, async () => (await cursorLine()) === rowLine)
    await picture('summary-table')
  })

  it('goes back from the row to the section', async () => {
    await page.keyboard.press('F12')
    await until('the cursor to be in the section', async () => {
      const line = await cursorLine()
      return line !== rowLine && Math.abs(line - gradeLine) <= 2
    })
  })

  it('sees how the report stands', async () => {
    await page.locator('#status\\.languageStatus').click()
    const status = page.locator('.hover-language-status', { hasText: '22 judgements' })
    await status.first().waitFor()
    await page.keyboard.press('Escape')
  })

  it('sees nothing of this in a Markdown file that is no report', async () => {
    await openFile('notes.md')
    await page.locator('.view-line', { hasText: 'Notes on the visit' }).first().waitFor()
    assert.equal(await page.locator('.squiggly-error, .squiggly-warning').count(), 0)
    // VS Code has something to say of every Markdown file
    await page.locator('#status\\.languageStatus').click()
    const status = page.locator('.hover-language-status')
    await status.first().waitFor()
    for (const words of await status.allTextContents()) assert.doesNotMatch(words, /judgement/)
    await page.keyboard.press('Escape')
  })

  it('sees the problems of a report in a list', async () => {
    await openFile(faultyReport)
    await page.locator('.squiggly-warning').first().waitFor()
    await page.keyboard.press('Control+Shift+M')
    await page
      .locator('.markers-panel .monaco-list-row', { hasText: 'This sentence says' })
      .waitFor()
    await picture('problems')
  })

  it('reads why a problem matters', async () => {
    const link = page.locator('.markers-panel a', { hasText: 'mismatched-opening' })
    await link.first().click({ modifiers: ['Control'] })
    await seePage('mismatched-opening')
    await picture('rule-page')
  })

  it('goes from page to page', async () => {
    const link = page.locator('.markers-panel a', { hasText: 'missing-grade' })
    await link.first().click({ modifiers: ['Control'] })
    const shown = await seePage('missing-grade')
    await shown.locator('a', { hasText: 'misplaced-grade' }).click()
    await seePage('misplaced-grade')
  })

  it('has a missing section written by completion', async () => {
    await openFile(faultyReport)
    await page.locator('.view-line').first().click()
    await page.keyboard.press('Control+J') // closes the list of problems
    await page.locator('.markers-panel').waitFor({ state: 'hidden' })
    const text = await readFile(path.join(workspace, faultyReport), 'utf8')
    const line = text.split('\n').lastIndexOf('#### Quality of provision')
    await goToLine(line, 1)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type('Econ')
    const suggestions = page.locator('.suggest-widget.visible .monaco-list-row')
    await suggestions
      .filter({ hasText: /^Economic well-being/ })
      .first()
      .waitFor()
    await picture('completion')
    await page.keyboard.press('Tab')
    await page.locator('.view-line', { hasText: '#### Economic well-being' }).first().waitFor()
    await picture('missing-section')
  })

  it('sees what is left to do in a draft, and goes there', async () => {
    await openFile(draft)
    await page.locator('#status\\.languageStatus').click()
    const status = page.locator('.hover-language-status', { hasText: 'to-do' })
    await status.first().waitFor()
    await picture('status')
    await status.locator('a', { hasText: 'Show to-dos' }).click()
    const toDos = page.locator('.quick-input-list .monaco-list-row')
    await toDos.first().waitFor()
    await picture('to-dos')
    await page.keyboard.press('ArrowDown')
    const line = Number(/^Line (\d+)/.exec(await toDos.nth(1).textContent())?.[1])
    await page.keyboard.press('Enter')
    await until(`the cursor to be in line ${line}`, async () => (await cursorLine()) === line)
  })

  function textOfReport() {
    return readFile(path.join(workspace, report), 'utf8')
  }

  async function openFile(name) {
    await page.locator(`.explorer-viewlet .monaco-list-row[aria-label^="${name}"]`).dblclick()
    await page.locator('.tab.active', { hasText: name }).waitFor()
  }

  /** Waits for the page of a rule as a page, not as its source; answers with what is in it. */
  async function seePage(rule) {
    await page.locator('.tab.active', { hasText: rule }).waitFor()
    const shown = page.frameLocator('iframe.webview.ready').frameLocator('iframe')
    await shown.locator('h1').waitFor()
    return shown
  }

  async function goToLine(line, column) {
    await page.locator('.monaco-editor .view-lines').first().click()
    await page.keyboard.press('Control+G')
    await page.locator('.quick-input-widget input').first().fill(`:${line}:${column}`)
    await page.keyboard.press('Enter')
    await until(`the cursor to be in line ${line}`, async () => (await cursorLine()) === line)
  }

  /** The line that the status bar names: "Ln 93, Col 11". */
  async function cursorLine() {
    const words = await page.locator('#status\\.editor\\.selection').textContent()
    return Number(/Ln (\d+)/.exec(words)?.[1])
  }

  async function picture(name) {
    await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' })
  }
})

/** Does something show itself within two seconds? */
function appears(locator) {
  return locator.waitFor({ timeout: 2_000 }).then(
    () => true,
    () => false,
  )
}

/** Looks until something is so; fails after 20 seconds and says what was waited for. */
async function until(what, look) {
  const end = Date.now() + patience
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s in vain for ${what}.`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
