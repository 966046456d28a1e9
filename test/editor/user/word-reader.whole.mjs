// A reader who has a report in Word, an hour to check it, and never writes in VS Code.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { copyFile, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { root } from '../../../scripts/build.mjs'
import { describePerson, until } from './person.mjs'

const inspectionReports = (...words) =>
  promisify(execFile)(process.execPath, [path.join(root, 'dist/cli.js'), ...words])

describePerson('a reader who has the report in Word', person => {
  let page
  const text = () => page.frameLocator('.webview.ready').frameLocator('#active-frame')
  const problem = words => text().locator('.problem', { hasText: words }).first()

  before(async () => {
    page = person.page
    for (const [report, name] of [
      ['westmarch-with-problems.inspection.md', 'final.docx'],
      ['westmarch.inspection.md', 'final 2.docx'],
    ])
      await inspectionReports('export', person.path(report), '--anyway', '--out', person.path(name))
  })

  it('opens the page of its problems, which says when it was checked', async () => {
    await page.setViewportSize({ width: 1400, height: 900 })
    await person.start('westmarch.inspection.md')
    const file = page.locator('.explorer-viewlet .monaco-list-row[aria-label^="final.docx"]')
    await person.fromMenu(file, 'Check a Word document…')
    await page.locator('.tab.active', { hasText: 'Problems in final.docx' }).waitFor()
    await problem('There is no paragraph 140.').waitFor()
    await text()
      .getByText(/^Checked at \d\d:\d\d, and again/)
      .waitFor()
    await person.picture('reader-page')
  })

  it('sees the words of each problem, and the other place', async () => {
    const quotes = await problem('There is no paragraph 140.').locator('blockquote').allInnerTexts()
    assert.match(quotes.join('\n'), /140/)
    const others = await text().locator('.problem blockquote').allInnerTexts()
    assert.ok(others.some(each => /, (?:row|paragraph)|: /.test(each)))
  })

  it('sees its judgements in the side panel', async () => {
    await person.run('View: Show Inspection Report')
    await page.locator('.pane-body .monaco-list-row[aria-label*="effectiveness"]').first().waitFor()
    await person.picture('reader-panel')
    await page.locator('.tab', { hasText: 'Problems in final.docx' }).click()
  })

  it('goes from one to the next with F8, and back', async () => {
    await text().locator('h1').click()
    const current = () => text().locator('.problem.current').getAttribute('data-id')
    await page.keyboard.press('F8')
    await text().locator('.problem.current').waitFor()
    const first = await current()
    await page.keyboard.press('F8')
    await until('the second', async () => (await current()) !== first)
    await page.keyboard.press('Shift+F8')
    await until('the first again', async () => (await current()) === first)
    await person.picture('reader-current')
  })

  it('looks at one kind at a time', async () => {
    const all = await text().locator('.problem').count()
    const select = text().locator('#rule')
    await select.selectOption({ index: 1 })
    await until('fewer', async () => (await text().locator('.problem').count()) < all)
    await text().locator('#grouped').selectOption('kind')
    assert.equal(await text().locator('h2').count(), 1)
    await text().locator('#rule').selectOption({ index: 0 })
    await until('all', async () => (await text().locator('.problem').count()) === all)
    await person.picture('reader-kinds')
    await text().locator('#grouped').selectOption('section')
  })

  it('ticks what is done, and ignores what is right with a reason', async () => {
    await problem('There is no paragraph 140.').locator('input').check()
    await text().locator('.problem.settled', { hasText: 'There is no paragraph 140.' }).waitFor()
    await text().locator('.problem:not(.settled) [data-part=ignore]').first().click()
    const box = page.locator('.quick-input-widget:visible input').first()
    await box.fill('Agreed with the inspector')
    await page.keyboard.press('Enter')
    await text().getByText('Ignored: Agreed with the inspector').waitFor()
    await person.picture('reader-ticked')
  })

  it('sees in the side panel what is left', async () => {
    await person.run('View: Show Inspection Report')
    const section = page.locator('.pane-body .monaco-list-row', {
      hasText: 'Overall effectiveness',
    })
    // The other problem of this section is not done.
    await section.filter({ hasText: '1 problem' }).first().waitFor()
    await person.picture('reader-panel-left')
    await page.locator('.tab', { hasText: 'Problems in final.docx' }).click()
  })

  it('sees the place in the text as it was read', async () => {
    await problem('There is no paragraph 140.').locator('[data-part=go-to]').click()
    await page.locator('.tab.active', { hasText: 'final.docx.inspection.md' }).waitFor()
    await page.locator('.squiggly-error, .squiggly-warning').first().waitFor()
    await person.picture('reader-text')
    await page.locator('.tab', { hasText: 'Problems in final.docx' }).click()
  })

  it('saves a copy with comments for those who work in Word', async () => {
    await text().getByRole('button', { name: 'Save a copy with comments…' }).click()
    await person.reads('final (with comments).docx was saved with')
    const copy = unzipSync(await readFile(person.path('final (with comments).docx')))
    const comments = strFromU8(copy['word/comments.xml'])
    assert.ok(comments.includes('Inspection Reports (automatic)'))
    // What is ticked needs none.
    assert.ok(!comments.includes('There is no paragraph 140.'))
  })

  it('chooses which changes to suggest in another copy', async () => {
    await text().getByRole('button', { name: 'Save a copy with suggested changes…' }).click()
    const box = page.locator('.quick-input-widget:visible')
    const change = words => box.locator('.monaco-list-row', { hasText: words }).first()
    await change('Write "Enjoying and achieving"').waitFor()
    await box.getByText('becomes “Enjoying and achieving”').waitFor()
    assert.equal(
      await change('Write "Enjoying and achieving"').getAttribute('aria-checked'),
      'true',
    )
    // A date may be what somebody else has to decide.
    assert.equal(await change('Write "September"').getAttribute('aria-checked'), 'false')
    await person.picture('reader-suggestions')
    await change('Write "Grade 2 (good)"').click()
    await until('one tick', () => box.getByText('1 Selected').isVisible())
    await page.keyboard.press('Enter')
    await person.reads('final (with suggested changes).docx was saved with one suggested change.')
    const copy = unzipSync(await readFile(person.path('final (with suggested changes).docx')))
    const xml = strFromU8(copy['word/document.xml'])
    assert.match(xml, /<w:ins [^>]*>.*achieving.*<\/w:ins>/)
    assert.ok(!xml.includes('<w:delText xml:space="preserve">Good'))
  })

  it('can use the page without seeing it, or its colours', async () => {
    await text().locator('.problem').first().waitFor()
    const axe = await readFile(
      createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
      'utf8',
    )
    const frame = await (await text().locator('body').elementHandle()).ownerFrame()
    await frame.evaluate(axe)
    const { violations } = await frame.evaluate(() => globalThis.axe.run())
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    assert.deepEqual(found, [])
  })

  it('sees the next version as soon as it is saved, with what was put right', async () => {
    await copyFile(person.path('final 2.docx'), person.path('final.docx'))
    await text().getByText('No problems.').waitFor()
    await person.picture('reader-saved')
  })

  it('has the report forgotten, though its file is gone', async () => {
    await person.run('View: Close All Editors')
    await rm(person.path('final.docx'))
    await person.run('Inspection Reports: Forget everything about this report…')
    const box = page.locator('.quick-input-widget:visible')
    await box.getByText('Agreed with the inspector').waitFor()
    await box.locator('input').first().fill('Final.docx')
    await box
      .locator('.monaco-list-row.focused', { hasText: 'Final.docx: 1 done, 1 ignored' })
      .waitFor()
    await person.picture('reader-forgets')
    await page.keyboard.press('Enter')
    await page.getByText('What was kept about this report is forgotten.').first().waitFor()
    await person.run('Inspection Reports: Forget everything about this report…')
    await box.getByText('Choose the file…').waitFor()
    await box.getByText('Agreed with the inspector').waitFor({ state: 'hidden' })
    await page.keyboard.press('Escape')
  })
})
