// People for whom things do not work: what each message says, and that there is one for each failure.
import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { PDFDocument } from 'pdf-lib'
import { describePerson, until } from './person.mjs'

const report = 'westmarch.inspection.md'

describePerson('an inspector whose files are not what they seem', person => {
  let page
  const inExplorer = name =>
    page.locator(`.explorer-viewlet .monaco-list-row[aria-label^="${name}"]`)
  /** Reads the one message of a failure. */
  const reads = async (name, reason, look) => {
    const message = await person.reads(`${name}: `, { look })
    assert.deepEqual(message, {
      kind: 'error',
      text: `${name}: ${reason}`,
      buttons: ['Show log'],
    })
  }
  const damaged =
    'This file is damaged, or not a Word document (.docx). Open it in Word, save it again, and import that.'

  before(async () => {
    page = person.page
    const scanned = await PDFDocument.create()
    scanned.addPage()
    const files = {
      'damaged.docx': 'PK\x03\x04 and no more',
      'empty.docx': '',
      'old.docx': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'picture.pdf': Buffer.from('89504e470d0a1a0a', 'hex'),
      'scanned.pdf': await scanned.save(),
      'torn.pdf': '%PDF-1.7\nand no more',
    }
    for (const [name, content] of Object.entries(files)) await writeFile(person.path(name), content)
  })

  it('opens a report', () => person.start(report))

  for (const [name, reason] of Object.entries({
    'damaged.docx': damaged,
    'empty.docx': 'This file is empty. There is nothing to import.',
    'old.docx':
      'This is an old Word file (.doc), or it has a password. Save it in Word as a .docx without a password, and import that.',
    'picture.pdf':
      'This is not a Word document, a PDF or a text. Choose a .docx, .pdf or .txt file.',
    'scanned.pdf':
      'This PDF has no text, only pictures of its pages. Ask for the Word file, or have the text recognised (OCR) first.',
    'torn.pdf':
      'This PDF is damaged. Save it again from the program that made it, and import that.',
  }))
    it(`reads why ${name} is not imported`, async () => {
      await person.fromMenu(inExplorer(name), 'Import a report')
      await reads(name, reason, () => person.picture(`failed-${name.replace('.', '-')}`))
      assert.equal(await page.locator('.tab').count(), 1)
    })

  it('reads why a Word document is not checked', async () => {
    await person.fromMenu(inExplorer('damaged.docx'), 'Check a Word document')
    await reads('damaged.docx', damaged)
  })

  it('reads why a report is not compared', async () => {
    await page.locator('.tab', { hasText: report }).click()
    await person.run('Inspection Reports: Compare with an earlier version…')
    const list = page.locator('.quick-input-widget:visible')
    await list.locator('.monaco-list-row', { hasText: 'Choose a file…' }).click()
    const name = list.locator('input').first()
    await until('the folder', async () => (await name.inputValue()) === `${person.workspace}/`)
    await name.fill(person.path('damaged.docx'))
    await page.keyboard.press('Enter')
    await reads('damaged.docx', damaged)
  })

  // This VS Code has no program for writing logs, so what is in them is tested elsewhere.
  it('is led to the log', async () => {
    await person.fromMenu(inExplorer('torn.pdf'), 'Import a report')
    await person.reads('torn.pdf: ', { button: 'Show log' })
    const shown = page.locator('.panel select').first()
    await until('the log', async () =>
      shown.evaluate(list => list.selectedOptions[0]?.text === 'Inspection Reports'),
    )
    await person.picture('failed-log')
  })
})

describePerson('an inspector whose template is gone', person => {
  it('reads that, and where to put it right', async () => {
    const template = person.path('gone/office.dotx')
    await mkdir(person.path('.vscode'))
    const settings = { 'inspectionReports.exportTemplate': template }
    await writeFile(person.path('.vscode/settings.json'), JSON.stringify(settings))
    await person.start(report)
    await person.run('Inspection Reports: Export to Word…')
    const name = person.page.locator('.quick-input-widget:visible input').first()
    await until('a name to be proposed', async () =>
      (await name.inputValue()).endsWith('westmarch.docx'),
    )
    await person.page.keyboard.press('Enter')
    const message = await person.reads('The template', {
      look: () => person.picture('failed-template'),
    })
    assert.deepEqual(message, {
      kind: 'error',
      text: `The template ${template} could not be read. Check the setting "Export Template", or leave it empty. The file or its folder is not there. Check whether it was moved or has another name, and whether its drive is connected.`,
      buttons: ['Show log'],
    })
    await assert.rejects(person.text('westmarch.docx'))
  })
})
