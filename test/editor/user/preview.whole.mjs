// Someone who looks at the report as it will be published while they write it.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { describePerson, until } from './person.mjs'

const report = 'westmarch-with-problems.inspection.md'

describePerson('an inspector who looks at the preview', person => {
  let page
  const preview = () => page.frameLocator('iframe.webview.ready').frameLocator('iframe')

  before(() => {
    page = person.page
  })

  it('opens it from the editor’s title', async () => {
    await page.setViewportSize({ width: 1500, height: 850 })
    await person.start(report)
    await page.locator('.squiggly-warning, .squiggly-error').first().waitFor()
    await page.keyboard.press('Control+B')
    await page.locator('.editor-actions [aria-label^="Show report preview"]').first().click()
    await preview().locator('h1').waitFor()
    await preview().locator('.numbered').first().waitFor()
    await person.picture('preview-cover')
  })

  it('sees it follow the cursor', async () => {
    const lines = (await person.text(report)).split('\n')
    await person.goToLine(
      lines.findLastIndex(line => /^\| Overall effectiveness/.test(line)) + 1,
      1,
    )
    await preview().locator('tr.current', { hasText: 'Overall effectiveness' }).waitFor()
    await person.picture('preview-table')
    await person.goToLine(lines.indexOf('### Capacity for improvement') + 5, 1)
    await preview().locator('.numbered.current').waitFor()
    await person.picture('preview-paragraph')
  })

  it('sees what they type', async () => {
    await page.keyboard.press('End')
    await page.keyboard.type(' All of it is <b>written</b> down.')
    await preview().locator('.current', { hasText: 'All of it is <b>written</b> down.' }).waitFor()
  })

  it('sees the problems in the margin, on white paper', async () => {
    await preview().locator('#problems').click()
    await preview().locator('#paper').click()
    await preview().locator('.problem').first().waitFor()
    await person.picture('preview-problems')
    assert.equal(await preview().locator('#paper').getAttribute('aria-pressed'), 'true')
  })

  it('can use it without seeing it, or its colours', async () => {
    const axe = await readFile(
      createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
      'utf8',
    )
    const frame = await (await preview().locator('body').elementHandle()).ownerFrame()
    await frame.evaluate(axe)
    const { violations } = await frame.evaluate(() => globalThis.axe.run())
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    assert.deepEqual(found, [])
  })

  it('saves it as a page, from within it', async () => {
    await preview().locator('h1').click()
    await person.run('Inspection Reports: Save the preview as a web page…')
    const name = page.locator('.quick-input-widget:visible input').first()
    await until('the page to have a name', async () =>
      /westmarch-with-problems\.html$/.test(await name.inputValue()),
    )
    await page.keyboard.press('Enter')
    const message = await person.reads('The page was saved as westmarch-with-problems.html.', {
      button: 'Show in folder',
      look: () => person.picture('preview-saved'),
    })
    assert.equal(message.kind, 'info')
    await page
      .locator(
        '.explorer-viewlet .monaco-list-row.selected[aria-label^="westmarch-with-problems.html"]',
      )
      .waitFor()
  })

  it('goes from the preview to the place in the text', async () => {
    const heading = preview().locator('h2, h3', { hasText: 'Areas for improvement' }).first()
    const line = Number(await heading.getAttribute('data-line')) + 1
    await heading.focus()
    await page.keyboard.press('Enter')
    await until(
      `the cursor to be in line ${line}`,
      async () => (await person.cursorLine()) === line,
    )
  })

  it('sees it in the colours of the theme, whatever they are', async () => {
    await preview().locator('#paper').click()
    for (const [theme, kind] of [
      ['Dark Modern', 'vscode-dark'],
      ['Dark High Contrast', 'vscode-high-contrast'],
    ]) {
      await person.chooseTheme(theme)
      await preview().locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor()
      await person.picture(`preview-${theme.toLowerCase().replaceAll(' ', '-')}`)
    }
  })

  it('finds text, preview and side panel again when the window is loaded again', async () => {
    const panel = page.locator('.pane-header[aria-label^="Judgements"]')
    await person.run('Inspection Report: Focus on Judgements View')
    await panel.waitFor()
    await person.reload()
    await page.locator('.tab.active.dirty', { hasText: report }).waitFor()
    await preview().locator('.numbered', { hasText: 'All of it is <b>written</b>' }).waitFor()
    await panel.waitFor()
    await page
      .locator('.pane-body .monaco-list-row', { hasText: 'Overall effectiveness' })
      .first()
      .waitFor()
    await person.picture('preview-loaded-anew')
  })
})

describePerson('an inspector who prints a report and closed its text before', person => {
  const file = 'westmarch-draft.inspection.md'
  const preview = () => person.page.frameLocator('iframe.webview.ready').frameLocator('iframe')

  it('opens the preview and closes the text', async () => {
    const { page } = person
    await person.start(file)
    await page.locator('.editor-actions [aria-label^="Show report preview"]').first().click()
    await preview().locator('.numbered').first().waitFor()
    await person.run('View: Close All Editors in Group')
    await page.locator(`.tab[data-resource-name="${file}"]`).waitFor({ state: 'detached' })
  })

  it('prints it anyway', async () => {
    const { page } = person
    await preview().locator('#print').click()
    const name = page.locator('.quick-input-widget:visible input').first()
    await until('the page to have a name', async () =>
      /westmarch-draft\.html$/.test(await name.inputValue()),
    )
    await page.keyboard.press('Enter')
    const printed = () => person.text('westmarch-draft.html').catch(() => '')
    await until('the page to be there', async () => (await printed()) !== '')
    assert.match(await printed(), /<h1[^>]*>Inspection of safeguarding/)
    await person.reads('The page was saved as westmarch-draft.html.')
  })

  it('sees what is left before it is exported', async () => {
    const { page } = person
    await preview().locator('h1').first().click()
    await person.run('Inspection Reports: Export to Word…')
    const dialog = page.locator('.monaco-dialog-box')
    await dialog.waitFor()
    await person.picture('export-left')
    assert.match(await dialog.locator('.dialog-message').innerText(), /still open in this report/)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})
