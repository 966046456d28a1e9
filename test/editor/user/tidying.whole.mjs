// An editor who brings a report into line, with the keyboard only: what would change is shown first.
import assert from 'node:assert/strict'
import { describePerson, until } from './person.mjs'

const report = 'westmarch-with-problems.inspection.md'
const draft = 'westmarch-draft.inspection.md'

// The lists call the table by its title.
const updates = [
  ['Renumber paragraphs', 'Renumber paragraphs', 'renumber'],
  [
    'Update the summary table from the sections',
    'Update the Record of main findings from the sections',
    'table',
  ],
  [
    'Update the sections from the summary table',
    'Update the sections from the Record of main findings',
    'sections',
  ],
  ['Update the contents', 'Update the contents', 'contents'],
]

describePerson('an inspector who brings a report in line', person => {
  let page
  const key = name => page.keyboard.press(name)
  const list = () => page.locator('.quick-input-widget:visible')
  const rows = words => list().locator('.monaco-list-row', { hasText: words })
  const title = words => list().locator('.quick-input-title', { hasText: words }).waitFor()
  const changed = () => page.locator('.tab.active.dirty')
  const lineWith = (text, words) => text.split('\n').findIndex(line => line.startsWith(words)) + 1

  before(() => {
    page = person.page
  })

  it('sees where they are, above the text', async () => {
    await person.start(report)
    await page.locator('.squiggly-warning, .squiggly-error').first().waitFor()
    const line = lineWith(await person.text(report), '### Partnership working')
    await person.goToLine(line + 2, 1)
    const path = page.locator('.breadcrumbs-control .monaco-breadcrumb-item')
    await path.filter({ hasText: 'Safeguarding services' }).waitFor()
    await path.filter({ hasText: 'Partnership working' }).waitFor()
    const stuck = page.locator('.sticky-widget .sticky-line-content')
    await stuck.filter({ hasText: '## Safeguarding services' }).first().waitFor()
    await person.picture('tidying-place')
  })

  for (const [command, named, name] of updates)
    it(`is shown what "${command}" changes, and makes it or leaves it`, async () => {
      await person.run(`Inspection Reports: ${command}`)
      await title(named)
      await rows(/\S/).first().waitFor()
      await person.picture(`tidying-${name}`)
      await key('Escape')
      await list().waitFor({ state: 'hidden' })
      assert.equal(await changed().count(), 0)
      await person.run(`Inspection Reports: ${command}`)
      await title(named)
      await rows(/\S/).first().waitFor()
      await key('Enter')
      await changed().waitFor()
      await key('Control+Z')
      await changed().waitFor({ state: 'detached' })
    })

  it('moves a paragraph into the section that they choose', async () => {
    await person.openFile(draft)
    await page.locator('.squiggly-hint:visible').first().waitFor({ state: 'attached' })
    const text = await person.text(draft)
    await person.goToLine(lineWith(text, '4. Westmarch is a county'), 5)
    await key('Alt+M')
    await title('Move paragraph to section')
    await rows('the paragraph is here').waitFor()
    await person.picture('tidying-move')
    await page.keyboard.type('about this')
    await until('the section to be chosen', async () =>
      (await list().locator('.monaco-list-row.focused').getAttribute('aria-label'))?.startsWith(
        'About this inspection',
      ),
    )
    await key('Enter')
    await page.locator('.view-line', { hasText: '3. Westmarch is a county' }).first().waitFor()
    await person.picture('tidying-moved')
    await key('Control+Z')
    await page.locator('.view-line', { hasText: '4. Westmarch is a county' }).first().waitFor()
  })

  it('makes a table of the judgements', async () => {
    await person.run('Inspection Reports: Export judgements…')
    await rows('From this report').waitFor()
    await key('Enter')
    await rows('As a table for a spreadsheet').waitFor()
    await person.picture('tidying-judgements')
    await key('Enter')
    const box = list().locator('input').first()
    await until('the dialog', async () => (await box.inputValue()).endsWith('judgements.csv'))
    await key('Enter')
    await until('the table', () =>
      person.text('judgements.csv').then(
        text => text.includes('Westmarch,Safeguarding and looked after children'),
        () => false,
      ),
    )
    await person.reads('10 judgements were saved in judgements.csv.', {
      button: 'Open',
      look: () => person.picture('tidying-written'),
    })
    await page.locator('.tab.active', { hasText: 'judgements.csv' }).waitFor()
  })
})
