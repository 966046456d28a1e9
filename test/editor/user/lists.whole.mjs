// An inspector who writes a list into a new draft, where Tab also goes from place to place.
import { describePerson, until } from './person.mjs'

describePerson('an inspector who writes a list into a new draft', person => {
  let page

  before(() => {
    page = person.page
  })

  const list = () => page.locator('.quick-input-widget:visible')
  const line = words => page.locator('.view-line', { hasText: words }).first()
  const key = name => page.keyboard.press(name)
  const type = words => page.keyboard.type(words, { delay: 10 })

  /** The lines that begin with a dash, as they are on the screen. */
  const shown = async () =>
    (await page.locator('.view-line').allTextContents())
      .map(each => each.replaceAll('\u00a0', ' ').trimEnd())
      .filter(each => /^ *-/.test(each))
  const bullets = count => until(`${count} items`, async () => (await shown()).length === count)

  async function enter() {
    const line = await person.cursorLine()
    await key('Enter')
    await until('the next line', async () => (await person.cursorLine()) > line)
  }

  it('begins a report and answers what its cover asks for', async () => {
    await person.start('westmarch.inspection.md')
    await person.run('Inspection Reports: New inspection report…')
    const rows = list().locator('.monaco-list-row')
    await rows.filter({ hasText: 'Safeguarding and looked after children' }).waitFor()
    await type('safeguarding and looked after')
    await until('one kind to be left', async () => (await rows.count()) === 1)
    await key('Enter')
    const answers = {
      Authority: 'Westmarch',
      'Inspection dates': '5–16 September 2011',
      'Reporting inspector': 'Eleanor Thripp HMI',
      'Age group': '',
      Published: '21 October 2011',
    }
    for (const [field, answer] of Object.entries(answers)) {
      await list().locator('.quick-input-title', { hasText: field }).waitFor()
      await type(answer)
      await key('Enter')
    }
    await line('3. [TBC]').waitFor()
  })

  it('nests an item that has no text yet', async () => {
    await type('These are open all day:')
    await enter()
    await type('- the duty room')
    await enter()
    await bullets(2)
    await key('Tab')
    await type('by night')
    await enter()
    await bullets(3)
    await key('Shift+Tab')
    await type('the school')
    await person.picture('list-nested')
    const written = ['- the duty room', '    - by night', '- the school']
    await until('the items to be there', async () => (await shown()).join() === written.join())
  })

  it('goes on to the next place after an item that has one', async () => {
    await key('Tab')
    await page
      .locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Grade' })
      .first()
      .waitFor()
    await person.picture('list-next-place')
  })
})
