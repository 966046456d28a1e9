import assert from 'node:assert/strict'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  type ChangeStatusResult,
  type CheckNewReportResult,
  changeStatusMethod,
  checkNewReportMethod,
  type InsertSectionResult,
  insertSectionMethod,
  type ListSectionsResult,
  listSectionsMethod,
  type NewReportResult,
  type NewReportTypesResult,
  newReportMethod,
  newReportTypesMethod,
} from '../../../server/src/lsp/protocol'
import { changed, clean } from '../../reports/samples'
import { buildIfStale, Session } from '../session'

describe('the server, asked to help with writing', () => {
  let session: Session

  before(function () {
    this.timeout(120_000)
    buildIfStale()
  })
  afterEach(() => session.stop())

  it('lists the types, checks what is typed, and makes the draft', async () => {
    session = await Session.start()
    const ask = <Answer>(method: string, params: object): Promise<Answer> =>
      session.connection.sendRequest(method, params)
    const types = await ask<NewReportTypesResult>(newReportTypesMethod, { day: '2011-03-07' })
    assert.equal(types.find(({ id }) => id === 'ofsted-slac')?.isInForce, true)
    const values = { authority: 'Westmarch', published: '31 April 2011' }
    const params = { type: 'ofsted-slac', values, field: 'published' }
    const found = await ask<CheckNewReportResult>(checkNewReportMethod, params)
    assert.equal(found?.kind, 'error')
    const made = await ask<NewReportResult>(newReportMethod, {
      type: 'ofsted-slac',
      values: { authority: 'Westmarch' },
    })
    assert.ok(made !== null)
    const uri = await session.open(made.plain, 'inspection-report')
    const alarms = (await session.problems(uri)).filter(({ severity = 1 }) => severity < 4)
    assert.deepEqual(alarms, [])
    assert.equal(await ask(newReportMethod, { type: 'no-such', values: {} }), null)
    assert.equal(await ask(checkNewReportMethod, { ...params, type: 'no-such' }), null)
  })

  it('lists the sections, and puts one into its place', async () => {
    session = await Session.start()
    const from = clean.indexOf('### Partnership working\n')
    const to = clean.indexOf('## Services for looked after children\n')
    const text = clean.slice(0, from) + clean.slice(to)
    const uri = await session.open(text.replace(/\n/g, '\r\n'))
    const textDocument = { uri }
    const sections = await session.connection.sendRequest<ListSectionsResult>(listSectionsMethod, {
      textDocument,
    })
    assert.equal(sections?.[0]?.title, 'Partnership working')
    assert.equal(sections[0].target, null)
    const about = sections.find(({ id }) => id === 'about')
    assert.ok(about?.target)
    assert.equal(session.document(uri).getText(about.target), 'About this inspection')
    assert.equal(about.target.start.line, session.range(uri, '## About').start.line)

    const insertion = await session.connection.sendRequest<InsertSectionResult>(
      insertSectionMethod,
      {
        textDocument,
        section: 'safeguarding.partnership',
        renumbers: 'always',
      },
    )
    assert.equal(insertion?.version, 1)
    assert.match(
      insertion.snippet.newText,
      /^### Partnership working\n\n\$\{1:Grade 2 \(good\)\}\n\n36\. /,
    )
    assert.ok(insertion.others.length > 10)
    assert.ok(insertion.others.every(({ newText }) => !/(?<!\r)\n/.test(newText)))
    const there = { textDocument, section: 'about' }
    assert.equal(await session.connection.sendRequest(insertSectionMethod, there), null)
  })

  it('leaves the numbers of a finished report as they are', async () => {
    session = await Session.start()
    const text = changed(clean, '## Service information\n', '## Something else\n')
    const uri = await session.open(text)
    const insertion = await session.connection.sendRequest<InsertSectionResult>(
      insertSectionMethod,
      {
        textDocument: { uri },
        section: 'service-information',
      },
    )
    assert.ok(insertion !== null)
    assert.deepEqual(
      insertion.others.filter(({ newText }) => /^\d+$/.test(newText)),
      [],
    )
  })

  it('marks a report as a draft and as finished', async () => {
    session = await Session.start()
    const uri = await session.open(clean)
    const ask = (status: string): Promise<ChangeStatusResult> =>
      session.connection.sendRequest(changeStatusMethod, { textDocument: { uri }, status })
    assert.equal(await ask('finished'), null)
    const made = await ask('draft')
    assert.ok(made !== null)
    assert.equal(made.version, 1)
    const draft = TextDocument.applyEdits(session.document(uri), [...made.edits])
    assert.match(draft, /\n\nStatus: draft\n\n/)
  })
})
