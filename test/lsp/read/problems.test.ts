import assert from 'node:assert/strict'
import type { Diagnostic } from 'vscode-languageserver/node'
import { parseReport } from '../../../server/src/report/parse'
import { checkReport } from '../../../server/src/rules/run'
import { buildIfStale, docsUri, Session, sample } from '../session'

const faulty = sample('westmarch-with-problems.inspection.md')
const clean = sample('westmarch.inspection.md')

describe('problems over the protocol', () => {
  before(buildIfStale)
  let session: Session
  afterEach(() => session.stop())

  const idsOf = (problems: readonly Diagnostic[]) => problems.map(({ code }) => code)

  it('are those that the rules find, at the same places', async () => {
    session = await Session.start()
    const uri = await session.open(faulty)
    const document = session.document(uri)
    const found = (await session.problems(uri)).map(({ code, range, message }) => [
      code,
      document.offsetAt(range.start),
      document.offsetAt(range.end),
      message,
    ])
    const expected = checkReport(parseReport(faulty)!).map(({ rule, span, message }) => [
      rule.id,
      span.start,
      span.end,
      message,
    ])
    assert.ok(expected.length > 10)
    assert.deepEqual(found, expected)
  })

  it('link to the page of their rule, which says whose they are, and to the other place', async () => {
    session = await Session.start()
    const uri = await session.open(faulty)
    const problems = await session.problems(uri)
    for (const { source, code, codeDescription } of problems) {
      assert.equal(source, undefined)
      assert.equal(codeDescription?.href, `${docsUri}/rules/${code}.md`)
    }
    const linked = problems.flatMap(({ relatedInformation }) => relatedInformation ?? [])
    assert.ok(linked.length > 0)
    for (const { location, message } of linked) {
      assert.equal(location.uri, uri)
      assert.notEqual(message, '')
    }
  })

  it('follow each edit', async () => {
    session = await Session.start()
    const uri = await session.open(clean)
    assert.deepEqual(await session.problems(uri), [])
    const word = session.range(uri, 'good', 'Grade 2 (')
    await session.change(uri, word, 'adequate')
    const [problem, ...others] = await session.problems(uri)
    assert.deepEqual(others, [])
    assert.equal(problem?.code, 'mismatched-grade-number')
    await session.change(uri, session.range(uri, 'adequate', 'Grade 2 ('), 'good')
    assert.deepEqual(await session.problems(uri), [])
  })

  it('are not sent again for a version that was checked already', async () => {
    session = await Session.start()
    const uri = await session.open(faulty)
    const first = await session.pull(uri)
    const second = await session.pull(uri, first.resultId)
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId })
    await session.close(uri)
    await session.open(clean)
    assert.equal((await session.pull(uri, first.resultId)).kind, 'full')
  })

  it('are never pushed to a client that pulls', async () => {
    session = await Session.start()
    const uri = await session.open(faulty)
    await session.problems(uri)
    await session.until(() => session.checked.length > 0)
    assert.deepEqual(session.pushed, [])
  })

  it('are pushed to a client that cannot pull, and taken back when the document is closed', async () => {
    session = await Session.start({ client: 'simple' })
    assert.equal(session.result.capabilities.diagnosticProvider, undefined)
    const uri = await session.open(faulty)
    await session.until(() => session.pushed.length === 1)
    const [{ version, diagnostics } = assert.fail()] = session.pushed
    assert.equal(version, 1)
    assert.equal(diagnostics.length, checkReport(parseReport(faulty)!).length)
    for (const { codeDescription, relatedInformation } of diagnostics)
      assert.deepEqual([codeDescription, relatedInformation], [undefined, undefined])
    await session.close(uri)
    await session.until(() => session.pushed.length === 2)
    assert.deepEqual(session.pushed[1]?.diagnostics, [])
  })

  it('are pushed when typing pauses, not for each key', async () => {
    session = await Session.start({ client: 'simple' })
    const uri = await session.open(faulty)
    await session.until(() => session.pushed.length === 1)
    const place = session.range(uri, 'adequate', 'Grade 2 (')
    const end = { start: place.start, end: place.start }
    for (let key = 0; key < 30; key++) await session.change(uri, end, 'x')
    await session.until(() => session.pushed.at(-1)?.version === 31)
    assert(session.pushed.length <= 5, `${session.pushed.length} answers to 30 keys`)
  })

  it('follow the settings at once', async () => {
    session = await Session.start({ rules: { 'misspelt-heading': 'error' } })
    const uri = await session.open(faulty)
    const severity = async () =>
      (await session.problems(uri)).find(({ code }) => code === 'misspelt-heading')?.severity
    assert.equal(await severity(), 1)
    assert.equal(session.asked, 1)
    await session.set({ 'misspelt-heading': 'off' })
    await session.until(() => session.refreshed === 1)
    assert.equal(await severity(), undefined)
    await session.set({ 'misspelt-heading': 'default' })
    await session.until(() => session.refreshed === 2)
    assert.equal(await severity(), 2)
    assert.equal(session.asked, 3)
  })

  it('follow the settings of a client that cannot be asked', async () => {
    session = await Session.start({ client: 'simple' })
    await session.open(faulty)
    await session.until(() => session.pushed.length === 1)
    assert.ok(idsOf(session.pushed[0]!.diagnostics).includes('misspelt-heading'))
    await session.set({ 'misspelt-heading': 'off' })
    await session.until(() => session.pushed.length === 2)
    assert.ok(!idsOf(session.pushed[1]!.diagnostics).includes('misspelt-heading'))
  })

  it('are counted after each check', async () => {
    session = await Session.start()
    const uri = await session.open(faulty)
    const problems = await session.problems(uri)
    await session.until(() => session.checked.length === 1)
    const [{ report, version } = assert.fail()] = session.checked
    assert.ok(report)
    assert.deepEqual([version, report.status, report.judgements], [1, 'finished', 22])
    const counted = Object.values(report.problems).reduce((sum, number) => sum + number, 0)
    assert.equal(counted + report.toDos, problems.length)
    const everything = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }
    await session.change(uri, everything, 'Something else.')
    await session.problems(uri)
    await session.until(() => session.checked.length === 2)
    assert.equal(session.checked[1]?.report, null)
  })
})
