// Someone who finds their way in a report by the side panel.
import { describePerson } from './person.mjs'

const report = 'westmarch-with-problems.inspection.md'

describePerson('a person who looks at the side panel', person => {
  let page
  const tree = name => page.locator(`.pane:has(.pane-header[aria-label^="${name}"])`)
  const row = (name, words) => tree(name).locator('.monaco-list-row', { hasText: words })

  before(() => {
    page = person.page
  })

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
    await page.waitForTimeout(800)
    await person.picture('side-panel-judgement')
  })
  it('resolves a note by the tick behind it', async () => {
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
