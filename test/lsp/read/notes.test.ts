import assert from 'node:assert/strict'
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  type EditPlanResult,
  type ListNotesResult,
  listNotesMethod,
  resolveNotesMethod,
} from '../../../server/src/lsp/protocol'
import { buildIfStale, Session, sample } from '../session'

const clean = sample('westmarch.inspection.md')
const noted = clean
  .replace('36. Partnership working is good.', '36. Partnership working is good [Note AB: sure?].')
  .replace('37. Police', '37. [Note CD: add figures] Police')

describe('notes through the server', () => {
  before(buildIfStale)
  let session: Session
  afterEach(() => session.stop())

  it('are listed with author, words and place', async () => {
    session = await Session.start()
    const uri = await session.open(noted)
    const notes = await session.connection.sendRequest<ListNotesResult>(listNotesMethod, {
      textDocument: { uri },
    })
    assert.deepEqual(
      notes?.map(({ kind, author, words, place }) => [kind, author, words, place]),
      [
        ['note', 'AB', 'sure?', 'Partnership working (Safeguarding services), paragraph 36'],
        ['note', 'CD', 'add figures', 'Partnership working (Safeguarding services), paragraph 37'],
      ],
    )
    assert.deepEqual(notes?.[0]?.range, session.range(uri, '[Note AB: sure?]'))
  })

  it('are taken out one by one at the light bulb', async () => {
    session = await Session.start()
    const uri = await session.open(noted)
    const at = session.range(uri, 'sure?')
    const actions = await session.actions(uri, at)
    const resolve = actions.find(({ title }) => title === 'Resolve this note')
    assert.deepEqual(
      resolve?.diagnostics?.map(({ code }) => code),
      ['open-note'],
    )
    const [change] = resolve?.edit?.documentChanges ?? []
    const { edits, textDocument } = change as TextDocumentEdit
    assert.equal(textDocument.version, 1)
    const text = TextDocument.applyEdits(session.document(uri), edits as TextEdit[])
    assert.equal(text, noted.replace(' [Note AB: sure?]', ''))
  })

  it('are taken out all at once', async () => {
    session = await Session.start()
    const uri = await session.open(noted)
    const plan = await session.connection.sendRequest<EditPlanResult>(resolveNotesMethod, {
      textDocument: { uri },
    })
    assert.ok(plan.error === undefined)
    assert.equal(TextDocument.applyEdits(session.document(uri), [...plan.edits]), clean)
  })

  it('are not looked for in a text that is not a report', async () => {
    session = await Session.start()
    const uri = await session.open('# A plan\n\n[Note AB: nothing]\n', 'markdown')
    const params = { textDocument: { uri } }
    assert.equal(await session.connection.sendRequest(listNotesMethod, params), null)
    const plan = await session.connection.sendRequest<EditPlanResult>(resolveNotesMethod, params)
    assert.equal(
      plan.error,
      'This document is not an inspection report of a known type. Check its title, or choose the type of the report.',
    )
  })
})
