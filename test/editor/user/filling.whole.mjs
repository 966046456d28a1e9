// An inspector who fills in a new report from place to place, leaves it, and goes on where something is open.
import assert from 'node:assert/strict'
import { describePerson, until } from './person.mjs'

const file = 'westmarch-ilacs-2025.inspection.md'

describePerson('an inspector who fills in a report with the keyboard alone', person => {
  let page

  before(() => {
    page = person.page
  })

  const list = () => page.locator('.quick-input-widget:visible')
  const rows = () => list().locator('.monaco-list-row')
  const asked = words => list().locator('.quick-input-title', { hasText: words }).waitFor()
  const line = words => page.locator('.view-line', { hasText: words }).first()
  const key = name => page.keyboard.press(name)
  const suggestions = () => page.locator('.suggest-widget.visible')
  const focused = words =>
    suggestions().locator('.monaco-list-row.focused', { hasText: words }).waitFor()

  /** Waits until the status bar says that this many characters are selected: a place in brackets. */
  const selected = length =>
    until(`${length} characters to be selected`, async () =>
      (await page.locator('#status\\.editor\\.selection').textContent()).includes(
        `(${length} selected)`,
      ),
    )
  const type = async words => {
    await page.keyboard.type(words)
    await line(words).waitFor()
  }
  /** Takes the grade two below the first in the list. */
  const chooseGood = async () => {
    await focused('[grade]')
    await key('ArrowDown')
    await focused('outstanding')
    await key('ArrowDown')
    await focused('good')
    await key('Tab')
    await suggestions().waitFor({ state: 'hidden' })
  }

  it('begins one, which has its name at once', async () => {
    await person.start('westmarch.inspection.md')
    await person.run('Inspection Reports: New inspection report…')
    await rows().filter({ hasText: 'Local authority children’s services' }).waitFor()
    await page.keyboard.type('ilacs')
    await until('one type to be left', async () => (await rows().count()) === 1)
    await key('Enter')
    for (const [question, answer] of [
      ['Authority', 'Westmarch'],
      ['Inspection dates', '3 to 14 March 2025'],
      ['Lead inspector', 'Maria Lindgren'],
    ]) {
      await asked(question)
      await page.keyboard.type(answer)
      await key('Enter')
    }
    await page.locator('.tab.active', { hasText: file }).waitFor()
    await selected('[how services have changed, and what children experience now]'.length)
    await person.picture('filling-new')
  })

  it('writes its summary in paragraphs of their own, and what needs to improve', async () => {
    await type('Services have improved.')
    await key('Enter')
    await type('They are not yet good for all.')
    await key('Tab')
    await selected('[what leaders do well, and what is not good enough yet]'.length)
    await type('Leaders know their services.')
    await key('Tab')
    await selected('[TBC]'.length)
    await type('The quality of plans.')
  })

  it('leaves the places by Escape and goes on at once, with the list of grades', async () => {
    await key('Escape')
    await key('Tab')
    await focused('[grade]')
    await key('Escape')
    await suggestions().waitFor({ state: 'hidden' })
    await key('Escape')
    await line('The quality of plans.').click()
    await key('End')
    await until('the cursor to be back', async () => (await person.cursorLine()) === 25)
  })

  it('sees where everything that is left is', async () => {
    await person.run('Inspection Reports: Ready to send')
    await rows()
      .and(
        page.locator(
          '[aria-label*="[TBC], The experiences and progress of children in care, paragraph 2"]',
        ),
      )
      .waitFor()
    await person.picture('filling-left')
    await key('Escape')
    await list().waitFor({ state: 'hidden' })
  })

  it('goes on by Tab all the same', async () => {
    await key('Tab')
    await focused('[grade]')
    await person.picture('filling-on')
    await chooseGood()
    await line('need help and protection: good').waitFor()
    for (const words of [
      'Families get help early.',
      'Children live in stable homes.',
      'Care leavers are known well.',
      'Leaders are ambitious.',
    ]) {
      if (!words.startsWith('Families')) {
        await key('Tab')
        await chooseGood()
      }
      await key('Tab')
      await selected('[TBC]'.length)
      await type(words)
    }
  })

  it('is led to the rows of the table last', async () => {
    for (let row = 0; row < 4; row++) {
      await key('Tab')
      await focused('Good')
      if (row === 0) await person.picture('filling-row')
      await key('Tab')
      await suggestions().waitFor({ state: 'hidden' })
    }
    await key('Tab')
    await focused('Outstanding')
    await key('ArrowDown')
    await focused('Good')
    await key('Tab')
    await line('| Overall effectiveness | Good |').waitFor()
  })

  it('finishes it, and keeps it under its name', async () => {
    await person.run('Inspection Reports: Ready to send')
    await line('Status: draft').waitFor({ state: 'detached' })
    await key('Control+S')
    const name = list().locator('input').first()
    await until('its name to be proposed', async () => (await name.inputValue()).endsWith(file))
    await key('Enter')
    await list().waitFor({ state: 'hidden' })
    await until(
      'the file to be written',
      async () => (await person.text(file).catch(() => '')) !== '',
    )
    const text = await person.text(file)
    assert.match(text, /\n\nServices have improved\.\n\nThey are not yet good for all\.\n\nLeaders/)
    assert.match(text, /\n- The quality of plans\.\n\n## /)
    assert.match(text, /care leavers: good\n\n3\. Care leavers are known well\.\n/)
    assert.doesNotMatch(text, /\[|Status/)
    await person.picture('filling-done')
  })
})
