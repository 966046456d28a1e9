// An inspector who changes a judgement everywhere at once after moderation, and leaves notes for a colleague.
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { describePerson, until } from './person.mjs'

const report = 'westmarch.inspection.md'
const changed = 'moderated.inspection.md'
const limited = 'ilacs-westmarch.inspection.md'

describePerson('an inspector who changes a grade', person => {
  let page
  let text
  let heading

  before(async () => {
    page = person.page
    const clean = await person.text(report)
    // A sentence elsewhere that names the judgement with its grade.
    text = clean.replace(
      /\n(10\. .*)\n/,
      (_, paragraph) => `\n${paragraph} Partnership working is good overall.\n`,
    )
    assert.notEqual(text, clean)
    await writeFile(person.path(changed), text)
    heading = text.split('\n').indexOf('### Partnership working') + 1
    assert(heading > 0)
  })

  const list = () => page.locator('.quick-input-widget:visible')
  const setGrade = async grade => {
    await page.keyboard.press('Alt+Shift+G')
    await rows().filter({ hasText: 'its current grade' }).waitFor()
    await page.keyboard.type(grade)
    await page.keyboard.press('Enter')
  }
  const rows = () => list().locator('.monaco-list-row')
  /** The text of the document, as the person saves it. */
  const saved = async () => {
    await page.keyboard.press('Control+S')
    await page.locator('.tab.active:not(.dirty)').waitFor()
    return person.text(changed)
  }

  it('picks the new grade of the judgement at the cursor', async () => {
    await person.start(changed)
    await person.goToLine(heading, 5)
    await page.keyboard.press('Alt+Shift+G')
    await rows().filter({ hasText: 'its current grade' }).waitFor()
    await person.picture('set-grade')
    await page.keyboard.type('adequate')
    await rows().filter({ hasText: '3  adequate' }).waitFor()
    await page.keyboard.press('Enter')
  })

  it('sees every place that changes, and the sentence to be read', async () => {
    await rows().filter({ hasText: 'Paragraph 10' }).waitFor()
    for (const _ of ['grade line', 'first sentence', 'row', 'paragraph 10'])
      await page.keyboard.press('ArrowDown')
    await page.locator('.view-line', { hasText: 'Partnership working is good overall' }).waitFor()
    await person.picture('set-grade-preview')
  })

  it('leaves all as it is with Escape', async () => {
    await page.keyboard.press('Escape')
    await list().waitFor({ state: 'hidden' })
    // While VS Code writes the file, it is empty for a moment.
    await until('the text to be as it was', async () => (await saved()) === text)
  })

  it('ticks the sentence with Space and makes all changes with Enter', async () => {
    await setGrade('adequate')
    await rows().filter({ hasText: 'Paragraph 10' }).waitFor()
    for (const _ of ['grade line', 'first sentence', 'row', 'paragraph 10'])
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await list().locator('.quick-input-count', { hasText: '4 Selected' }).waitFor()
    await page.keyboard.press('Enter')
    await list().waitFor({ state: 'hidden' })
    await until('all of it to be changed', async () => {
      const now = await saved()
      return (
        /^36\. Partnership working is adequate\./m.test(now) &&
        /Partnership working is adequate overall\./.test(now) &&
        /\| Partnership working \| Adequate \|/.test(now)
      )
    })
    await person.picture('set-grade-done')
  })

  it('takes all of it back with one Ctrl+Z', async () => {
    await page.locator('.view-lines').first().click()
    await page.keyboard.press('Control+Z')
    // While VS Code writes the file, it is empty for a moment.
    await until('the text to be as it was', async () => (await saved()) === text)
  })

  it('sees a limit that the grade breaches', async () => {
    await person.openFile(limited)
    const lines = (await person.text(limited)).split('\n')
    await person.goToLine(lines.findIndex(line => line.includes('in care: good')) + 1, 8)
    await setGrade('inadequate')
    await rows().filter({ hasText: 'A limit is breached' }).waitFor()
    await person.picture('set-grade-limit')
    await page.keyboard.press('Enter')
    await list().waitFor({ state: 'hidden' })
    await page.locator('.view-line', { hasText: 'in care: inadequate' }).waitFor()
    await page.keyboard.press('Control+Z')
  })

  it('picks the judgement where the cursor is in none', async () => {
    await person.goToLine(3, 1)
    await page.keyboard.press('Alt+Shift+G')
    await list().locator('input[placeholder="Which judgement?"]').waitFor()
    await person.picture('set-grade-judgements')
    await page.keyboard.type('care leavers')
    await page.keyboard.press('Enter')
    await rows().filter({ hasText: 'its current grade' }).waitFor()
    await page.keyboard.type('inadequate')
    await page.keyboard.press('Enter')
    await rows().filter({ hasText: 'A limit is breached' }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('changes a grade with F2 too', async () => {
    await person.openFile(changed)
    await person.goToLine(heading + 2, 'Grade 2 (g'.length + 1)
    await page.keyboard.press('F2')
    const box = page.locator('.rename-box input')
    await box.waitFor()
    assert.equal(await box.inputValue(), 'good')
    await box.fill('adequate')
    await person.picture('rename-grade')
    await page.keyboard.press('Enter')
    const panel = page.locator('.panel .action-item.checked', { hasText: 'Refactor Preview' })
    await panel.waitFor()
    await page.locator('.panel .monaco-list-row', { hasText: 'Families speak' }).waitFor()
    await person.picture('rename-grade-preview')
    await page.keyboard.press('Control+Enter')
    await panel.waitFor({ state: 'hidden' })
    await until('the section to be changed, and the sentence not', async () => {
      const now = await saved()
      return (
        /^36\. Partnership working is adequate\./m.test(now) &&
        /Partnership working is good overall\./.test(now)
      )
    })
    await page.locator('.view-lines').first().click()
    await page.keyboard.press('Control+Z')
    // While VS Code writes the file, it is empty for a moment.
    await until('the text to be as it was', async () => (await saved()) === text)
  })

  it('reads what F2 can change, and which grades there are', async () => {
    await person.goToLine(heading + 2, 'Grade 2 (g'.length + 1)
    await page.keyboard.press('F2')
    const box = page.locator('.rename-box input')
    await box.fill('satisfactory')
    await page.keyboard.press('Enter')
    await person.reads('"satisfactory" is not on the scale. Write "outstanding", "good"', {
      look: () => person.picture('rename-unknown'),
    })
    await person.goToLine(heading + 6, 30)
    await page.keyboard.press('F2')
    const said = page.locator('.monaco-editor-overlaymessage', { hasText: 'Only a judgement' })
    await said.waitFor()
    await person.picture('rename-nothing')
  })
})
