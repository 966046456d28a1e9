import assert from 'node:assert/strict'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { CancellationTokenSource, FoldingRangeRequest } from 'vscode-languageserver/node'
import {
  type ExportResult,
  exportMethod,
  type LeftToDoResult,
  leftToDoMethod,
  type OverviewResult,
  overviewMethod,
} from '../../../server/src/lsp/protocol'
import { parseReport } from '../../../server/src/report/parse'
import { grow } from '../../bench/grow'
import { buildIfStale, root, Session, sample } from '../session'

describe('exporting through the server', () => {
  before(buildIfStale)
  let session: Session
  beforeEach(async () => {
    session = await Session.start()
  })
  afterEach(() => session.stop())

  const left = (uri: string) =>
    session.connection.sendRequest<LeftToDoResult>(leftToDoMethod, { textDocument: { uri } })
  const exported = (uri: string, template?: string, comments?: boolean) =>
    session.connection.sendRequest<ExportResult>(exportMethod, {
      textDocument: { uri },
      ...(template && { template }),
      ...(comments && { comments }),
    })

  it('says what is still open, then gives the document', async () => {
    const uri = await session.open(sample('westmarch-draft.inspection.md'))
    const open = await left(uri)
    assert.ok(open.error === undefined)
    const date = open.left.find(({ name }) => name === '[date]')
    assert.equal(date?.target.start.line, 12)
    const made = await exported(uri)
    assert.ok(made.error === undefined)
    const files = unzipSync(Buffer.from(made.document, 'base64'))
    assert.match(strFromU8(files['word/document.xml']!), /Inspection of safeguarding/)
  })

  it('turns notes into comments where that is wanted', async () => {
    const uri = await session.open(sample('westmarch-draft.inspection.md'))
    const made = await exported(uri, undefined, true)
    assert.ok(made.error === undefined)
    const files = unzipSync(Buffer.from(made.document, 'base64'))
    assert.match(strFromU8(files['word/comments.xml']!), /w:author="ET".*ask the council/)
  })

  it('says of a draft what finishing it shows', async () => {
    const uri = await session.open(sample('westmarch-draft.inspection.md'))
    const open = await left(uri)
    const shown = await session.connection.sendRequest<OverviewResult>(overviewMethod, {
      textDocument: { uri },
    })
    assert.deepEqual(open.error ?? open.left, shown?.open)
  })

  it('reports empty grades and missing sections, also of a finished report', async () => {
    const text = sample('westmarch.inspection.md')
      .replace(/^Grade 3 \(adequate\)\n\n/m, '')
      .replace(/^(\| Capacity for improvement \| )Good/m, '$1')
      .replace(/^## Service information\n[\s\S]*?(?=^## )/m, '')
    const open = await left(await session.open(text))
    assert.ok(open.error === undefined)
    const words = open.left.map(each => each.words).join('\n')
    assert.match(words, /Overall effectiveness/)
    assert.match(words, /This row has no grade/)
    assert.match(words, /Service information/)
    const clean = await left(await session.open(sample('westmarch.inspection.md')))
    assert.deepEqual(clean.error ?? clean.left, [])
  })

  it('says why it cannot', async () => {
    const uri = await session.open('# Notes\n')
    assert.match((await left(uri)).error ?? '', /not an inspection report of a known type/)
    const report = await session.open(sample('westmarch.inspection.md'), 'plaintext', 'untitled:2')
    assert.match((await exported(report, 'bm8=')).error ?? '', /not a Word document/)
  })

  it('answers whatever else is asked in the meantime, and stops when it is cancelled', async () => {
    const long = grow(parseReport(sample('westmarch.inspection.md'))!, 20)
    const uri = await session.open(long)
    await session.problems(uri)
    const source = new CancellationTokenSource()
    let isDone = false
    const answer = session.connection
      .sendRequest(exportMethod, { textDocument: { uri } }, source.token)
      .catch(String)
      .finally(() => {
        isDone = true
      })
    for (let time = 0; time < 5; time++) {
      const found = await session.connection.sendRequest(FoldingRangeRequest.type, {
        textDocument: { uri },
      })
      assert.ok((found ?? []).length > 10)
      assert.ok(!isDone, 'the export did not take long enough to be seen')
    }
    source.cancel()
    assert.match(String(await answer), /cancelled/)
  })

  it('says in the language of the user why it cannot', async () => {
    const translated = await Session.start({
      translations: {
        'The template is not a Word document (.docx). Open it in Word and save it as one.':
          'Nid Word',
      },
    })
    const uri = await translated.open(sample('westmarch.inspection.md'))
    const made = await translated.connection.sendRequest<ExportResult>(exportMethod, {
      textDocument: { uri },
      template: 'bm8=',
    })
    assert.equal(made.error, 'Nid Word')
    await translated.stop()
  })

  it('loads what writes documents only then: it is a bundle of its own', () => {
    const size = (name: string) => statSync(path.join(root, 'dist', name)).size
    assert.ok(existsSync(path.join(root, 'dist/export.js')))
    assert.ok(size('server.js') < size('export.js'))
  })
})
