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
} from '../../../server/src/lsp/protocol'
import { applyEdits } from '../../../server/src/text/edits'
import { buildIfStale, Session, sample } from '../session'

const clean = sample('westmarch.inspection.md')

describe('typing through the server', () => {
  before(buildIfStale)
  let session: Session
  afterEach(() => session.stop())

  it('says what puts numbers in order after what was typed', async () => {
    session = await Session.start()
    const start = clean.indexOf('\n\n65. ')
    const newText = '\n\n65. '
    const text = applied(clean, [{ start, end: start, newText }])
    const uri = await session.open(text)
    const back = [{ start, end: start + newText.length, newText: '' }]
    const params: KeepNumbersParams = { textDocument: { uri }, version: 1, back }
    const kept = await session.connection.sendRequest<KeepNumbersResult>(keepNumbersMethod, params)
    const after = applied(text, kept?.edits ?? [])
    assert.deepEqual(numbersOf(after), countingTo(67))
    assert.equal(kept?.waiting, 0)
    assert.deepEqual(kept?.numbers.at(-1), [66, 67])
  })

  it('says nothing about another version, or a text that is not a report', async () => {
    session = await Session.start()
    const uri = await session.open(clean)
    const params: KeepNumbersParams = { textDocument: { uri }, version: 7, back: [] }
    const { connection } = session
    assert.equal(await connection.sendRequest(keepNumbersMethod, params), null)
    const other = await session.open('# A plan\n\n1. One\n', 'markdown', 'untitled:Untitled-2')
    const params2 = { ...params, textDocument: { uri: other }, version: 1 }
    assert.equal(await connection.sendRequest(keepNumbersMethod, params2), null)
  })

  it('moves a paragraph, its number and the references to it, and leaves what is typed in it alone', async () => {
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
    // The number has a digit more now; nothing else of the paragraph is touched.
    const end = clean.indexOf('\n', cursor)
    const touched = moved.edits.filter(edit => edit.start < end && edit.end > cursor - 6)
    assert.deepEqual(touched, [{ start: cursor - 6, end: cursor - 5, newText: '10' }])
    assert.match(after, /^10\. The overall/m)
  })

  it('leaves numbers with their paragraphs where it is told to', async () => {
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
