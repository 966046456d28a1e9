import assert from 'node:assert/strict'
import {
  type KeepNumbersParams,
  type KeepNumbersResult,
  keepNumbersMethod,
  type MoveParagraphParams,
  type MoveParagraphResult,
  type MoveTargetsResult,
  moveParagraphMethod,
  moveTargetsMethod,
  type OffsetEdit,
} from '../../server/src/lsp/protocol'
import { applyEdits } from '../../server/src/text/edits'
import { buildIfStale, Session, sample } from './session'

const clean = sample('westmarch.inspection.md')

describe('typing through the server', () => {
  before(buildIfStale)
  let session: Session
  afterEach(() => session.stop())

  it('is told what keeps numbers in order, as edits of the text behind it', async () => {
    session = await Session.start()
    const uri = await session.open(clean)
    const start = clean.indexOf('\n\n65. ')
    const edits = [{ start, end: start, newText: '\n\n65. ' }]
    const params: KeepNumbersParams = { textDocument: { uri }, version: 1, edits }
    const kept = await session.connection.sendRequest<KeepNumbersResult>(keepNumbersMethod, params)
    const after = applied(applied(clean, edits), kept?.edits ?? [])
    assert.deepEqual(numbersOf(after), countingTo(67))
    assert.equal(kept?.waiting, 0)
    assert.deepEqual(kept?.numbers.at(-1), [66, 67])
  })

  it('is told nothing for another version, or a text that is no report', async () => {
    session = await Session.start()
    const uri = await session.open(clean)
    const params: KeepNumbersParams = { textDocument: { uri }, version: 7, edits: [] }
    const { connection } = session
    assert.equal(await connection.sendRequest(keepNumbersMethod, params), null)
    const other = await session.open('# A plan\n\n1. One\n', 'markdown', 'untitled:Untitled-2')
    const params2 = { ...params, textDocument: { uri: other }, version: 1 }
    assert.equal(await connection.sendRequest(keepNumbersMethod, params2), null)
  })

  it('moves a paragraph, its number and the references to it, and the cursor', async () => {
    session = await Session.start()
    const uri = await session.open(clean)
    const cursor = clean.indexOf('9. The overall') + 6
    const params: MoveParagraphParams = {
      textDocument: { uri },
      version: 1,
      selection: [cursor, cursor],
      to: 'down',
      renumbers: true,
    }
    const moved = await session.connection.sendRequest<MoveParagraphResult>(
      moveParagraphMethod,
      params,
    )
    assert.ok(moved.error === undefined)
    const after = applied(clean, moved.edits)
    assert.deepEqual(numbersOf(after), countingTo(66))
    const [, active] = moved.selection
    // The number has a digit more now.
    assert.equal(after.slice(active - 7, active + 8), '10. The overall')
  })

  it('leaves numbers with their paragraphs where it is told so', async () => {
    session = await Session.start()
    const uri = await session.open(clean)
    const cursor = clean.indexOf('65. ')
    const params = { textDocument: { uri }, version: 1, selection: [cursor, cursor], to: 'down' }
    const moved = await session.connection.sendRequest<MoveParagraphResult>(moveParagraphMethod, {
      ...params,
      renumbers: false,
    })
    assert.ok(moved.error === undefined)
    assert.deepEqual(numbersOf(applied(clean, moved.edits)).slice(-2), [66, 65])
  })

  it('lists the sections that a paragraph can be moved to', async () => {
    session = await Session.start()
    const uri = await session.open(clean)
    const targets = await session.connection.sendRequest<MoveTargetsResult>(moveTargetsMethod, {
      textDocument: { uri },
      offset: clean.indexOf('12. '),
    })
    const here = targets?.sections[targets.here]
    assert.deepEqual(
      [here?.title, here?.part, here?.paragraphs],
      ['Capacity for improvement', 'Safeguarding services', '12–14'],
    )
  })
})

function applied(text: string, edits: readonly OffsetEdit[]): string {
  return applyEdits(
    text,
    edits.map(({ start, end, newText }) => ({ span: { start, end }, newText })),
  )
}

function numbersOf(text: string): readonly number[] {
  return [...text.matchAll(/^(\d+)\. /gm)].map(([, digits]) => Number(digits))
}

function countingTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, at) => at + 1)
}
