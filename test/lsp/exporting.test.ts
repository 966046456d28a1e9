import assert from 'node:assert/strict'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import {
  type ExportResult,
  exportMethod,
  type OpenPlacesResult,
  openPlacesMethod,
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

  const openPlaces = (uri: string) =>
    session.connection.sendRequest<OpenPlacesResult>(openPlacesMethod, { textDocument: { uri } })
  const exported = (uri: string, template?: string) =>
    session.connection.sendRequest<ExportResult>(exportMethod, {
      textDocument: { uri },
      ...(template && { template }),
    })

  it('tells what is still open, then gives the document', async () => {
    const uri = await session.open(sample('westmarch-draft.inspection.md'))
    const open = await openPlaces(uri)
    assert.ok(open.error === undefined)
    assert.deepEqual(open.places[0], { kind: 'placeholder', line: 12, text: '[date]' })
    const made = await exported(uri)
    assert.ok(made.error === undefined)
    const files = unzipSync(Buffer.from(made.document, 'base64'))
    assert.match(strFromU8(files['word/document.xml']!), /Inspection of safeguarding/)
  })

  it('says why it cannot', async () => {
    const uri = await session.open('# Notes\n')
    assert.match((await openPlaces(uri)).error ?? '', /no report of a known type/)
    const report = await session.open(sample('westmarch.inspection.md'), 'plaintext', 'untitled:2')
    assert.match((await exported(report, 'bm8=')).error ?? '', /no Word document/)
  })

  it('loads what writes documents only then: it is a bundle of its own', () => {
    const size = (name: string) => statSync(path.join(root, 'dist', name)).size
    assert.ok(existsSync(path.join(root, 'dist/export.js')))
    assert.ok(size('server.js') < size('export.js'))
  })
})
