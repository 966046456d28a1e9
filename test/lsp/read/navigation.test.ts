import assert from 'node:assert/strict'
import {
  CompletionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type Location,
  type LocationLink,
  ReferencesRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node'
import { tokenTypes } from '../../../server/src/features/navigate/semantic-tokens'
import { otherPlaceMethod } from '../../../server/src/lsp/protocol'
import { buildIfStale, Session, sample } from '../session'

const clean = sample('westmarch.inspection.md')
const heading = '### Capacity for improvement'
const prose = '# Notes\n\n1. The overall effectiveness is good.\n\n- Grade 2 (good)\n'

describe('finding the way in a report', () => {
  before(buildIfStale)
  let session: Session
  let uri: string
  afterEach(() => session.stop())

  async function open(
    text = clean,
    language = 'plaintext',
    client: 'vs-code' | 'simple' = 'vs-code',
  ) {
    session = await Session.start({ client })
    uri = await session.open(text, language)
  }
  const textDocument = () => ({ uri })
  const lineOf = (words: string, after?: string) => session.range(uri, words, after).start.line

  it('goes from a grade line to the row of the summary table and back', async () => {
    await open()
    const grade = session.range(uri, 'Grade 2 (good)', heading)
    const row = lineOf('Capacity for improvement', 'Record of main findings\n')
    const forth = (await session.connection.sendRequest(DefinitionRequest.type, {
      textDocument: textDocument(),
      position: grade.start,
    })) as LocationLink[]
    assert.deepEqual(
      forth.map(({ targetUri, targetSelectionRange }) => [
        targetUri,
        targetSelectionRange.start.line,
      ]),
      [[uri, row]],
    )
    const back = (await session.connection.sendRequest(DefinitionRequest.type, {
      textDocument: textDocument(),
      position: forth[0]!.targetSelectionRange.start,
    })) as LocationLink[]
    assert.equal(back.length, 1)
    assert.ok(Math.abs(back[0]!.targetSelectionRange.start.line - grade.start.line) <= 2)
  })

  it('answers with plain locations where the client knows no links', async () => {
    await open(clean, 'plaintext', 'simple')
    const found = (await session.connection.sendRequest(DefinitionRequest.type, {
      textDocument: textDocument(),
      position: session.range(uri, 'Grade 2 (good)', heading).start,
    })) as Location[]
    assert.deepEqual(found.map(Object.keys), [['uri', 'range']])
  })

  it('goes to the other place from anywhere in a section', async () => {
    await open()
    const position = session.range(uri, '13. ', heading).end
    const found = await session.connection.sendRequest(otherPlaceMethod, {
      textDocument: textDocument(),
      position,
    })
    assert.equal(
      (found as Location).range.start.line,
      lineOf('Capacity for improvement', 'Record of main findings\n'),
    )
  })

  it('reports a judgement that is stated in the table only', async () => {
    await open()
    const { start } = session.range(uri, 'Equality and diversity')
    for (const character of [3, 28])
      assert.deepEqual(
        await session.connection.sendRequest(otherPlaceMethod, {
          textDocument: textDocument(),
          position: { line: start.line, character },
        }),
        { message: 'This judgement is stated in the table only.' },
      )
  })

  it('answers what an editor asks for unasked', async () => {
    await open()
    const { connection } = session
    const position = session.range(uri, 'Grade 2 (good)').start
    const place = { textDocument: textDocument(), position }
    const references = await connection.sendRequest(ReferencesRequest.type, {
      ...place,
      context: { includeDeclaration: true },
    })
    assert.ok((references?.length ?? 0) >= 3)
    assert.ok(
      ((await connection.sendRequest(DocumentHighlightRequest.type, place)) ?? []).length > 1,
    )
    assert.match(JSON.stringify(await connection.sendRequest(HoverRequest.type, place)), /markdown/)
    const symbols = await connection.sendRequest(DocumentSymbolRequest.type, place)
    assert.ok(JSON.stringify(symbols).includes('Record of main findings'))
    assert.ok(((await connection.sendRequest(FoldingRangeRequest.type, place)) ?? []).length > 10)
    assert.ok(((await connection.sendRequest(DocumentLinkRequest.type, place)) ?? []).length > 10)
    const tokens = await connection.sendRequest(SemanticTokensRequest.type, place)
    assert.ok((tokens?.data.length ?? 0) > 100)
    assert.deepEqual(session.result.capabilities.semanticTokensProvider?.legend.tokenTypes, [
      ...tokenTypes,
    ])
  })

  it('leaves every other text to the editor', async () => {
    await open(prose, 'markdown')
    const { connection } = session
    const place = { textDocument: textDocument(), position: { line: 4, character: 4 } }
    assert.deepEqual(await session.problems(uri), [])
    assert.deepEqual(await session.actions(uri, session.range(uri, prose.slice(0, 20))), [])
    const context = { includeDeclaration: true }
    for (const answer of [
      await connection.sendRequest(DefinitionRequest.type, place),
      await connection.sendRequest(ReferencesRequest.type, { ...place, context }),
      await connection.sendRequest(DocumentHighlightRequest.type, place),
      await connection.sendRequest(HoverRequest.type, place),
      await connection.sendRequest(DocumentSymbolRequest.type, place),
      await connection.sendRequest(FoldingRangeRequest.type, place),
      await connection.sendRequest(DocumentLinkRequest.type, place),
      await connection.sendRequest(CompletionRequest.type, place),
      await connection.sendRequest(otherPlaceMethod, place),
    ])
      assert.equal(answer, null)
    const tokens = await connection.sendRequest(SemanticTokensRequest.type, place)
    assert.deepEqual(tokens, { data: [] })
  })
})

describe('lenses and selections', () => {
  before(buildIfStale)
  let session: Session
  afterEach(() => session.stop())

  it('gives lenses only to a client that can go where they lead', async () => {
    session = await Session.start({ client: 'simple' })
    assert.equal(session.result.capabilities.codeLensProvider, undefined)
  })

  it('answers with the steps of a selection, each in the next', async () => {
    session = await Session.start()
    const uri = await session.open(clean, 'plaintext')
    const { start } = session.range(uri, 'Grade 2 (good)')
    const [steps] =
      (await session.connection.sendRequest(SelectionRangeRequest.type, {
        textDocument: { uri },
        positions: [start],
      })) ?? []
    let count = 0
    for (let step = steps; step !== undefined; step = step.parent) count++
    assert.ok(count >= 4)
  })
})
