// An inspector who writes a report from nothing, with the keyboard only.
import assert from 'node:assert/strict'
import { describePerson, until } from './person.mjs'

const file = 'westmarch-new.inspection.md'

describePerson('an inspector who writes a report from nothing', person => {
  let page

  before(() => {
    page = person.page
  })

  const list = () => page.locator('.quick-input-widget:visible')
  const rows = () => list().locator('.monaco-list-row')
  const told = () => list().locator('.quick-input-message')
  const asked = words => list().locator('.quick-input-title', { hasText: words }).waitFor()
  const line = words => page.locator('.view-line', { hasText: words }).first()
  const key = name => page.keyboard.press(name)
  const type = words => page.keyboard.type(words)
  /** Waits until the list of suggestions has something to offer. */
  const offered = words =>
    page.locator('.suggest-widget.visible .monaco-list-row', { hasText: words }).first().waitFor()

  /** Takes the item that many lines below the first of the list; Tab goes on to the next place too. */
  const choose = async (words, down) => {
    await offered(words)
    for (let at = 0; at < down; at++) await key('ArrowDown')
    await focused(words)
    await key('Tab')
  }
  const focused = words =>
    page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: words }).waitFor()

  it('starts with the kind of report', async () => {
    await person.start('westmarch.inspection.md')
    await person.run('Inspection Reports: New inspection report…')
    await rows().filter({ hasText: 'Local authority children’s services' }).waitFor()
    await person.picture('new-type')
    await type('looked after children')
    await rows().filter({ hasText: '1 January 2013' }).waitFor()
    await until('the kind to be chosen', async () =>
      (await list().locator('.monaco-list-row.focused').getAttribute('aria-label')).startsWith(
        'Looked after children services',
      ),
    )
    await key('Enter')
  })

  it('is told what is wrong with an answer while typing it', async () => {
    await asked('Authority')
    await type('Westmarch')
    await key('Enter')
    await asked('Inspection dates')
    await type('12–8 July 2013')
    await told().getByText('The last day, 8 July 2013, is before the first').waitFor()
    await key('Enter')
    await person.picture('new-dates')
    await key('Control+A')
    await type('8–12 July 2013')
    await told().getByText('Leave it empty').waitFor()
    await key('Enter')
  })

  it('answers the rest, and leaves out what is not known yet', async () => {
    await asked('Reporting inspector')
    await key('Enter')
    await asked('Age group')
    await person.picture('new-usual')
    await key('Enter')
    await asked('Published')
    await type('16 August 2013')
    await key('Enter')
    await list().waitFor({ state: 'hidden' })
  })

  it('has the whole draft, with the cursor at the first place to fill in', async () => {
    await line('Status: draft').waitFor()
    await line('Reporting inspector: [inspector]').waitFor()
    await person.picture('new-draft')
    await type('Maria Lindgren HMI')
    await line('Reporting inspector: Maria Lindgren HMI').waitFor()
    await key('Tab')
    await line('3. [TBC]').waitFor()
    await type('Westmarch is a small county on the coast.')
  })

  it('writes a second paragraph there, and goes on to the next place', async () => {
    await key('Enter')
    await line('5. The overall effectiveness').waitFor()
    await type('Its towns are old.')
    await line('4. Its towns are old.').waitFor()
    await key('Tab')
  })

  it('fills in the draft from place to place', async () => {
    await offered('Grade 2 (good)')
    await person.picture('new-grade')
    await choose('Grade 2 (good)', 2)
    await choose('good', 2)
    await choose('Grade 3 (adequate)', 3)
    await choose('adequate', 3)
    await choose('Within three months', 1)
    await type('write the plans of all children again')
    await key('Tab')
    for (let at = 0; at < 3; at++) {
      await choose('Grade 2 (good)', 2)
      await choose('good', 2)
    }
    await person.picture('new-filled')
  })

  it('is offered in each row the grade that its section states', async () => {
    for (const grade of ['Good', 'Adequate', 'Good', 'Good']) {
      await key('Control+Space')
      await offered(grade)
      await focused(grade)
      if (grade === 'Adequate') await person.picture('new-row')
      await key('Tab')
      await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' })
      const row = await person.cursorLine()
      await key('Tab')
      await until('the next row', async () => (await person.cursorLine()) > row)
    }
    await line('| Quality of provision | Good |').waitFor()
    await person.picture('new-table')
    await key('Escape')
  })

  it('is shown what is left before the report is finished', async () => {
    await person.run('Inspection Reports: Ready to send')
    await rows().filter({ hasText: 'Ready to send anyway' }).waitFor()
    await rows().filter({ hasText: 'has no grade' }).waitFor()
    await person.picture('new-left')
    await key('Enter')
    await list().waitFor({ state: 'hidden' })
    await until('the cursor to be in the last row', async () => (await person.cursorLine()) === 99)
  })

  it('sets the grade that is left by its name', async () => {
    await key('Alt+Shift+G')
    await rows().filter({ hasText: 'its current grade' }).waitFor()
    await key('Enter')
    await line('| Leadership and management | Good |').waitFor()
  })

  it('goes to a section by the list of all', async () => {
    await person.run('Inspection Reports: Insert section…')
    await rows().filter({ hasText: 'Service information' }).waitFor()
    await person.picture('new-sections')
    await type('service information')
    await key('Enter')
    await until('the cursor to be there', async () => (await person.cursorLine()) === 46)
  })

  it('finishes it, and keeps it in a file', async () => {
    await person.run('Inspection Reports: Ready to send')
    await line('Status: draft').waitFor({ state: 'detached' })
    await key('Control+S')
    await list().waitFor()
    const name = list().locator('input').first()
    await until('a name to be proposed', async () =>
      (await name.inputValue()).endsWith('westmarch-looked-after-children-2013.inspection.md'),
    )
    await person.picture('new-save')
    await name.fill(person.path(file))
    await key('Enter')
    await page.locator('.tab.active', { hasText: file }).waitFor()
    const text = await person.text(file)
    assert.match(
      text,
      /^# Inspection of looked after children services\n\nWestmarch\n\nInspection dates: /,
    )
    assert.match(text, /\n\nGrade 3 \(adequate\)\n\n6\. The capacity to improve .* is adequate\.\n/)
    assert.match(text, /\n- write the plans of all children again\n/)
    assert.match(text, /\n\| Leadership and management \| Good \|\n/)
    assert.doesNotMatch(text, /\[/)
  })

  it('has nothing wrong in it', async () => {
    await page.locator('#status\\.languageStatus').click()
    await page.locator('.hover-language-status', { hasText: 'no problems' }).first().waitFor()
    await page.locator('.hover-language-status', { hasText: 'Mark as draft' }).first().waitFor()
    await person.picture('new-done')
    await key('Escape')
  })

  it('begins another from the menu of new files, goes back a step, and leaves no trace', async () => {
    await person.run('Create: New File...')
    await rows().filter({ hasText: 'New inspection report' }).waitFor()
    await person.picture('new-file')
    await key('ArrowDown')
    await key('Enter')
    await rows().filter({ hasText: 'Joint targeted area inspection' }).waitFor()
    await type('ilacs')
    await until('one kind to be left', async () => (await rows().count()) === 1)
    await key('Enter')
    await asked('Authority')
    await type('Eastfold')
    await key('Enter')
    await asked('Inspection dates')
    await key('Shift+Tab')
    await key('Enter')
    await asked('Authority')
    await person.picture('new-back')
    await key('Escape')
    await list().waitFor({ state: 'hidden' })
    await page.locator('.tab.active', { hasText: file }).waitFor()
    assert.equal(await page.locator('.tab').count(), 2)
  })
})
