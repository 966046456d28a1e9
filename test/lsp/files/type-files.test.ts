/** Users' own report types, as the client sends them. */

import assert from 'node:assert/strict'
import { type TypeFile, typeFilesMethod } from '../../../server/src/lsp/protocol'
import { buildIfStale, Session } from '../session'

const visit = `id: visit
name: Visit
recognise: { titles: [Report of a visit], with: [Dear colleague] }
sections:
  - { id: findings, title: What we found }
`
const report = 'Report of a visit\n\nDear colleague\n\nText.\n'
const uri = 'file:///reports/.inspection-reports/types/visit.yaml'

describe('users’ own report types', () => {
  before(buildIfStale)

  let session: Session
  beforeEach(async () => {
    session = await Session.start()
  })
  afterEach(() => session.stop())

  const send = async (...files: TypeFile[]) => {
    const before = session.refreshed
    await session.connection.sendNotification(typeFilesMethod, { files })
    await session.until(() => session.refreshed > before)
  }
  const sections = async (document: string) =>
    (await session.problems(document)).map(({ message }) => /"([^"]*)"/.exec(String(message))?.[1])

  it('are used, changed and dropped without anything being opened again', async () => {
    const document = await session.open(report)
    assert.deepEqual(await sections(document), [])
    await send({ uri, text: visit })
    assert.deepEqual(await sections(document), ['What we found'])
    await send({ uri, text: visit.replace('What we found', 'Findings') })
    assert.deepEqual(await sections(document), ['Findings'])
    await send()
    assert.deepEqual(await sections(document), [])
  })

  it('of the open folder take precedence over shared ones, which they may extend', async () => {
    const document = await session.open(report)
    const shared = { uri: 'file:///share/visit.yaml', text: visit, shared: true }
    await send({ uri, text: 'id: visit\nname: Our visits\nextends: visit\n' }, shared)
    assert.deepEqual(await sections(document), ['What we found'])
    await session.until(() => session.checked.at(-1)?.report?.type === 'Our visits')
    await send(
      { uri, text: 'id: visit\nname: V\nextends: visit\nchange: { findings: { title: End } }\n' },
      shared,
    )
    assert.deepEqual(await sections(document), ['End'])
  })

  it('show what is wrong in them at its place, until it is mended or they are gone', async () => {
    await send({ uri, text: visit.replace('sections', 'section') })
    const { diagnostics } = session.pushed.at(-1)!
    assert.deepEqual(
      diagnostics.map(({ message, range }) => [message, range]),
      [
        [
          'There is no key "section" here. Did you mean "sections"?',
          { start: { line: 3, character: 0 }, end: { line: 3, character: 7 } },
        ],
      ],
    )
    await send({ uri, text: visit })
    assert.deepEqual(session.pushed.at(-1), { uri, diagnostics: [] })
    await send({ uri, text: 'id: [' })
    assert.notEqual(session.pushed.at(-1)?.diagnostics.length, 0)
    await send()
    assert.deepEqual(session.pushed.at(-1), { uri, diagnostics: [] })
  })
})
