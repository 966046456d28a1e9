// An inspector who compares: with the last commit, with what VS Code has kept, with an earlier inspection.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { peopleSettings } from '../../../scripts/test/people.mjs'
import { fewBuiltIn, serveEditor } from '../../../scripts/vscode/serve.mjs'
import { describePerson, until } from './person.mjs'

const report = 'westmarch.inspection.md'

describePerson('an inspector who compares versions of a report', person => {
  let page
  let lines
  let editor

  before(async () => {
    page = person.page
    const builtIn = [...fewBuiltIn, 'git', 'git-base']
    editor = await serveEditor({ vsix: person.vsix, builtIn, settings: peopleSettings })
    const git = (...args) =>
      execFileSync(
        'git',
        ['-c', 'user.name=Eleanor Thripp', '-c', 'user.email=e@example.org', ...args],
        {
          cwd: person.workspace,
        },
      )
    // The other tests do without git.
    await mkdir(person.path('.vscode'))
    await writeFile(person.path('.vscode/settings.json'), '{ "git.enabled": true }')
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'Sent to the lead inspector')
    const text = await person.text(report)
    const thirteen = /^13\. .*\n\n/m.exec(text)[0]
    const eighteen = /^18\. .*\n\n/m.exec(text)[0]
    const changed = text
      .replace(thirteen, '')
      .replace(eighteen, '')
      .replace(/^23\. /m, `${eighteen}23. `)
      .replace('fallen for three quarters in a row', 'risen since the spring')
      .replace('Grade 3 (adequate)', 'Grade 2 (good)')
      .replace('young people is adequate. Children who', 'young people is good. Children who')
      .replace('| Overall effectiveness | Adequate |', '| Overall effectiveness | Good |')
    let number = 0
    const renumbered = changed.replace(/^\d+\. /gm, () => `${++number}. `)
    await writeFile(person.path(report), renumbered)
    lines = renumbered.split('\n')
  })
  after(() => editor?.stop())

  it('sees the versions to choose from', async () => {
    await person.start(report, editor)
    await person.run('Inspection Reports: Compare with an earlier version…')
    await choice('Choose a file…').waitFor()
    await choice('Sent to the lead inspector').waitFor()
    await person.picture('compare-choices')
  })

  it('sees what has changed since the one chosen', async () => {
    await choice('Sent to the lead inspector').click()
    await comparison().locator('h1', { hasText: 'What has changed since the version of' }).waitFor()
    const row = comparison().locator('tr', { hasText: 'The council has kept its promise' })
    assert.match(await row.first().textContent(), /^13–removed/)
    await comparison().locator('del', { hasText: 'fallen for three quarters' }).waitFor()
    await person.picture('compare-versions')
  })

  it('goes from a line of the page to the paragraph, now and before', async () => {
    const row = comparison().locator('tr', { hasText: 'Partners’ plans are realistic' })
    await row.getByRole('link', { name: '13' }).click()
    const line = lines.findIndex(each => each.startsWith('13. Partners')) + 1
    await until('the paragraph', async () => (await person.cursorLine()) === line)
    await row.getByRole('link', { name: '14' }).click()
    await page.locator('.tab.active', { hasText: 'the version of' }).waitFor()
    await person.picture('compare-earlier')
  })

  it('sees how the page ends', async () => {
    await comparison()
      .locator('del', { hasText: 'fallen for three quarters' })
      .scrollIntoViewIfNeeded()
    await person.picture('compare-words')
  })

  it('finds what VS Code has kept each time it was saved', async () => {
    await person.openFile(report)
    await person.goToLine(3, 1)
    await page.keyboard.press('End')
    await page.keyboard.type('shire')
    await page.keyboard.press('Control+S')
    await page.locator('.tab.active:not(.dirty)', { hasText: report }).waitFor()
    // VS Code keeps a version only a moment after saving it.
    await page.locator('.pane-header[aria-label^="Timeline"]').click()
    await page.locator('.timeline-tree-view .monaco-list-row', { hasText: 'File Saved' }).waitFor()
    await person.run('Inspection Reports: Compare with an earlier version…')
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'as it was saved then' })
      .first()
      .waitFor()
    await person.picture('compare-kept')
    await choice('as it was saved then').click()
    await comparison().locator('strong', { hasText: 'Nothing has changed.' }).waitFor()
    await person.picture('compare-nothing')
  })

  function choice(words) {
    return page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first()
  }

  function comparison() {
    return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame')
  }
})

describePerson('an inspector who compares inspections and makes lists', person => {
  let page

  before(() => {
    page = person.page
  })

  it('sees two inspections side by side', async () => {
    await person.start('westmarch.inspection.md')
    await person.openFile('ilacs-westmarch.inspection.md')
    await page.locator('.codelens-decoration:visible', { hasText: 'Paragraphs' }).first().waitFor()
    await person.run('Inspection Reports: Compare with an earlier inspection…')
    const row = page.locator('.quick-input-list .monaco-list-row', {
      hasText: 'westmarch.inspection.md',
    })
    await row.first().waitFor()
    // It is open too, but offered only once.
    assert.equal(await row.count(), 1)
    await person.picture('compare-inspection-choices')
    await row.filter({ hasText: 'Safeguarding' }).filter({ hasNotText: 'problems' }).first().click()
    const shown = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame')
    await shown.locator('h1', { hasText: 'Two inspections of Westmarch' }).waitFor()
    await person.picture('compare-inspections')
  })

  it('makes the points for the author', async () => {
    await person.openFile('westmarch-with-problems.inspection.md')
    await page.locator('.squiggly-warning').first().waitFor()
    await person.run('Inspection Reports: Points for the author…')
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open here' }).waitFor()
    await person.picture('points-choices')
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open here' }).click()
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'With the notes' }).click()
    await page.locator('.tab.active', { hasText: 'Points for the author' }).waitFor()
    await person.picture('points')
  })

  it('saves them as a page, and sees it in a browser', async () => {
    await page.locator('.tab', { hasText: 'westmarch-with-problems.inspection.md' }).first().click()
    await page.locator('#status\\.languageStatus').first().waitFor()
    await person.run('Inspection Reports: Points for the author…')
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Save as a page' }).click()
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Without' }).click()
    const name = 'westmarch-with-problems - points for the author.html'
    const box = page.locator('.quick-input-widget:visible input').first()
    await until('the dialog', async () => (await box.inputValue()).endsWith(name))
    await page.keyboard.press('Enter')
    await until('the page to be saved', () =>
      person.text(name).then(
        text => text.endsWith('</html>\n'),
        () => false,
      ),
    )
    await person.reads(`The points were saved as ${name}.`)
    const reader = await page.context().browser().newPage({ bypassCSP: true })
    await reader.setContent(await person.text(name))
    await reader.getByRole('heading', { name: 'Points for the author: Westmarch' }).waitFor()
    await reader.setViewportSize({ width: 900, height: 1100 })
    await reader.screenshot({
      path: path.resolve(process.env.PICTURES ?? 'out/pictures', 'points-page.png'),
    })
    await reader.addScriptTag({ path: fileURLToPath(import.meta.resolve('axe-core')) })
    const { violations } = await reader.evaluate(() => globalThis.axe.run())
    assert.deepEqual(
      violations.map(({ help, nodes }) => [help, nodes.map(({ html }) => html)]),
      [],
    )
    await reader.close()
  })
})
