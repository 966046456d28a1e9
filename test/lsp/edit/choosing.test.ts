/** Which type a document is read as: chosen by the user, by the settings, or as the text says. */

import assert from 'node:assert/strict'
import {
  type ChooseTypeParams,
  type ChooseTypeResult,
  chooseTypeMethod,
  type ListTypesResult,
  listTypesMethod,
} from '../../../server/src/lsp/protocol'
import { matchesPath, pathOf } from '../../../server/src/types/file-patterns'
import { buildIfStale, Session, type SessionOptions } from '../session'

const notes = 'Notes of a visit to Westmarch.\n'

describe('the type of a document', () => {
  before(buildIfStale)

  let session: Session
  const start = async (options?: SessionOptions) => {
    session = await Session.start(options)
  }
  afterEach(() => session.stop())

  const choose = (params: ChooseTypeParams) =>
    session.connection.sendRequest<ChooseTypeResult>(chooseTypeMethod, params)
  const seen = (uri: string) => {
    const report = session.checked.findLast(checked => checked.uri === uri)?.report
    return report && [report.type, report.recognised]
  }

  it('can be chosen, and taken back', async () => {
    await start()
    const uri = await session.open(notes)
    assert.deepEqual(await session.problems(uri), [])
    const textDocument = { uri }
    assert.deepEqual(await choose({ textDocument, type: 'ofsted-slac' }), { done: true })
    await session.until(() => session.refreshed === 1)
    assert.notEqual((await session.problems(uri)).length, 0)
    await session.until(() => seen(uri) !== undefined && seen(uri) !== null)
    assert.deepEqual(seen(uri), ['Safeguarding and looked after children', 'chosen by you'])
    const { types, chosen } = await session.connection.sendRequest<ListTypesResult>(
      listTypesMethod,
      { textDocument },
    )
    assert.equal(chosen, 'ofsted-slac')
    assert.ok(types.some(({ id }) => id === 'ofsted-slac'))

    await choose({ textDocument, type: null })
    await session.until(() => session.refreshed === 2)
    assert.deepEqual(await session.problems(uri), [])
  })

  it('can be written into it', async () => {
    await start()
    const uri = await session.open(notes)
    const params = { textDocument: { uri }, type: 'ofsted-slac', write: true }
    assert.deepEqual(await choose(params), { done: true })
    assert.equal(session.text(uri), `---\nreport: ofsted-slac\n---\n\n${notes}`)
    assert.notEqual((await session.problems(uri)).length, 0)
    await session.until(() => seen(uri)?.[1] === 'by its first lines')
  })

  it('can be chosen by the settings', async () => {
    await start({ reportTypes: { 'drafts/*.md': 'ofsted-slac' } })
    const other = await session.open(notes, 'markdown', 'file:///reports/notes/west%20march.md')
    assert.deepEqual(await session.problems(other), [])
    const uri = await session.open(notes, 'markdown', 'file:///reports/Drafts/west%20march.md')
    assert.notEqual((await session.problems(uri)).length, 0)
    await session.until(() => seen(uri)?.[1] === 'by the settings')
  })
})

describe('a file pattern', () => {
  const fits = (pattern: string, path: string) => assert.ok(matchesPath(pattern, path), pattern)
  const fails = (pattern: string, path: string) => assert.ok(!matchesPath(pattern, path), pattern)

  it('fits below any folder, unless it begins at the root', () => {
    for (const pattern of [
      '*.md',
      'drafts/*.md',
      '**/drafts/*.md',
      '/reports/**',
      '/reports/**/a.md',
    ])
      fits(pattern, '/reports/drafts/a.md')
    for (const pattern of ['/drafts/*.md', 'drafts', '*.txt', 'work/*.md'])
      fails(pattern, '/reports/drafts/a.md')
    fits('/reports/**/a.md', '/reports/a.md')
  })

  it('takes stars, question marks, braces, and everything else as it is', () => {
    fits('2024-?{-draft,}.{md,txt}', '/reports/2024-1-draft.txt')
    fits('2024-?{-draft,}.{md,txt}', '/reports/2024-1.md')
    fails('2024-?.md', '/reports/2024-12.md')
    fails('a.md', '/reports/aXmd')
    for (const pattern of ['{a', 'a}', '[a', '(a', '{{a,b}', '+', '\\'])
      assert.doesNotThrow(() => matchesPath(pattern, '/a'))
    fits('(a) [b] {c.md', '/(a) [b] {c.md')
  })

  it('is matched with the plain path of a URI', () => {
    assert.equal(pathOf('file:///reports/a%20b.md'), '/reports/a b.md')
    assert.equal(pathOf('vscode-vfs://github/x/y.md?query'), '/x/y.md')
    assert.equal(pathOf('untitled:Untitled-1'), 'Untitled-1')
    assert.equal(pathOf('file:///100%.md'), '/100%.md')
  })
})
