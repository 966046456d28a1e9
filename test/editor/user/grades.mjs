// An inspector who changes a judgement after the moderation: everywhere at once, and leaves notes for a colleague.
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { describePerson } from './person.mjs'

const report = 'westmarch.inspection.md'
const changed = 'moderated.inspection.md'
const limited = 'ilacs-westmarch.inspection.md'

describePerson('a person who changes a grade', person => {
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
    await rows().filter({ hasText: 'its present grade' }).waitFor()
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
    await rows().filter({ hasText: 'its present grade' }).waitFor()
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
    assert.equal(await saved(), text)
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
    const now = await saved()
    assert.match(now, /^36\. Partnership working is adequate\./m)
    assert.match(now, /Partnership working is adequate overall\./)
    assert.match(now, /\| Partnership working \| Adequate \|/)
    await person.picture('set-grade-done')
  })

  it('takes all of it back with one Ctrl+Z', async () => {
    await page.locator('.view-lines').first().click()
    await page.keyboard.press('Control+Z')
    assert.equal(await saved(), text)
  })

  it('is told of a limit that the grade breaches', async () => {
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
    await rows().filter({ hasText: 'its present grade' }).waitFor()
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
    const now = await saved()
    assert.match(now, /^36\. Partnership working is adequate\./m)
    assert.match(now, /Partnership working is good overall\./)
    await page.locator('.view-lines').first().click()
    await page.keyboard.press('Control+Z')
    assert.equal(await saved(), text)
  })

  it('is told what F2 can change, and which grades there are', async () => {
    await person.goToLine(heading + 2, 'Grade 2 (g'.length + 1)
    await page.keyboard.press('F2')
    const box = page.locator('.rename-box input')
    await box.fill('satisfactory')
    await page.keyboard.press('Enter')
    await person.run('Notifications: Show Notifications')
    const said = page.locator('.monaco-editor-overlaymessage, .notification-list-item-message')
    await said.filter({ hasText: 'is not on the scale' }).first().waitFor()
    await person.picture('rename-unknown')
    await page.keyboard.press('Escape')
    await person.goToLine(heading + 6, 30)
    await page.keyboard.press('F2')
    await said.filter({ hasText: 'Only a judgement' }).first().waitFor()
    await person.picture('rename-nothing')
  })
})
