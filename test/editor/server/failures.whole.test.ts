/** What is said when something fails, takes long, or stops by itself: once, in words, with what to do. */

import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, noProblem, openSample, paste, problem, samples, write } from '../support/reports'
import { known, Said, server } from '../support/said'
import { waitFor } from '../support/waiting'

const scheme = 'failing'
const place = (path: string) => vscode.Uri.from({ scheme, path })

/** Files whose names say what happens when they are read. */
class FailingFiles implements vscode.FileSystemProvider {
  /** Called when somebody reads `/slow.txt`, whose reading never ends. */
  onSlow = (): void => {}
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event

  watch() {
    return new vscode.Disposable(() => {})
  }
  stat(uri: vscode.Uri) {
    if (!uri.path.startsWith('/slow')) this.fail(uri)
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: 1 }
  }
  readFile(uri: vscode.Uri): Uint8Array | Promise<Uint8Array> {
    if (uri.path.startsWith('/damaged')) return new TextEncoder().encode('PK but no more')
    if (!uri.path.startsWith('/slow')) this.fail(uri)
    this.onSlow()
    return new Promise(() => {})
  }
  writeFile(uri: vscode.Uri) {
    this.fail(uri)
  }
  rename(uri: vscode.Uri) {
    this.fail(uri)
  }
  delete() {}
  createDirectory() {}
  readDirectory() {
    return []
  }
  private fail(uri: vscode.Uri): never {
    if (uri.path.startsWith('/locked')) throw vscode.FileSystemError.NoPermissions(uri)
    if (uri.path.startsWith('/away')) throw vscode.FileSystemError.Unavailable(uri)
    if (uri.path.startsWith('/full')) throw new Error('ENOSPC: no space left on device, write')
    if (uri.path.startsWith('/odd')) throw new Error('EWEIRD: errno -4094')
    throw vscode.FileSystemError.FileNotFound(uri)
  }
}

const run = (command: string, ...given: unknown[]) =>
  vscode.commands.executeCommand(`inspectionReports.${command}`, ...given)

const isGone = 'The file or its folder is not there. Check whether it was moved'
const isLocked =
  'You do not have permission to open or change it there, or another program has it open.'
const isFull = 'The disk is full. Make room on it'
const isAway = 'The drive that it is on is not responding.'

describe('what fails', () => {
  const files = new FailingFiles()
  let said: Said
  let provider: vscode.Disposable

  before(() => {
    provider = vscode.workspace.registerFileSystemProvider(scheme, files)
  })
  after(() => provider.dispose())
  beforeEach(() => {
    said = new Said()
    said.listen()
  })
  afterEach(async () => {
    said.end()
    await closeAll()
  })

  const cases: readonly [name: string, expected: string, act: () => Thenable<unknown>][] = [
    [
      'importing a file that is gone',
      `gone.docx could not be imported. ${isGone}`,
      () => run('import', place('/gone.docx')),
    ],
    [
      'importing a file that is locked',
      `locked.pdf could not be imported. ${isLocked}`,
      () => run('import', place('/locked.pdf')),
    ],
    [
      'importing from a drive that is not connected',
      `away.txt could not be imported. ${isAway}`,
      () => run('import', place('/away.txt')),
    ],
    [
      'importing a file that is damaged',
      'damaged.docx: This file is damaged, or not a Word document',
      () => run('import', place('/damaged.docx')),
    ],
    [
      'importing for a reason that nobody knows',
      'odd.txt could not be imported. Try again. If it happens again, the log says more.',
      () => run('import', place('/odd.txt')),
    ],
    [
      'checking a Word document that is gone',
      `gone.docx could not be checked. ${isGone}`,
      () => run('checkWordDocument', place('/gone.docx')),
    ],
    [
      'checking a Word document that is damaged',
      'damaged.docx: This file is damaged, or not a Word document',
      () => run('checkWordDocument', place('/damaged.docx')),
    ],
    [
      'comparing with a version that is gone',
      `gone.docx could not be read. ${isGone}`,
      () => run('compareVersion', place('/gone.docx')),
    ],
    [
      'comparing with a version that is damaged',
      'damaged.docx: This file is damaged, or not a Word document',
      () => run('compareVersion', place('/damaged.docx')),
    ],
    [
      'exporting into a folder that is locked',
      `/locked.docx could not be written. ${isLocked}`,
      () => run('export', place('/locked.docx')),
    ],
    [
      'exporting to a full disk',
      `/full.docx could not be written. ${isFull}`,
      () => run('export', place('/full.docx')),
    ],
    [
      'writing points to a full disk',
      `The points could not be written. ${isFull}`,
      () => run('pointsForAuthor', 'html', false, place('/full.html')),
    ],
    [
      'exporting judgements into a folder that is locked',
      `The judgements could not be exported. ${isLocked}`,
      () => run('exportJudgements', 'report', 'csv', place('/locked.csv')),
    ],
    [
      'saving the preview to a full disk',
      `full-page.html could not be written. ${isFull}`,
      () => run('savePreview', place('/full-page.html')),
    ],
    [
      'going to a place in a file that is gone',
      `This did not work. ${isGone}`,
      async () => {
        await vscode.commands.executeCommand('workbench.action.closeAllEditors')
        const start = { line: 0, character: 0 }
        return run('goTo', place('/gone.md').toString(), { start, end: start })
      },
    ],
    [
      'setting a grade in a file that is gone',
      `This did not work. ${isGone}`,
      () => run('setGrade', place('/gone.md'), 0, 'good'),
    ],
  ]

  for (const [name, expected, act] of cases)
    it(`says so once: ${name}`, async () => {
      await openSample(samples.clean)
      const { document } = vscode.window.activeTextEditor as vscode.TextEditor
      await known(document)
      await act()
      const [first = '', ...others] = said.messages
      assert.deepEqual(others, [])
      assert.ok(first.startsWith(expected), first)
      assert.ok(first.endsWith(' | Show log'), first)
      assert.doesNotMatch(first, /ENO|EWEIRD|Error|errno|undefined|Unknown|FileSystem/)
    })
})

