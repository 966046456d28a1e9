import assert from 'node:assert/strict'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import {
  type ExportResult,
  exportMethod,
  type LeftToWriteResult,
  leftToWriteMethod,
  type OverviewResult,
  overviewMethod,
} from '../../server/src/lsp/protocol'
import { buildIfStale, root, Session, sample } from './session'

describe('exporting through the server', function () {
  this.timeout(30_000)
  before(buildIfStale)
  let session: Session
  beforeEach(async () => {
    session = await Session.start()
  })
  afterEach(() => session.stop())

  const left = (uri: string) =>
    session.connection.sendRequest<LeftToWriteResult>(leftToWriteMethod, { textDocument: { uri } })
  const exported = (uri: string, template?: string) =>
    session.connection.sendRequest<ExportResult>(exportMethod, {
      textDocument: { uri },
      ...(template && { template }),
    })

  it('tells what is still open, then gives the document', async () => {
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

  it('tells of a draft what finishing it shows', async () => {
    const uri = await session.open(sample('westmarch-draft.inspection.md'))
    const open = await left(uri)
    const shown = await session.connection.sendRequest<OverviewResult>(overviewMethod, {
      textDocument: { uri },
    })
    assert.deepEqual(open.error ?? open.left, shown?.open)
  })

  it('tells of empty grades and missing sections, also of a finished report', async () => {
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
    assert.match((await left(uri)).error ?? '', /not a report of a known type/)
    const report = await session.open(sample('westmarch.inspection.md'), 'plaintext', 'untitled:2')
    assert.match((await exported(report, 'bm8=')).error ?? '', /not a Word document/)
  })

  it('loads what writes documents only then: it is a bundle of its own', () => {
    const size = (name: string) => statSync(path.join(root, 'dist', name)).size
    assert.ok(existsSync(path.join(root, 'dist/export.js')))
    assert.ok(size('server.js') < size('export.js'))
  })
})
