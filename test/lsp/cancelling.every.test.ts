import assert from 'node:assert/strict'
import {
  type CancellationToken,
  CancellationTokenSource,
  DocumentFormattingRequest,
  type ResponseError,
} from 'vscode-languageserver/node'
import { type ImportResult, importMethod } from '../../server/src/lsp/protocol'
import { parseReport } from '../../server/src/report/parse'
import { grow } from '../bench/grow'
import { paragraph, wordFile } from '../import/word/word-file'
import { itTimed } from '../support/tier'
import { buildIfStale, Session, sample } from './session'

/** 1.2 million characters, with something to tidy in every line. */
const untidy = grow(parseReport(sample('westmarch.inspection.md'))!, 76)
  .replace(/(?<=[a-z]) (?=the )/g, '  ')
  .replaceAll('\n\n', '\n\n\n')

describe('cancelling over the protocol', () => {
  before(buildIfStale)
  let session: Session
  beforeEach(async () => {
    session = await Session.start()
  })
  afterEach(() => session.stop())

  const format = (uri: string, token: CancellationToken) =>
    session.connection.sendRequest(
      DocumentFormattingRequest.type,
      { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } },
      token,
    )

  itTimed('formatting a text of a million characters ends soon after it is cancelled', async () => {
    const uri = await session.open(untidy)
    assert.ok(untidy.length > 1_200_000)
    await session.problems(uri)
    await endsSoon(async token => {
      assert.ok(((await format(uri, token)) ?? []).length > 1_000)
    })
  })

  itTimed('importing a Word file of 100,000 words ends soon after it is cancelled', async () => {
    const lines = untidy.split('\n').filter(line => line !== '')
    const body = lines.map(line => paragraph(line.replace(/[<&]/g, ' '))).join('')
    assert.ok((body.match(/\w+(?=[\s<])/g)?.length ?? 0) > 100_000)
    const bytes = Buffer.from(wordFile({ body })).toString('base64')
    await endsSoon(async token => {
      const params = { name: 'long.docx', bytes, id: 1 }
      const { error } = await session.connection.sendRequest<ImportResult>(
        importMethod,
        params,
        token,
      )
      assert.equal(error, undefined)
    })
  })
})

/**
 * The work, cancelled after 20 ms, ends in a small part of the time that it takes. The machine may be busy, so
 * the best of several tries counts, for both alike.
 */
async function endsSoon(work: (token: CancellationToken) => Promise<void>): Promise<void> {
  let whole = Number.POSITIVE_INFINITY
  let cancelled = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round++) {
    const began = performance.now()
    await work(new CancellationTokenSource().token)
    whole = Math.min(whole, performance.now() - began)

    const source = new CancellationTokenSource()
    const answer = work(source.token).catch((error: ResponseError) => error)
    await new Promise(resolve => setTimeout(resolve, 20))
    const from = performance.now()
    source.cancel()
    assert.match(String(await answer), /cancelled/)
    cancelled = Math.min(cancelled, performance.now() - from)
  }
  assert.ok(
    cancelled < whole / 4,
    `${Math.round(cancelled)} ms after the cancel, ${Math.round(whole)} ms without one`,
  )
}
