// Someone who works in VS Code: a window on a copy of the samples, and what a hand does in it.
import { appendFile, cp, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../../../scripts/build.mjs'
import { launchChromium } from '../../../scripts/vscode/chromium.mjs'
import { serveEditor } from '../../../scripts/vscode/serve.mjs'
import { temporaryCopy } from '../../../scripts/vscode/suite.mjs'

const pictures = path.join(root, 'out/pictures')
const patience = 20_000

let editor
let browser

before('VS Code', async function () {
  this.timeout(20 * 60_000) // the editor and the browser may have to be fetched
  await mkdir(pictures, { recursive: true })
  editor = await serveEditor()
  browser = await launchChromium()
})

after(async () => {
  await browser?.close()
  await editor?.stop()
})

/**
 * Describes what a person does in a window of their own, step after step: each step goes on where
 * the one before ended. `define` gets the person, whose `page` and `workspace` are there once the
 * steps run.
 */
export function describePerson(title, define) {
  describe(title, function () {
    this.timeout(120_000)
    const person = new Person()
    let hasFailed = false

    beforeEach(function () {
      if (hasFailed) this.skip()
    })

    before(async () => {
      const { copy, remove } = await temporaryCopy(path.join(root, 'samples'))
      person.workspace = copy
      person.remove = remove
      person.page = await browser.newPage({ viewport: { width: 1200, height: 750 } })
      person.page.setDefaultTimeout(patience)
    })

    after(async () => {
      await person.page?.close()
      await person.remove?.()
    })

    afterEach(async function () {
      if (this.currentTest?.state !== 'failed') return
      hasFailed = true
      if (process.env.FAILED_PEOPLE) await appendFile(process.env.FAILED_PEOPLE, `${title}\n`)
      if (person.page === undefined) return
      const file = path.join(root, 'out', 'user-failed.png')
      await person.page.screenshot({ path: file })
      console.log(`What the editor looked like: ${file}`)
    })

    define(person)
  })
}

class Person {
  /** Where in the workspace a file of theirs is. */
  path(name) {
    return path.join(this.workspace, name)
  }

  /** What a file of the workspace holds. */
  text(name) {
    return readFile(this.path(name), 'utf8')
  }

  /** Puts a file into the workspace. */
  take(from, name) {
    return cp(from, this.path(name))
  }

  /** Starts VS Code on the workspace, with one file open; `extension` is the folder that has the extension. */
  async start(name, extension = root) {
    await this.page.goto(
      editor.address({ workspace: this.workspace, extension, open: this.path(name) }),
    )
    await this.page.locator('.tab.active', { hasText: name }).waitFor()
    await this.page.locator('#status\\.languageStatus').first().waitFor()
  }

  /** Loads the window anew; the file that it was started with would take the place of all that was open. */
  async reload() {
    await this.page.evaluate(() => {
      const url = new URL(location.href)
      const payload = JSON.parse(url.searchParams.get('payload'))
      const kept = payload.filter(([key]) => key !== 'openFile')
      url.searchParams.set('payload', JSON.stringify(kept))
      history.replaceState(null, '', url)
    })
    const loaded = this.page.waitForEvent('load')
    await this.run('Developer: Reload Window')
    await loaded
  }

  /** Opens a file from the explorer. */
  async openFile(name) {
    await this.page.locator(`.explorer-viewlet .monaco-list-row[aria-label^="${name}"]`).dblclick()
    await this.page.locator('.tab.active', { hasText: name }).waitFor()
  }

  /** Runs a command by its title from the command palette: `Inspection Reports: Add a note`. */
  async run(title) {
    const box = this.page.locator('.quick-input-widget:visible input').first()
    const row = this.page
      .locator('.quick-input-list .monaco-list-row')
      .and(this.page.locator(`[aria-label^="${title}"]`))
      .first()
    await until(`the command "${title}"`, async () => {
      await this.page.keyboard.press('F1')
      // What is still being drawn may take the focus, which closes the list: then once more.
      const isWritten = await box.fill(`>${title}`, { timeout: 2_000 }).then(
        () => true,
        () => false,
      )
      return isWritten && (await appears(row))
    })
    // Others may be above it that have its words in them.
    for (let at = 0; at < 10; at++) {
      const label = await this.page
        .locator('.quick-input-list .monaco-list-row.focused')
        .getAttribute('aria-label')
      if (label === title || label?.startsWith(`${title},`)) break
      await this.page.keyboard.press('ArrowDown')
    }
    await this.page.keyboard.press('Enter')
  }

  /** Opens the menu of something by the right button, and takes what is called so; `look` sees the menu first. */
  async fromMenu(of, words, look = async () => {}) {
    const item = this.page.locator('.context-view .action-label', { hasText: words }).first()
    await until(`"${words}" to be taken from the menu`, async () => {
      if ((await item.count()) === 0) await of.click({ button: 'right' })
      if (!(await appears(item))) return false
      await look()
      // A menu that has only just opened takes no click.
      await item.click({ timeout: 1_500 }).catch(() => {})
      return item.waitFor({ state: 'detached', timeout: 500 }).then(
        () => true,
        () => false,
      )
    })
  }

  /** Takes what is called so from the light bulb's menu at the cursor; `look` sees the menu first. */
  async fix(words, look = async () => {}) {
    const fix = this.page.locator('.action-widget .monaco-list-row', { hasText: words }).first()
    await until(`"${words}" to be taken from the light bulb's menu`, async () => {
      await this.page.keyboard.press('Control+.')
      if (await appears(fix)) {
        await look()
        // The menu is drawn anew when the problems are.
        const taken = await fix.click({ timeout: 1_500 }).then(
          () => true,
          () => false,
        )
        if (taken) return true
      }
      // What shows itself beside the cursor may take the key.
      await this.page.keyboard.press('Escape')
      return false
    })
  }

  async goToLine(line, column) {
    await this.page.locator('.monaco-editor .view-lines').first().click()
    await this.page.keyboard.press('Control+G')
    await this.page.locator('.quick-input-widget input').first().fill(`:${line}:${column}`)
    await this.page.keyboard.press('Enter')
    await until(`the cursor to be in line ${line}`, async () => (await this.cursorLine()) === line)
  }

  /** The line that the status bar names: "Ln 93, Col 11". */
  async cursorLine() {
    const words = await this.page.locator('#status\\.editor\\.selection').textContent()
    return Number(/Ln (\d+)/.exec(words)?.[1])
  }

  /** The whole window, or a part of it: `{ x, y, width, height }`. */
  async picture(name, clip) {
    await this.page.screenshot({
      path: path.join(pictures, `${name}.png`),
      animations: 'disabled',
      ...(clip && { clip }),
    })
  }
}

/** Does something show itself within two seconds? */
export function appears(locator) {
  return locator.waitFor({ timeout: 2_000 }).then(
    () => true,
    () => false,
  )
}

/** Looks until something is so; fails after 20 seconds and says what was waited for. */
export async function until(what, look) {
  const end = Date.now() + patience
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s in vain for ${what}.`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
