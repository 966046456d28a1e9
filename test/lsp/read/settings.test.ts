/** Each document has the settings of its folder, in the editor as in a terminal. */

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  CodeLensRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver/node'
import { runCommand } from '../../../server/src/cli/arguments'
import { type LeftToDoResult, leftToDoMethod } from '../../../server/src/lsp/protocol'
import { buildIfStale, Session, sample } from '../session'

const faulty = sample('westmarch-with-problems.inspection.md')

describe('the settings of a folder', () => {
  let cwd: string
  let session: Session
  before(function () {
    this.timeout(60_000)
    buildIfStale()
  })
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    for (const folder of ['north', 'south']) put(`${folder}/report.md`, faulty)
  })
  afterEach(async () => {
    await session.stop()
    rmSync(cwd, { recursive: true })
  })

  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true })
    writeFileSync(path.join(cwd, file), text)
  }
  const uriOf = (file: string): string => pathToFileURL(path.join(cwd, file)).href
  const open = (file: string): Promise<string> => session.open(faulty, 'markdown', uriOf(file))
  const changed = (file: string): Promise<void> =>
    session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(file), type: FileChangeType.Changed }],
    })
  /** How many problems of a rule there are, in the editor and in a terminal. */
  const counts = async (file: string, rule: string): Promise<readonly [number, number]> => {
    const editor = (await session.problems(uriOf(file))).filter(({ code }) => code === rule).length
    let out = ''
    await runCommand(['check', file], {
      cwd,
      colour: false,
      readStdin: async () => Buffer.from(''),
      out: text => {
        out += text
      },
      err: () => {},
    })
    return [editor, out.split(rule).length - 1]
  }

  it('are those of VS Code for that folder', async () => {
    const off = { 'misspelt-heading': 'off' }
    session = await Session.start({ rulesIn: uri => (uri?.includes('/south/') ? off : {}) })
    put('south/.vscode/settings.json', '{ "inspectionReports.rules.misspelt-heading": "off" }')
    await open('north/report.md')
    await open('south/report.md')
    assert.deepEqual(await counts('north/report.md', 'misspelt-heading'), [1, 1])
    assert.deepEqual(await counts('south/report.md', 'misspelt-heading'), [0, 0])
  })

  it('are its own, each from the nearest folder that has it', async () => {
    put(
      '.inspection-reports/settings.yaml',
      'rules: { misspelt-heading: off, unknown-grade: off }\n',
    )
    put('south/.inspection-reports/settings.yaml', 'rules: { misspelt-heading: error }\n')
    session = await Session.start()
    await open('north/report.md')
    await open('south/report.md')
    assert.deepEqual(await counts('north/report.md', 'misspelt-heading'), [0, 0])
    assert.deepEqual(await counts('south/report.md', 'misspelt-heading'), [1, 1])
    assert.deepEqual(await counts('south/report.md', 'unknown-grade'), [0, 0])
  })

  it('are below what the user has set', async () => {
    put('.inspection-reports/settings.yaml', 'rules: { misspelt-heading: off }\n')
    session = await Session.start({ rules: { 'misspelt-heading': 'error' } })
    const uri = await open('north/report.md')
    const found = (await session.problems(uri)).find(({ code }) => code === 'misspelt-heading')
    assert.equal(found?.severity, 1)
  })

  for (const [what, addressOf] of [
    ['a draft that is not saved yet', file => uriOf(file).replace('file://', 'untitled:')],
    [
      'the text of a Word document',
      file =>
        `${uriOf(file).replace('file://', 'inspection-reports-file:')}.docx.inspection.md?${encodeURIComponent(uriOf(`${file}.docx`))}`,
    ],
  ] satisfies readonly [string, (file: string) => string][])
    it(`are those of ${what} too, in files and in VS Code`, async () => {
      put('north/.inspection-reports/settings.yaml', 'rules: { misspelt-heading: off }\n')
      const off = { 'misspelt-heading': 'off' }
      const south = uriOf('south/')
      session = await Session.start({ rulesIn: uri => (uri?.startsWith(south) ? off : {}) })
      for (const [folder, count] of [
        ['north', 0],
        ['south', 0],
        ['east', 1],
      ] as const) {
        const uri = await session.open(faulty, 'markdown', addressOf(`${folder}/visit one`))
        const found = (await session.problems(uri)).filter(
          ({ code }) => code === 'misspelt-heading',
        )
        assert.equal(found.length, count, folder)
      }
    })

  it('say which type the text of a Word document is of, by the name of the document', async () => {
    put('.inspection-reports/settings.yaml', "reportTypes: { 'minutes.docx': ofsted-slac }\n")
    session = await Session.start()
    const file = uriOf('minutes.docx')
    const uri = `${file.replace('file://', 'inspection-reports-file:')}.inspection.md?${encodeURIComponent(file)}`
    await session.open('Monday\n\nText.\n', 'markdown', uri)
    const found = (await session.problems(uri)).some(({ code }) => code === 'missing-section')
    assert(found)
  })

  it('say which type a text is of', async () => {
    put('.inspection-reports/settings.yaml', "reportTypes: { 'minutes.md': ofsted-slac }\n")
    put('minutes.md', 'Monday\n\nText.\n')
    session = await Session.start()
    await session.open('Monday\n\nText.\n', 'markdown', uriOf('minutes.md'))
    assert.deepEqual(await counts('minutes.md', 'missing-section'), [1, 1])
  })

  it('say which type a text is of, also where settings change while they are being found', async () => {
    put('.inspection-reports/settings.yaml', "reportTypes: { 'minutes.md': ofsted-slac }\n")
    session = await Session.start()
    const uri = uriOf('minutes.md')
    await session.open('Monday\n\nText.\n', 'markdown', uri)
    const asked = session.problems(uri)
    // VS Code sends this as soon as the server has asked to be told of changes.
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    })
    assert((await asked).some(({ code }) => code === 'missing-section'))
  })

  it('say what the client does with a report', async () => {
    put(
      '.inspection-reports/settings.yaml',
      'automaticRenumbering: always\nwrapLongLines: false\ncodeLens: false\nexportTemplate: our templates/plain.dotx\n',
    )
    session = await Session.start({ goesTo: true })
    const uri = await open('north/report.md')
    await session.problems(uri)
    await session.until(() => session.checked.length === 1)
    assert.deepEqual(session.checked[0]?.report?.folder, {
      automaticRenumbering: 'always',
      wrapLongLines: false,
    })
    const textDocument = { uri }
    const left = await session.connection.sendRequest<LeftToDoResult>(leftToDoMethod, {
      textDocument,
    })
    assert(left.error === undefined)
    assert.deepEqual(left.exportTemplate, {
      file: uriOf('our templates/plain.dotx'),
      folder: pathToFileURL(cwd).href,
    })
    assert.equal(await session.connection.sendRequest(CodeLensRequest.type, { textDocument }), null)
  })

  it('are followed when the file changes, and what is wrong in it is shown there', async () => {
    const file = 'north/.inspection-reports/settings.yaml'
    session = await Session.start()
    await open('north/report.md')
    assert.deepEqual(await counts('north/report.md', 'misspelt-heading'), [1, 1])

    put(file, 'rules: { misspelt-heading: off }\ncolour: red\n')
    await changed(file)
    await session.until(() => session.refreshed === 1)
    assert.deepEqual(await counts('north/report.md', 'misspelt-heading'), [0, 0])
    assert.equal(session.pushed.at(-1)?.uri, uriOf(file))
    const [problem] = session.pushed.at(-1)?.diagnostics ?? []
    assert.match(String(problem?.message), /There is no key "colour" here/)
    assert.deepEqual(problem?.range, {
      start: { line: 1, character: 0 },
      end: { line: 1, character: 6 },
    })

    rmSync(path.join(cwd, 'north/.inspection-reports'), { recursive: true })
    await changed('north/.inspection-reports')
    await session.until(() => session.refreshed === 2)
    assert.deepEqual(await counts('north/report.md', 'misspelt-heading'), [1, 1])
    assert.deepEqual(session.pushed.at(-1)?.diagnostics, [])
  })

  it('are checked where no report is open in the folder', async () => {
    const file = 'north/.inspection-reports/settings.yaml'
    put(file, 'rules: { open-note: high }\n')
    session = await Session.start()
    await changed(file)
    await session.until(() => session.pushed.length === 1)
    assert.match(String(session.pushed[0]?.diagnostics[0]?.message), /one of these: off, hint/)
  })
})
