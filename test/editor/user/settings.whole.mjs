// An inspector who looks for a setting by its name.
import { describePerson } from './person.mjs'

describePerson('an inspector who looks for a setting', person => {
  const settings = {
    initials: 'Initials',
    'automatic renumbering': 'Automatic Renumbering',
    'report types': 'Report Types',
    'missing section': 'Missing-section',
    'inspection grade': 'Mismatched-grade',
  }

  it('opens them', async () => {
    await person.start('westmarch.inspection.md')
    await person.run('Inspection Reports: Open the settings')
    await person.page.locator('.settings-editor .setting-item-label').first().waitFor()
  })

  const find = async (words, label) => {
    const { page } = person
    await page.locator('.settings-editor .suggest-input-container').click()
    await page.keyboard.press('Control+A')
    await page.keyboard.type(words)
    await page
      .locator('.settings-editor .setting-item-contents', { hasText: 'Inspection Reports' })
      .locator('.setting-item-label', { hasText: new RegExp(`^${label}$`) })
      .first()
      .waitFor()
    await person.picture(`settings-${words.replaceAll(' ', '-')}`)
  }

  for (const [words, label] of Object.entries(settings))
    it(`finds "${label}" by "${words}"`, () => find(words, label))

  it('finds what is set for a computer where VS Code has that: here beside the user’s', async () => {
    await person.page.locator('.settings-editor .action-label', { hasText: 'Remote' }).click()
    await find('export template', 'Export Template')
    await find('types folder', 'Types Folder')
  })
})
