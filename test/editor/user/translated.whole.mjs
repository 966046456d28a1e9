// Someone whose VS Code is in another language: each text that is translated is between marks, and whatever
// else they see is VS Code's own or has come from a report.
import assert from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { root } from '../../../scripts/build.mjs'
import { peopleSettings } from '../../../scripts/test/people.mjs'
import { fewBuiltIn, serveEditor } from '../../../scripts/vscode/serve.mjs'
import { describePerson } from './person.mjs'

const language = 'qps-ploc'
const file = 'westmarch-with-problems.inspection.md'

/** `Insert "{0}"` becomes `⟦Insert "⟧{0}⟦"⟧`. */
const marked = text => `⟦${text.replace(/\{\d\}/g, '⟧$&⟦')}⟧`

/** What is English on purpose, or is VS Code's own. */
const ownWords = [
  ...[
    'Inspection Reports',
    'Inspection Report',
    'HTML',
    'CSV',
    'JSON',
    'Markdown',
    'ILACS',
    'My reports',
  ],
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December', 'TBC', 'Status: draft'],
]

describePerson('an inspector whose language is not English', person => {
  let editor
  let page
  let content

  before(async () => {
    page = person.page
    editor = await serveTranslated()
    await page.addInitScript(name => {
      // VS Code's own page takes this language if it is not given another.
      Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { value: name })
    }, language)
    content = ` ${pieces(await texts()).join(' | ')} `
  })
  after(() => editor?.stop())

  /** VS Code with the packed extension, and a translation beside each English text. */
  async function serveTranslated() {
    const files = unzipSync(await readFile(person.vsix))
    for (const name of ['l10n/bundle.l10n', 'package.nls']) {
      const english = JSON.parse(await readFile(path.join(root, `${name}.json`), 'utf8'))
      const all = Object.entries(english).map(([key, text]) => [key, marked(text)])
      const translation = `extension/${name}.${language}.json`
      files[translation] = strToU8(JSON.stringify(Object.fromEntries(all)))
    }
    const vsix = path.join(person.workspace, '..', 'translated.vsix')
    await writeFile(vsix, zipSync(files, { level: 1 }))
    return serveEditor({ vsix, builtIn: fewBuiltIn, settings: peopleSettings })
  }

  /** What may be quoted: the reports, the types of reports, and the ids of rules. */
  async function texts() {
    const read = async (folder, ending) => {
      const names = (await readdir(folder)).filter(name => name.endsWith(ending))
      return [
        ...names,
        ...(await Promise.all(names.map(each => readFile(path.join(folder, each), 'utf8')))),
      ]
    }
    const rules = (await readdir(path.join(root, 'docs/rules'))).map(name =>
      name.replace('.md', ''),
    )
    const reports = await read(path.join(root, 'samples'), '.md')
    const types = await read(path.join(root, 'server/types'), '.yaml')
    return [...ownWords, ...rules, ...reports, ...types].join(' | ')
  }

  /** Words in a row, in lower case, without what only separates them. */
  function pieces(text) {
    return text
      .toLowerCase()
      .replace(/\*\*|^\d+ {2}/gm, '')
      .split(/[^\p{L}\p{N}\s'’-]+|\s[-–]\s|\n/u)
      .map(each => each.replace(/\s+/g, ' ').trim())
      .filter(each => each !== '')
  }

  /** Asserts that something of it is translated, and that nothing of ours in it is not. */
  function check(what, seen) {
    const all = [seen].flat().filter(text => text)
    assert.ok(
      all.some(text => text.includes('⟦')),
      `${what}: ${all.join(' / ')}`,
    )
    const left = all.flatMap(text =>
      pieces(text.replace(/⟦[^⟧]*⟧|\d{1,2} \p{Lu}\p{Ll}+ \d{4}|\d+:\d+:\d+( [AP]M)?/gu, '|'))
        .filter(each => /\p{L}{2}/u.test(each) && !content.includes(` ${each} `))
        .map(each => `"${each}" in: ${text}`),
    )
    assert.deepEqual([...new Set(left)], [], what)
  }

  const labels = locator =>
    locator.evaluateAll(all => all.map(each => each.getAttribute('aria-label')))
  /** The words of each, those of each element in a line of their own. */
  const words = locator =>
    locator.evaluateAll(all =>
      all.map(each => {
        const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT)
        const found = []
        while (walker.nextNode())
          // Lists keep their earlier rows, out of sight.
          if (walker.currentNode.parentElement.checkVisibility())
            found.push(walker.currentNode.data)
        return found.join('\n')
      }),
    )
  const list = () => page.locator('.quick-input-widget:visible')
  const rows = () => list().locator('.monaco-list-row')
  const press = key => page.keyboard.press(key)
  const run = id => person.run(`⟦Inspection Reports⟧: ⟦${id}⟧`)
  /** Checks what a list asks and offers, and leaves it with Escape. */
  const checkList = async what => {
    await list().locator('.quick-input-title', { hasText: '⟦' }).waitFor()
    await rows().first().waitFor()
    await person.picture(`translated-${what.toLowerCase().replace(/\W+/g, '-')}`)
    const title = await list().locator('.quick-input-title').first().textContent()
    const asked = await list().locator('input').first().getAttribute('placeholder')
    check(what, [title, asked, ...(await words(rows()))])
    await press('Escape')
    await list().waitFor({ state: 'hidden' })
  }

  it('opens a report', () => person.start(file, editor))

  it('sees views, judgements, sections and to-dos', async () => {
    await page.locator('.activitybar [aria-label*="⟦Inspection Report⟧"]').first().click()
    await page.locator('.monaco-list-row[aria-label*="⟦places differ⟧"]').first().waitFor()
    check('views', await words(page.locator('.pane-header .title')))
    check('trees', await labels(page.locator('.pane-body .monaco-list-row')))
    await person.picture('translated-trees')
  })

  it('sees what is above the lines', async () => {
    const lenses = page.locator('.codelens-decoration')
    await lenses.filter({ hasText: '⟦' }).first().waitFor({ state: 'attached' })
    check('lenses', await lenses.allTextContents())
  })

  it('goes to a problem and reads what is wrong and what can be done', async () => {
    await page.locator('.monaco-editor .view-line').first().click()
    await press('F8')
    const problem = page.locator('.marker-widget .message', { hasText: '⟦' })
    await problem.waitFor()
    check('problem', await words(problem))
    await press('Escape')
    const fixes = page.locator('.action-widget .monaco-list-row.action')
    await person.bulb.waitFor()
    await press('Control+.')
    await fixes.first().waitFor()
    check(
      'quick fixes',
      (await words(fixes)).filter(text => !/^(Fix|Modify|Explain)/.test(text)),
    )
    await person.picture('translated-fixes')
    await press('Escape')
    await fixes.first().waitFor({ state: 'hidden' })
  })

  it('sees the list of problems', async () => {
    await press('Control+Shift+M')
    const problems = page.locator('.markers-panel .monaco-list-row', { hasText: '⟦' })
    await problems.first().waitFor()
    check(
      'problems',
      (await words(problems)).map(text => text.replace(/\[Ln \d+, Col \d+\]/g, '|')),
    )
    await press('Control+Shift+M')
  })

  it('is asked in lists', async () => {
    await press('Control+1')
    for (const command of [
      'Set grade…',
      'Insert section…',
      'Show notes…',
      'Choose the type of this report…',
      'Points for the author…',
      'Compare with an earlier version…',
      'Renumber paragraphs',
      'Update the contents',
      'Resolve all notes…',
      'Export judgements…',
    ]) {
      await run(command)
      await checkList(command)
    }
  })

  it('sees the status', async () => {
    await page.locator('#status\\.languageStatus').first().click()
    const status = page.locator('.hover-language-status')
    await status.first().waitFor()
    check('status', (await words(status)).slice(0, 20))
    await press('Escape')
  })

  it('reads the preview', async () => {
    await run('Show report preview')
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')
    await frame.locator('h1').first().waitFor()
    check('preview', [
      ...(await words(frame.locator('#tools'))),
      ...(await words(frame.locator('#report'))),
      ...(await labels(frame.locator('[aria-label]'))),
    ])
    await person.picture('translated-preview')
  })

  it('is told what is left before it is exported', async () => {
    await run('Export to Word…')
    const dialog = page.locator('.monaco-dialog-box')
    await dialog.waitFor()
    await person.picture('translated-export')
    check('dialog', [
      await dialog.locator('.dialog-message').innerText(),
      await dialog.locator('.dialog-message-detail').innerText(),
    ])
    await press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})
