// Somebody who has never used VS Code: the first steps of the walkthrough, until the sample has no problem.
import { describePerson, until } from './person.mjs'

const report = 'westmarch.inspection.md'

/** The part of the window with the report, for the pictures of the walkthrough. */
const inReport = { x: 725, y: 36, width: 670, height: 440 }

describePerson('an inspector who takes the first steps', person => {
  let page
  const step = title => page.locator('.getting-started-step', { hasText: title })
  const button = words =>
    page.locator('.getting-started-step.expanded .monaco-button', { hasText: words })
  /** How many problems VS Code counts, of every weight but hints. */
  const problems = async () => {
    const label = await page.locator('#status\\.problems a').first().getAttribute('aria-label')
    return (label?.match(/\d+/g) ?? []).reduce((sum, each) => sum + Number(each), 0)
  }

  before(() => {
    page = person.page
  })

  /** Closes what VS Code shows below the problem; the cursor is at it. */
  const atProblem = async () => {
    const shown = page.locator('.marker-widget:visible')
    await shown.waitFor()
    await shown.locator('.message').click()
    await page.keyboard.press('Escape')
    await shown.waitFor({ state: 'detached' })
  }

  it('opens the walkthrough', async () => {
    await page.setViewportSize({ width: 1400, height: 800 })
    await person.start(report)
    await page.keyboard.press('Control+B')
    await person.run('Inspection Reports: Get started with inspection reports')
    await button('New inspection report').waitFor()
    await button('Check a Word document').waitFor()
    await person.picture('walkthrough')
    await step('Open the sample report').click()
  })

  it('opens the sample beside it, as a document without a file', async () => {
    await button('Open the sample report').click()
    await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor()
    await until('its problems', async () => (await problems()) === 3)
    await step('Open the sample report').locator('.codicon-getting-started-step-checked').waitFor()
    await person.picture('walkthrough-sample')
    await person.picture('start-sample', inReport)
  })

  it('goes to a problem, and mends it with the light bulb', async () => {
    await step('Put a problem right').click()
    await button('Go to the next problem').click()
    await until('the cursor to be at a problem', async () => (await person.cursorLine()) > 1)
    await atProblem()
    await person.fix('Change the row to', () => person.picture('start-problem', inReport))
    await until('one problem less', async () => (await problems()) === 2)
  })

  it('goes from a judgement to its row', async () => {
    await step('From the judgement').click()
    await button('Go to the other place').click()
    await until('the row', async () => (await person.cursorLine()) < 20)
    await person.picture('start-places', inReport)
  })

  it('opens the side panel', async () => {
    await step('See the whole report').click()
    await button('Open the side panel').click()
    await page.locator('.monaco-list-row', { hasText: 'Care leavers' }).first().waitFor()
    await person.picture('walkthrough-panel')
    await person.picture('start-panel', { x: 0, y: 36, width: 420, height: 420 })
  })

  it('sees how to begin a report', async () => {
    await step('Begin with your own').click()
    await button('New inspection report').click()
    await page.locator('.quick-input-list .monaco-list-row:visible').first().waitFor()
    await page.locator('.quick-input-widget:visible input').first().click()
    await person.picture('start-own', { x: 380, y: 0, width: 640, height: 400 })
    await page.keyboard.press('Escape')
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
  })

  it('is asked for the kind of report from the command palette too', async () => {
    const question = page.locator('.quick-input-widget:visible input').first()
    await person.run('Inspection Reports: New inspection report…')
    await page.locator('.quick-input-title', { hasText: 'New inspection report' }).waitFor()
    // As slowly as a person: the walkthrough would take the focus back between two letters.
    await page.keyboard.type('focused visit', { delay: 50 })
    await until(
      'the kind to be looked for',
      async () => (await question.inputValue()) === 'focused visit',
    )
    await page.keyboard.press('Escape')
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
  })

  it('puts the rest right, until no problem is left', async () => {
    await step('Finish it').click()
    await button('Fix all').click()
    await until('no problem', async () => (await problems()) === 0)
  })

  it('looks at the preview', async () => {
    await step('Finish it').click()
    await button('Show report preview').click()
    await page.frameLocator('iframe.webview.ready').frameLocator('iframe').locator('h1').waitFor()
    await person.picture('walkthrough-finish')
    await person.picture('start-finish', { ...inReport, x: 700, width: 690 })
  })
})
