import assert from 'node:assert/strict'
import { exportReport } from '../../../server/src/export/export'
import { type CheckWordResult, checkWordMethod } from '../../../server/src/lsp/protocol'
import { parseReport } from '../../../server/src/report/parse'
import { buildIfStale, Session, sample } from '../session'

describe('checking a Word document through the server', () => {
  before(buildIfStale)
  let session: Session
  beforeEach(async () => {
    session = await Session.start({ rules: { 'unresolved-paragraph-reference': 'error' } })
  })
  afterEach(() => session.stop())

  const check = (bytes: Uint8Array) =>
    session.connection.sendRequest<CheckWordResult>(checkWordMethod, {
      name: 'final.docx',
      bytes: Buffer.from(bytes).toString('base64'),
    })

  it('gives a page of its problems, as serious as the settings say', async () => {
    const text = sample('westmarch.inspection.md').replace(
      '(see paragraph 5)',
      '(see paragraph 95)',
    )
    const { bytes } = await exportReport(parseReport(text)!, { pages: 'none' })
    const result = await check(bytes)
    assert.ok(result.error === undefined)
    assert.equal(result.problems, 1)
    assert.match(result.page, /\*\*To be put right\*\*, paragraph 29: /)
  })

  it('says why it cannot', async () => {
    assert.match((await check(Buffer.from('text'))).error ?? '', /not a Word document/)
  })
})
