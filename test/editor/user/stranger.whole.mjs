// Somebody who has installed the extension and has its papers alone: does what they say, sentence by sentence, by
// the keyboard alone.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../../scripts/build.mjs'
import { packedReadme } from '../../../scripts/release/packed-readme.mjs'
import { describePerson, until } from './person.mjs'

const inspectionReports = (...words) =>
  promisify(execFile)(process.execPath, [path.join(root, 'dist/cli.js'), ...words])

/** What the buttons and texts of the first steps say, in the order of the file. */
const firstSteps = Object.entries(
  JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8')),
).flatMap(([key, words]) => (key.startsWith('walkthrough.') ? [words] : []))

/** Fails where the papers that a user gets with the extension no longer say this. */
async function assertSaid(sentence) {
  const papers = [await packedReadme(), ...firstSteps].map(bare)
  assert.ok(
    papers.some(each => each.includes(bare(sentence))),
    `Neither README nor the first steps say: ${sentence}`,
  )
}

/** The words alone, as a reader sees them: without marks of bold, italic and code, on one line. */
function bare(text) {
  return text.replace(/[*`]/g, '').replace(/\s+/g, ' ')
}

/** A step that is named by the sentence that it follows, and fails where the papers say so no longer. */
function follow(sentence, run) {
  it(`"${sentence}"`, async () => {
    await assertSaid(sentence)
    await run()
  })
}

/** What has the focus, in the window or in a page in it: its label, or else its words; empty for nothing. */
async function focused(page) {
  for (const frame of page.frames()) {
    const words = await frame
      .evaluate(() => {
        const { activeElement: found } = document
        if (!document.hasFocus() || ['IFRAME', 'BODY'].includes(found?.tagName ?? 'BODY')) return ''
        return `${found.getAttribute('aria-label') ?? ''} ${found.textContent}`.trim()
      })
      .catch(() => '')
    if (words !== '') return words
  }
  return ''
}

describePerson('a stranger who has the papers alone', person => {
  let page
  const key = name => page.keyboard.press(name)
  const type = words => page.keyboard.type(words, { delay: 10 })
  const list = () => page.locator('.quick-input-widget:visible')
  const row = words => list().locator('.monaco-list-row', { hasText: words }).first()
  const tab = name => page.locator('.tab.active', { hasText: name }).first()
  const hasFocus = words =>
    until(`the focus to be on "${words}"`, async () => (await focused(page)).includes(words))
  /** Presses a key until what has the focus has these words. */
  const goBy = async (name, words) => {
    for (let count = 0; count < 30; count++) {
      await key(name)
      if ((await focused(page)).includes(words)) return
    }
    throw new Error(`${name} never came to "${words}", but at last to "${await focused(page)}".`)
  }
  /** Goes down a list or menu to the item with these words; `item` is the one that is chosen, if any. */
  const downTo = async (item, words) => {
    const chosen = async () => (await item.allTextContents()).join().trim()
    for (let count = 0; (await chosen()) !== words; count++) {
      assert.ok(count < 30, `There is no "${words}", but at last "${await chosen()}".`)
      const before = await chosen()
      await key('ArrowDown')
      await until('the next item', async () => (await chosen()) !== before)
    }
  }
  /** The step that is open has the words of its buttons, too. */
  const goToButton = words =>
    until(`the button "${words}"`, async () => {
      await key('Tab')
      return (await focused(page)) === words
    })
  const getStarted = async step => {
    await person.run('Inspection Reports: Get started with inspection reports')
    await hasFocus(step)
  }
  const problemPage = () => page.frameLocator('.webview.ready').frameLocator('#active-frame')

  before(async () => {
    page = person.page
    await page.setViewportSize({ width: 1500, height: 850 })
    const report = person.path('westmarch-with-problems.inspection.md')
    await inspectionReports('export', report, '--anyway', '--out', person.path('final.docx'))
  })

  follow('run *Get started with inspection reports* from the command palette', async () => {
    await person.start('westmarch.inspection.md')
    await getStarted('Begin with your own report')
    await person.picture('stranger-first-steps')
  })

  follow('It is a copy: whatever you try on it, nothing is lost.', async () => {
    await goBy('Tab', 'Open the sample report')
    await key('Enter')
    await page.locator('.getting-started-step.expanded', { hasText: 'nothing is lost' }).waitFor()
    await goToButton('Open the sample report')
    await key('Enter')
    await tab('Untitled').waitFor()
    await hasFocus('Untitled-1')
  })

  follow(
    'To come back to these steps, press **F1** and run **Get started with inspection reports**.',
    async () => {
      await getStarted('Open the sample report')
      assert.equal(await tab('Untitled').count(), 1)
    },
  )

  follow('The side panel lists the judgements with their grades', async () => {
    await goBy('Tab', 'See the whole report at a glance')
    await key('Enter')
    await goToButton('Open the side panel')
    await key('Enter')
    await page
      .locator('.pane .monaco-list-row', { hasText: 'Help and protection' })
      .first()
      .waitFor()
    await hasFocus('Judgements')
    await person.picture('stranger-panel')
    await key('ArrowDown')
    await key('Enter')
    await until('the judgement', async () => (await person.cursorLine()) === 27)
  })

  follow('**Alt+Shift+G** sets its grade wherever it is stated.', async () => {
    await key('Alt+Shift+G')
    await row('requires improvement to be good').waitFor()
    await key('Escape')
    await getStarted('See the whole report at a glance')
    await person.run('View: Close All Editors')
    const ask = page.locator('.monaco-dialog-box')
    await ask.waitFor()
    await goBy('Tab', "Don't Save")
    await key('Enter')
    await ask.waitFor({ state: 'detached' })
  })

  follow(
    'right-click the document in the explorer and choose *Check a Word document…*',
    async () => {
      await key('Control+Shift+E')
      await hasFocus('Files Explorer')
      await type('final')
      const file = page.locator('.explorer-viewlet .monaco-list-row.focused')
      await until('the file', async () => (await file.allTextContents()).join() === 'final.docx')
      await key('Shift+F10')
      const item = page.locator('.context-view .action-item.focused')
      await page.locator('.context-view .action-item').first().waitFor()
      await downTo(item, 'Check a Word document…')
      await key('Enter')
      await tab('Problems in final.docx').waitFor()
      await problemPage().locator('.problem').first().waitFor()
      await person.picture('stranger-problems')
    },
  )

  follow('**F8** and **Shift+F8** go on and back', async () => {
    await key('F8')
    await hasFocus('The cover has no field')
    await key('F8')
    await hasFocus('is not a month')
    await key('Shift+F8')
    await hasFocus('The cover has no field')
  })

  follow('Tick what is done, or ignore it with a reason', async () => {
    await key('Tab')
    await key('Space')
    await problemPage().locator('.problem.settled', { hasText: 'no field' }).waitFor()
    await key('F8')
    await hasFocus('is not a month')
    await goBy('Tab', 'Ignore…')
    await key('Enter')
    await list().locator('input').first().waitFor()
    await type('As on the letter')
    await key('Enter')
    await problemPage().getByText('Ignored: As on the letter').first().waitFor()
    // It goes on with the next, and not at the beginning again.
    await hasFocus('The copyright year')
    await problemPage()
      .getByText(/1 of \d+ done, 1 ignored/)
      .first()
      .waitFor()
    await person.picture('stranger-ignored')
  })

  follow('opens the text as it was read beside the page', async () => {
    await key('Enter')
    await tab('final.docx.inspection.md').waitFor()
    await hasFocus('final.docx.inspection.md')
  })

  follow('**Ctrl+1** (⌘1) goes back to the page on the left, to the same problem.', async () => {
    await key('Control+1')
    await hasFocus('The copyright year')
    await key('F8')
    await hasFocus('is not in the contents')
  })

  follow('puts a Word comment at the words of each problem that is left into a copy', async () => {
    await goBy('Shift+Tab', 'Save a copy with comments…')
    await key('Enter')
    await person.reads('final (with comments).docx was saved with', {
      look: () => person.picture('stranger-comments'),
    })
  })
})

describePerson('a stranger whose folder names the type of its reports', person => {
  before(async () => {
    await mkdir(person.path('.inspection-reports'))
    await writeFile(
      person.path('.inspection-reports/settings.yaml'),
      'reportTypes:\n  "minutes.txt": ofsted-ilacs\n',
    )
    await writeFile(person.path('minutes.txt'), 'Monday\n\nTwo people were there.\n')
  })

  follow('the type of reports whose titles do not show it', async () => {
    const { page } = person
    const file = 'minutes.txt'
    await page.goto(person.address(file))
    await person.sees(file)
    await page.locator('.squiggly-warning').first().waitFor()
    await page.locator('#status\\.languageStatus').first().waitFor()
    await person.picture('stranger-folder')
  })
})
