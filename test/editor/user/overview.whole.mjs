// Someone who finds their way around a report with the side panel.
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { describePerson, until } from './person.mjs'

const report = 'westmarch-with-problems.inspection.md'

describePerson('an inspector who looks at the side panel', person => {
  let page
  const tree = name => page.locator(`.pane:has(.pane-header[aria-label^="${name}"])`)
  const row = (name, words) => tree(name).locator('.monaco-list-row', { hasText: words })

  before(() => {
    page = person.page
  })

  async function lineOf(words) {
    return (await person.text(report)).split('\n').indexOf(words) + 1
  }

  /** Waits until the cursor is in a line with these words. */
  async function sees(words) {
    const lines = (await person.text(report)).split('\n')
    await until(`the cursor to be in "${words}"`, async () =>
      (lines[(await person.cursorLine()) - 1] ?? '').includes(words),
    )
  }

  it('opens it and sees the judgements with their grades', async () => {
    await person.start(report)
    await page.locator('.squiggly-warning, .squiggly-error').first().waitFor()
    await page.locator('.activitybar [aria-label^="Inspection Report"]').first().click()
    await row('Judgements', 'Overall effectiveness').first().waitFor()
    await row('Sections', 'About this inspection').first().waitFor()
    await person.picture('side-panel')
  })

  it('goes to a judgement', async () => {
    await row('Judgements', 'Capacity for improvement').first().click()
    await sees('### Capacity for improvement')
    await person.picture('side-panel-judgement')
  })

  it('sees where its places differ, and goes to one of them', async () => {
    const judgement = row('Judgements', 'Capacity for improvement').first()
    await judgement.filter({ hasText: 'places differ' }).waitFor()
    await judgement.locator('.monaco-tl-twistie').click()
    // Nobody misses a grade in the contents.
    await row('Judgements', 'Contents').filter({ hasNotText: 'grade' }).waitFor()
    const opening = row('Judgements', 'First sentence').first()
    await opening.and(page.locator('[aria-label*="differs from the other places"]')).waitFor()
    await opening.click()
    await sees('The capacity for improvement is adequate.')
    await person.picture('side-panel-places')
  })

  it('is followed by the panel', async () => {
    await person.goToLine(await lineOf('#### Staying safe'), 6)
    for (const name of ['Judgements', 'Sections'])
      await tree(name).locator('.monaco-list-row.selected', { hasText: 'Staying safe' }).waitFor()
  })

  it('goes from a judgement to its row by the menu, and sets its grade there', async () => {
    const judgement = row('Judgements', 'Staying safe').first()
    await person.fromMenu(judgement, 'Go to its row', () => person.picture('side-panel-menu'))
    await sees('| Staying safe |')
    await person.fromMenu(judgement, 'Set grade')
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Outstanding' }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('puts a missing section in by a click', async () => {
    const missing = row('Sections', 'missing').first()
    const title = await missing.locator('.label-name').textContent()
    await missing.click()
    await page.locator('.view-line', { hasText: `#### ${title}` }).waitFor()
    await row('Sections', title).filter({ hasNotText: 'missing' }).first().waitFor()
    await person.picture('side-panel-inserted')
    await person.run('File: Revert File')
    await row('Sections', title).filter({ hasText: 'missing' }).first().waitFor()
  })

  it('keeps closed what was closed', async () => {
    const part = row('Sections', 'Safeguarding services').first()
    await person.goToLine(await lineOf('## Safeguarding services'), 6)
    await part.locator('.monaco-tl-twistie').click()
    const closed = part.and(page.locator('[aria-expanded="false"]'))
    await closed.waitFor()
    const places = row('Notes and to-dos', '[TBC]')
    await person.goToLine((await lineOf('## Service information')) + 2, 4)
    await page.keyboard.type('[TBC] ')
    await until('the trees to show it', async () => (await places.count()) === 2)
    assert(await closed.isVisible())
    await person.run('File: Revert File')
    await until('the trees to forget it', async () => (await places.count()) === 1)
    assert(await closed.isVisible())
  })

  it('resolves a note by the tick after it', async () => {
    const note = row('Notes and to-dos', 'check the number of actions')
    await note.hover()
    await note.locator('[aria-label="Resolve this note"]').click()
    await note.waitFor({ state: 'detached' })
    await row('Notes and to-dos', '[TBC]').waitFor()
    await person.picture('side-panel-notes')
    await person.run('File: Revert File')
    await note.waitFor()
  })

  it('has nothing left in it once the report is closed', async () => {
    await person.run('View: Close All Editors')
    await tree('Judgements').getByText('New inspection report').waitFor()
    await row('Judgements', 'Overall effectiveness').first().waitFor({ state: 'detached' })
    await row('Sections', 'About this inspection').first().waitFor({ state: 'detached' })
  })
})

describePerson('an inspector who reads the side panel of a report of today', person => {
  const sample = 'first-steps.inspection.md'
  const withProblems = 'nothing-open.inspection.md'
  let page
  const badge = () =>
    page.locator('.activitybar .action-item:has([aria-label^="Inspection Report"])')
  const row = words => page.locator('.pane-body .monaco-list-row', { hasText: words })
  const open = () => page.locator('.pane:has(.pane-header[aria-label^="Notes"])')

  before(async () => {
    page = person.page
    const text = await person.text(sample)
    const finished = text.replace('[TBC]', 'four').replace('Status: draft\n\n', '')
    await writeFile(person.path(withProblems), finished)
  })

  it('sees how much is open before the panel has been opened', async () => {
    await person.start(sample)
    await badge().locator('.badge-content', { hasText: '2' }).waitFor()
    await person.goToLine(17, 1)
    await page.keyboard.type('[TBC] ')
    await badge().locator('.badge-content', { hasText: '3' }).waitFor()
    await person.run('File: Revert File')
    await badge().locator('.badge-content', { hasText: '2' }).waitFor()
  })

  it('reads short names with their grades, and the full ones in the tooltip', async () => {
    await page.locator('.activitybar [aria-label^="Inspection Report"]').first().click()
    for (const name of ['Help and protection', 'Children in care', 'Care leavers', 'Leaders'])
      await row(name).first().waitFor()
    const leavers = row('Care leavers').filter({ hasText: 'outstanding' })
    await leavers.hover()
    await page
      .locator('.workbench-hover', {
        hasText: 'The experiences and progress of care leavers: outstanding',
      })
      .waitFor()
    await person.picture('side-panel-short')
  })

  it('does not read that nothing is left while there are problems', async () => {
    await page.keyboard.press('Control+P')
    const box = page.locator('.quick-input-widget:visible input').first()
    await box.fill(withProblems)
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: withProblems })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await person.sees(withProblems)
    await open().getByText('What is to be put right is in the list of problems').waitFor()
    await open().getByText('Show problems').waitFor()
    await badge().locator('.badge-content').waitFor({ state: 'hidden' })
    await page.locator('#status\\.languageStatus').first().click()
    const status = page.locator('.hover-language-status')
    await status.filter({ hasText: 'Not a draft' }).first().waitFor()
    assert.equal(await status.filter({ hasText: 'Finished' }).count(), 0)
    await person.picture('side-panel-problems-only')
  })
})
