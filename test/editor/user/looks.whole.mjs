// Somebody who works from the keyboard, in colours of their own: menus, the preview, the search, every theme.
import assert from 'node:assert/strict'
import { describePerson, until } from './person.mjs'

const report = 'westmarch-with-problems.inspection.md'
const clean = 'westmarch.inspection.md'

describePerson('an inspector who works from the keyboard', person => {
  let page
  const preview = () => page.frameLocator('iframe.webview.ready').frameLocator('iframe')
  const list = () => page.locator('.quick-input-widget:visible')
  const rows = () => list().locator('.monaco-list-row')
  const inPreview = () =>
    page.evaluate(
      () =>
        document.activeElement?.tagName === 'IFRAME' &&
        document
          .querySelector('.editor-group-container.active .tab.active')
          ?.textContent?.includes('Preview of') === true,
    )
  const inText = () =>
    page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null)
  const leaveList = async () => {
    await page.keyboard.press('Escape')
    await list().waitFor({ state: 'hidden' })
  }
  const menu = () => page.locator('.context-view .monaco-menu').last()
  const labels = () => menu().locator('.action-label').allTextContents()

  before(() => {
    page = person.page
  })

  it('opens the menu of the text, which has the few that matter', async () => {
    await page.setViewportSize({ width: 1500, height: 900 })
    await person.start(report)
    await page.locator('.squiggly-warning, .squiggly-error').first().waitFor()
    const lines = (await person.text(report)).split('\n')
    await person.goToLine(lines.indexOf('### Capacity for improvement') + 1, 8)
    await page.keyboard.press('Shift+F10')
    await menu().locator('.action-label', { hasText: 'Set grade…' }).waitFor()
    await person.picture('menu-text')
    assert.deepEqual(
      (await labels()).filter(each => /grade|judgement|Inspection/.test(each)),
      ['Go to where else this judgement is stated', 'Set grade…', 'Inspection Report'],
    )
    await menu().locator('.action-label', { hasText: 'Inspection Report' }).hover()
    await page.locator('.monaco-submenu .action-label', { hasText: 'Add a note' }).waitFor()
    await person.picture('menu-more')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  it('goes into the preview and back by one key', async () => {
    await page.keyboard.press('Alt+Shift+P')
    await preview().locator('.numbered.current, .current').first().waitFor()
    assert(await inText())
    await page.keyboard.press('Alt+Shift+P')
    await until('the focus to be in the preview', inPreview)
    await person.picture('preview-focus')
    await page.keyboard.press('Alt+Shift+P')
    await until('the focus to be in the text', inText)
  })

  it('goes on in the preview with the report that it shows', async () => {
    const panel = page.locator('.pane:has(.pane-header[aria-label^="Judgements"])')
    await page.locator('.activitybar [aria-label^="Inspection Report"]').first().click()
    await panel.locator('.monaco-list-row', { hasText: 'Overall effectiveness' }).first().waitFor()
    await preview().locator('h1').click()
    await until('the focus to be in the preview', inPreview)
    await panel.locator('.monaco-list-row', { hasText: 'Overall effectiveness' }).first().waitFor()
    await person.run('Inspection Reports: Set grade…')
    await list().locator('.quick-input-title', { hasText: 'Capacity for improvement' }).waitFor()
    await person.picture('preview-set-grade')
    await leaveList()
    await until('the focus to be in the preview again', inPreview)
    await person.run('Inspection Reports: Compare with an earlier version…')
    await list().locator('input[placeholder*="to be compared with"]').waitFor()
    await leaveList()
  })

  it('goes from heading to heading in it, and from there to the text', async () => {
    await preview().locator('#print').focus()
    const heading = preview().locator('h1')
    await page.keyboard.press('Tab')
    assert.equal(
      await heading.evaluate(element => element === element.ownerDocument.activeElement),
      true,
    )
    await person.picture('preview-heading')
    const line = Number(await heading.getAttribute('data-line')) + 1
    await page.keyboard.press('Enter')
    await until('the text to have the focus', inText)
    await until(
      `the cursor to be in line ${line}`,
      async () => (await person.cursorLine()) === line,
    )
  })

  it('finds a judgement in any report, in whatever order the words are typed', async () => {
    for (const words of ['staying westmarch', 'westmarch staying', 'good westmarch staying']) {
      await page.keyboard.press('Control+T')
      await list().locator('input').first().fill(`#${words}`)
      await rows().filter({ hasText: 'Staying safe' }).first().waitFor()
      await person.picture(`search-${words.replaceAll(' ', '-')}`)
      await leaveList()
    }
  })

  it('is told by F2 of a limit that the grade breaches', async () => {
    const limited = 'ilacs-westmarch.inspection.md'
    await page.keyboard.press('Control+P')
    await list().locator('input').first().fill(limited)
    await rows().filter({ hasText: limited }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.locator(`.tab.active[data-resource-name="${limited}"]`).waitFor()
    const lines = (await person.text(limited)).split('\n')
    const line = lines.findIndex(each => each.includes('in care: good')) + 1
    await person.goToLine(line, lines[line - 1].indexOf('good') + 2)
    await page.keyboard.press('F2')
    const box = page.locator('.rename-box input')
    await box.waitFor()
    await box.fill('inadequate')
    await page.keyboard.press('Enter')
    await preview().locator('h2', { hasText: 'in care: inadequate' }).waitFor()
    const { text } = await person.reads('A limit is breached', {
      look: () => person.picture('rename-limit'),
    })
    assert.equal(text, 'A limit is breached: "Overall effectiveness" must then be "inadequate".')
    await person.run('File: Revert File')
    await preview().locator('h2', { hasText: 'in care: good' }).waitFor()
  })

  it('sees panel, lenses and preview in the colours of any theme', async () => {
    await page.keyboard.press('Control+P')
    await list().locator('input').first().fill(clean)
    await rows()
      .and(page.locator(`[aria-label^="${clean}"]`))
      .first()
      .click()
    await page.locator(`.tab.active[data-resource-name="${clean}"]`).waitFor()
    const lines = (await person.text(clean)).split('\n')
    await person.goToLine(lines.findIndex(each => /^\| Judgement/.test(each)) + 1, 1)
    await page.locator('.codelens-decoration:visible').first().waitFor()
    for (const theme of [
      'Light Modern',
      'Dark Modern',
      'Dark High Contrast',
      'Light High Contrast',
    ]) {
      await person.chooseTheme(theme)
      await person.picture(`theme-${theme.toLowerCase().replaceAll(' ', '-')}`)
    }
    await person.run('Inspection Reports: Get started with inspection reports')
    await page.locator('.getting-started-step.expanded').waitFor()
    await list().waitFor({ state: 'hidden' })
    // It takes the focus when it is drawn: only then is it another list's turn.
    await page.getByText('Keep a draft inspection report right').click()
    for (const theme of ['Light High Contrast', 'Dark High Contrast', 'Light Modern']) {
      await person.chooseTheme(theme)
      await person.picture(`start-${theme.toLowerCase().replaceAll(' ', '-')}`)
    }
  })
})
