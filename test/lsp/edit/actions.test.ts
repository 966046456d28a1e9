import assert from 'node:assert/strict'
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { fixAll } from '../../../server/src/features/edit/fix-all'
import { parseReport } from '../../../server/src/report/parse'
import { buildIfStale, Session, sample } from '../session'

const faulty = sample('westmarch-with-problems.inspection.md')
const clean = sample('westmarch.inspection.md')
const fixAllKind = 'source.fixAll.inspectionReports'
const everywhere = { start: { line: 0, character: 0 }, end: { line: 99999, character: 0 } }

describe('the light bulb', () => {
  before(buildIfStale)
  let session: Session
  afterEach(() => session.stop())

  /** A clean report with "Grade 2 (adequate)" in it. */
  async function openMismatch(client: 'vs-code' | 'simple' = 'vs-code'): Promise<string> {
    session = await Session.start({ client })
    const uri = await session.open(clean)
    await session.change(uri, session.range(uri, 'good', 'Grade 2 ('), 'adequate')
    return uri
  }

  const editOf = ({ edit }: CodeAction): TextDocumentEdit => {
    const [change] = edit?.documentChanges ?? []
    assert.ok(change && 'edits' in change)
    return change
  }

  it('offers the fixes of the problem at the cursor, tied to the version', async () => {
    const uri = await openMismatch()
    const { start } = session.range(uri, 'adequate', 'Grade 2 (')
    const actions = await session.actions(uri, { start, end: start })
    const write = actions.find(({ title }) => title.includes('"good"'))
    assert.ok(write, actions.map(({ title }) => title).join(' | '))
    assert.equal(write.kind, 'quickfix')
    assert.deepEqual(
      write.diagnostics?.map(({ code }) => code),
      ['mismatched-grade-number'],
    )
    const { textDocument, edits } = editOf(write)
    assert.deepEqual(textDocument, { uri, version: 2 })
    assert.equal(TextDocument.applyEdits(session.document(uri), edits as TextEdit[]), clean)
  })

  it('tells by its kind which rule a correction of all problems is about', async () => {
    session = await Session.start({ client: 'vs-code' })
    const misspelt = clean
      .replace('### Capacity for improvement', '### Capacity for improvment')
      .replace('#### Being healthy', '#### Being helthy')
      .replace('Grade 2 (good)', 'Grade 2 (adequate)')
    const uri = await session.open(misspelt)
    const place = session.range(uri, 'improvment')
    const actions = await session.actions(uri, place)
    const ofKind = actions.filter(({ title }) => title.includes('of this kind'))
    assert.deepEqual(
      ofKind.map(({ kind }) => kind).filter(kind => kind !== 'quickfix'),
      ['quickfix.inspectionReports.kind.misspelt-heading'],
      actions.map(({ title, kind }) => `${kind}: ${title}`).join(' | '),
    )
  })

  it('offers nothing where there is no problem', async () => {
    const uri = await openMismatch()
    const { start } = session.range(uri, 'About this inspection')
    assert.deepEqual(await session.actions(uri, { start, end: start }), [])
  })

  it('offers to ignore the problem, with a reason to be written', async () => {
    const uri = await openMismatch()
    const { start } = session.range(uri, 'adequate', 'Grade 2 (')
    const actions = await session.actions(uri, { start, end: start }, ['quickfix'])
    const here = actions.find(({ title }) => title.startsWith('Ignore here'))
    assert.ok(here)
    const [edit] = editOf(here).edits
    assert.deepEqual(edit, {
      range: {
        start: { line: start.line, character: 0 },
        end: { line: start.line, character: 0 },
      },
      snippet: {
        kind: 'snippet',
        value: '<!-- inspection-reports ignore mismatched-grade-number: ${1:reason} -->\n',
      },
    })
  })

  it('leaves the reason to a client that asks for it, and offers to switch the kind off', async () => {
    session = await Session.start({ ignores: true })
    const uri = await session.open(clean)
    await session.change(uri, session.range(uri, 'good', 'Grade 2 ('), 'adequate')
    const { start } = session.range(uri, 'adequate', 'Grade 2 (')
    const actions = await session.actions(uri, { start, end: start }, ['quickfix'])
    const rule = 'mismatched-grade-number'
    const ignoring = actions.flatMap(({ command, edit }) =>
      command === undefined ? [] : [{ edit, ...command }],
    )
    assert.deepEqual(ignoring, [
      {
        title: `Ignore here… (${rule})`,
        edit: undefined,
        command: 'inspectionReports.ignoreHere',
        arguments: [
          { uri, version: 2, rule, scope: 'ignore', position: { line: start.line, character: 0 } },
        ],
      },
      {
        title: `Ignore in this report… (${rule})`,
        edit: undefined,
        command: 'inspectionReports.ignoreInReport',
        arguments: [
          { uri, version: 2, rule, scope: 'ignore-file', position: { line: 0, character: 0 } },
        ],
      },
      {
        title: `Do not show this kind again (${rule})`,
        edit: undefined,
        command: 'inspectionReports.switchOff',
        arguments: [rule],
      },
    ])
  })

  it('writes plain edits for a client without versions and tab stops; ignoring silences', async () => {
    for (const title of ['Ignore here', 'Ignore in this report']) {
      const uri = await openMismatch('simple')
      const { start } = session.range(uri, 'adequate', 'Grade 2 (')
      const actions = await session.actions(uri, { start, end: start })
      const ignore = actions.find(action => action.title.startsWith(title))
      const edits = ignore?.edit?.changes?.[uri]
      assert.ok(edits)
      const ignored = TextDocument.applyEdits(session.document(uri), edits)
      const again = await session.open(ignored, 'plaintext', 'untitled:Untitled-2')
      await session.until(() => session.pushed.some(pushed => pushed.uri === again))
      const { diagnostics } = session.pushed.find(pushed => pushed.uri === again)!
      assert.deepEqual(diagnostics, [], title)
      if (title === 'Ignore here') await session.stop()
    }
  })

  it('fixes everything that is safe when asked for by name only', async () => {
    session = await Session.start()
    const uri = await session.open(faulty)
    const unasked = await session.actions(uri, everywhere)
    assert.ok(unasked.every(({ kind }) => kind === 'quickfix'))
    for (const kind of ['source', 'source.fixAll', fixAllKind]) {
      const [action, ...others] = await session.actions(uri, everywhere, [kind])
      assert.ok(action)
      assert.deepEqual([others, action.kind], [[], fixAllKind])
      const edits = editOf(action).edits as TextEdit[]
      const fixed = TextDocument.applyEdits(session.document(uri), edits)
      assert.equal(fixed, fixAll(faulty).text)
      assert.notEqual(fixed, faulty)
    }
  })

  it('offers no more than what is there to fix', async () => {
    session = await Session.start()
    const uri = await session.open(clean)
    assert.ok(parseReport(clean))
    assert.deepEqual(await session.actions(uri, everywhere, [fixAllKind]), [])
    assert.deepEqual(await session.actions(uri, everywhere, ['refactor']), [])
  })
})