describe('what lasts', () => {
  const files = new FailingFiles()
  let said: Said
  let provider: vscode.Disposable

  before(() => {
    provider = vscode.workspace.registerFileSystemProvider(scheme, files)
  })
  after(() => provider.dispose())
  beforeEach(() => {
    said = new Said()
    said.listen()
  })
  afterEach(async () => {
    said.end()
    await closeAll()
  })

  const cases: readonly [title: string, act: () => Thenable<unknown>][] = [
    [
      'Importing slow.txt…',
      () => run('import', place('/slow.txt'), [place('/slow.txt'), place('/gone.txt')]),
    ],
    ['Checking slow.docx…', () => run('checkWordDocument', place('/slow.docx'))],
  ]

  for (const [title, act] of cases)
    it(`shows "${title}" with a way to stop it, and nothing more once it is stopped`, async () => {
      const before = vscode.workspace.textDocuments.length
      let isDone = false
      const acted = act().then(() => {
        isDone = true
      })
      await waitFor('the progress', () => said.progress.length > 0)
      assert.deepEqual(
        said.progress.map(each => each.title),
        [title],
      )
      assert.ok(!isDone)
      said.progress[0]?.stop()
      await acted
      assert.deepEqual(said.messages, [])
      assert.equal(said.progress.length, 1)
      assert.equal(vscode.workspace.textDocuments.length, before)
    })
})

describe('a server that stops', () => {
  let said: Said

  beforeEach(() => {
    said = new Said()
    said.listen()
  })
  afterEach(async () => {
    said.end()
    await closeAll()
  })

  // Whatever comes next needs a server.
  after(() => run('startAgain'))

  /** Ends it, as if it had run out of memory. */
  const stop = async (document: vscode.TextDocument): Promise<void> => {
    const running = await waitFor('the server', () => server())
    await known(document)
    running.kill('SIGKILL')
    await waitFor('its end', () => server()?.pid !== running.pid)
  }

  it('starts again without a word, and checks what is open', async () => {
    const { document } = await openSample(samples.faulty)
    await problem(document, 'mismatched-grade')
    await stop(document)
    await waitFor('another one', () => server())
    const editor = vscode.window.activeTextEditor as vscode.TextEditor
    await write(editor, new vscode.Range(0, 0, document.lineCount, 0), '# A shopping list\n')
    await noProblem(document)
    await vscode.commands.executeCommand('undo')
    await problem(document, 'mismatched-grade')
    assert.deepEqual(said.messages, [])
  })

  /** Stops it until it is no longer started again by itself. */
  const stopForGood = async (document: vscode.TextDocument): Promise<void> => {
    while (said.messages.length === 0) {
      await stop(document)
      await waitFor('what comes next', () => server() ?? said.messages.length > 0)
    }
    assert.match(
      said.messages.join(),
      /^The checks have stopped several times.*\| Start it again \| Show log$/,
    )
  }

  it('says so once where it stops again and again, and where it is needed', async () => {
    const { document } = await openSample(samples.faulty)
    await problem(document, 'mismatched-grade')
    await stopForGood(document)
    // Writing goes on.
    const editor = await paste('12. One.\n\n13. Two.', 'inspection-report')
    editor.selection = new vscode.Selection(2, 8, 2, 8)
    await vscode.commands.executeCommand('type', { text: '\n' })
    await waitFor('the next line', () => editor.document.getText() === '12. One.\n\n13. Two.\n')
    assert.equal(said.messages.length, 1)
    // A command that cannot go on says why, and offers the way to go on.
    said.answer = 'Start it again'
    await run('nextPlace')
    assert.equal(
      said.messages[1],
      'This did not work. Inspection Reports is not running. Start it again; your text is unchanged. | Start it again | Show log',
    )
    await waitFor('the server', () => server())
    await vscode.window.showTextDocument(document)
    await problem(document, 'mismatched-grade')
    assert.equal(said.messages.length, 2)
  })

  it('is started by the button of what is said', async () => {
    const { document } = await openSample(samples.faulty)
    await problem(document, 'mismatched-grade')
    said.answer = 'Start it again'
    await stopForGood(document)
    await waitFor('the server', () => server())
    await problem(document, 'mismatched-grade')
    assert.equal(said.messages.length, 1)
  })
})
