// Someone who works in VS Code: a window on a copy of the samples, and what a hand does in it.
import assert from 'node:assert/strict'
import { cp, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../../../scripts/build.mjs'
import { launchChromium } from '../../../scripts/vscode/chromium.mjs'
import { editorAt } from '../../../scripts/vscode/serve.mjs'
import { temporaryCopy } from '../../../scripts/vscode/suite.mjs'
import { collectMessages } from './messages.mjs'

const pictures = path.join(root, 'out/pictures')
/** How long anybody waits for something to be shown, in milliseconds. */
const patience = 20_000

// What scripts/test/people.mjs has packed, and the server that all people share.
const { PACKED_EXTENSION: vsix, EDITOR_SERVER: server } = process.env
const editor = editorAt(JSON.parse(server))
let browser

before('the browser', async function () {
  this.timeout(2 * patience)
  await mkdir(pictures, { recursive: true })
  browser = await launchChromium()
})

after(async () => {
  await browser?.close()
})

/**
 * Describes what a person does in a window of their own, step after step: each step goes on where
 * the one before ended. `define` gets the person, whose `page` and `workspace` are there once the
 * steps run. A message that no step has read is one too many.
 */
export function describePerson(title, define) {
  describe(title, function () {
    this.timeout(3 * patience)
    const person = new Person()
    let hasFailed = false

    beforeEach(function () {
      if (hasFailed) this.skip()
    })

    before(async () => {
      const { copy, remove } = await temporaryCopy(path.join(root, 'samples'))
      person.workspace = copy
      person.remove = remove
      person.page = await browser.newPage({
        viewport: { width: 1200, height: 750 },
        reducedMotion: 'reduce',
      })
      person.page.setDefaultTimeout(patience)
      person.unread = await collectMessages(person.page)
    })

    after(async () => {
      await person.page?.close()
      await person.remove?.()
    })

    afterEach(async function () {
      if (this.currentTest?.state !== 'failed') return
      hasFailed = true
      if (person.page === undefined) return
      const file = path.join(root, 'out', `failed-${title.replace(/\W+/g, '-')}.png`)
      await person.page.screenshot({ path: file })
      console.log(`What the editor looked like: ${file}`)
    })

    define(person)

    it('sees no other message', () => {
      assert.deepEqual(person.unread, [])
    })
  })
}

/** What VS Code calls the kind of each. */
const themes = {
  'Light Modern': 'vs',
  'Dark Modern': 'vs-dark',
  'Dark High Contrast': 'hc-black',
  'Light High Contrast': 'hc-light',
}

class Person {
  /** The packed extension, which they have installed. */
  get vsix() {
    return vsix
  }

  /** Where in the workspace a file of theirs is. */
  path(name) {
    return path.join(this.workspace, name)
  }

  /** The text of a file in the workspace. */
  text(name) {
    return readFile(this.path(name), 'utf8')
  }

  /** Puts a file into the workspace. */
  take(from, name) {
    return cp(from, this.path(name))
  }

  /** The address of VS Code on the workspace, with one file open. */
  address(name, served = editor) {
    return served.address({ workspace: this.workspace, open: this.path(name) })
  }

  /** Starts VS Code on the workspace, with one file open; `served` is an editor that has another extension. */
  async start(name, served = editor) {
    await this.page.goto(this.address(name, served))
    await this.sees(name)
    await this.page.locator('#status\\.languageStatus').first().waitFor()
  }

  /** Waits until a file is shown, with its text, in the part of the window that has the focus. */
  async sees(name) {
    const group = this.page.locator('.editor-group-container.active')
    await group.locator('.tab.active', { hasText: name }).waitFor()
    await group
      .locator(`.monaco-editor[data-uri$="${encodeURI(name)}"] .view-line`)
      .first()
      .waitFor()
  }

  /** Loads the window again, without the file that it was started with, which would replace all that was open. */
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
    await this.sees(name)
  }

  /** Runs a command by its title from the command palette: `Inspection Reports: Add a note`. */
  async run(title) {
    const list = this.page.locator('.quick-input-widget:visible')
    const box = list.locator('input').first()
    const row = list.locator(
      `.monaco-list-row:is([aria-label="${title}"], [aria-label^="${title},"])`,
    )
    await this.page.keyboard.press('F1')
    await box.fill(`>${title}`)
    await row.first().waitFor()
    // Others that contain its words may be above it.
    await until(`"${title}" to be chosen`, async () => {
      if ((await row.and(this.page.locator('.focused')).count()) > 0) return true
      await box.press('ArrowDown')
      return false
    })
    await box.press('Enter')
  }

  /** Opens the menu of something with the right button, and takes the item of that name; `look` sees the menu first. */
  async fromMenu(of, words, look = async () => {}) {
    const menu = this.page.locator('.context-view .monaco-menu')
    const item = menu.locator('.action-item', { hasText: words }).first()
    await of.click({ button: 'right' })
    await item.waitFor()
    await look()
    // With the keyboard, since a menu that has only just opened takes no click.
    await item.hover()
    await item.and(this.page.locator('.focused')).waitFor()
    await this.page.keyboard.press('Enter')
    await item.waitFor({ state: 'detached' })
  }

  /** Takes the item of that name from the light bulb's menu at the cursor; `look` sees the menu first. */
  async fix(words, look = async () => {}) {
    const fix = this.page.locator('.action-widget .monaco-list-row', { hasText: words }).first()
    await until('a light bulb at the cursor', () => this.isBulbAtCursor())
    // With the mouse: a press of keys asks anew, and VS Code drops the answer if it notices in the meantime that
    // the cursor has moved or a problem has gone.
    await this.bulb.click()
    await fix.waitFor()
    await look()
    await fix.click()
    await fix.waitFor({ state: 'detached' })
  }

  /** The light bulb, which is there once it is known what can be done at the cursor. */
  get bulb() {
    return this.page
      .locator('.lightBulbWidget:visible, [class*=codicon-gutter-lightbulb]:visible')
      .first()
  }

  /** Is the light bulb that of the cursor, at its line or the one above or below, perhaps with a lens between? */
  async isBulbAtCursor() {
    const cursor = this.page.locator('.monaco-editor.focused .cursors-layer .cursor').first()
    const [bulb, line] = await Promise.all(
      [this.bulb, cursor].map(each => each.boundingBox({ timeout: 1000 }).catch(() => null)),
    )
    return bulb !== null && line !== null && Math.abs(bulb.y - line.y) < 2.5 * line.height
  }

  /** Chooses the colours of the window by their name, such as `Dark Modern`. */
  async chooseTheme(theme) {
    const list = this.page.locator('.quick-input-widget:visible')
    const box = list.locator('input').first()
    await this.run('Preferences: Color Theme')
    await list.locator('.monaco-list-row', { hasText: 'Dark' }).first().waitFor()
    await box.fill(theme)
    await list.locator('.monaco-list-row.focused', { hasText: theme }).waitFor()
    await box.press('Enter')
    await list.waitFor({ state: 'hidden' })
    await this.page.locator(`.monaco-workbench.${themes[theme]}`).waitFor()
  }

  async goToLine(line, column) {
    await this.page.locator('.monaco-editor .view-lines').first().click()
    await this.page.keyboard.press('Control+G')
    const box = this.page.locator('.quick-input-widget:visible input').first()
    await box.fill(`:${line}:${column}`)
    await box.press('Enter')
    await until(`the cursor to be in line ${line}`, async () => (await this.cursorLine()) === line)
  }

  /** The line that the status bar names: "Ln 93, Col 11". */
  async cursorLine() {
    const words = await this.page.locator('#status\\.editor\\.selection').textContent()
    return Number(/Ln (\d+)/.exec(words)?.[1])
  }

  /**
   * Waits for a message with these words, and dismisses it with one of its buttons, or its cross. Returns the
   * message; `look` sees it first.
   */
  async reads(words, { button, look = async () => {} } = {}) {
    const toast = this.page.locator('.notification-toast', { hasText: words })
    const index = () => this.unread.findIndex(({ text }) => text.includes(words))
    await until(`the message "${words}"`, () => index() >= 0).catch(error => {
      const others = this.unread.map(({ text }) => `\n  ${text}`)
      throw new Error(`${error.message} Instead there was:${others.join('') || ' none'}`)
    })
    await toast.waitFor()
    await look()
    const [message] = this.unread.splice(index(), 1)
    if (button === undefined) {
      await toast.hover()
      await toast.locator('.codicon-notifications-clear').click()
    } else await toast.locator('.monaco-button', { hasText: button }).click()
    await toast.waitFor({ state: 'detached' })
    return message
  }

  /** The whole window, or a part of it: `{ x, y, width, height }`; only where pictures are wanted. */
  async picture(name, clip) {
    if (process.env.NO_PICTURES !== undefined) return
    await this.page.screenshot({
      path: path.join(pictures, `${name}.png`),
      animations: 'disabled',
      ...(clip && { clip }),
    })
  }
}

/** Looks until something is so; fails after twenty seconds and says what was waited for. */
export async function until(what, look) {
  const end = Date.now() + patience
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s in vain for ${what}.`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
