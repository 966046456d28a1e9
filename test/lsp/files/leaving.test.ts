import assert from 'node:assert/strict'
import {
  type CleanCopyResult,
  cleanCopyMethod,
  type Leaving,
  type LeavingParams,
  type LeavingRecordResult,
  type LeavingResult,
  leavingMethod,
  leavingRecordMethod,
} from '../../../server/src/lsp/protocol'
import { core, planted } from '../../import/leaving/planted'
import { paragraph, run } from '../../import/word/word-file'
import { buildIfStale, Session, sample } from '../session'

const bytes = (file: Uint8Array): Leaving => ({
  bytes: Buffer.from(file).toString('base64'),
  id: 1,
})
const word = bytes(
  planted({
    body: `${paragraph('Inspection of safeguarding and looked after children services')}<w:p>${run('It is ')}<w:ins w:id="1" w:author="Ann Quill">${run('new')}</w:ins></w:p>`,
    parts: { 'docProps/core.xml': core('<dc:creator>Ann Quill</dc:creator>') },
    ofPackage: [
      {
        type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        target: 'docProps/core.xml',
      },
    ],
  }),
)

describe('what must not leave the house, through the server', () => {
  before(buildIfStale)
  let session: Session
  beforeEach(async () => {
    session = await Session.start({ rules: { 'missing-row': 'off' } })
  })
  afterEach(() => session.stop())

  const check = (leaving: Leaving, to: LeavingParams['to'] = 'publication') =>
    session.connection.sendRequest<LeavingResult>(leavingMethod, { leaving, name: 'final', to })
  const opened = async (text: string): Promise<Leaving> => ({
    textDocument: { uri: await session.open(text) },
  })
  const record = (leaving: Leaving, format: 'md' | 'html' | 'docx') =>
    session.connection.sendRequest<LeavingRecordResult>(leavingRecordMethod, {
      leaving,
      name: 'final',
      to: 'council',
      format,
      size: 10,
      fingerprint: 'abc',
      day: '2026-03-04',
      time: '14:05',
      version: '1.2.3',
      ignored: [],
    })

  it('is a page of a draft whose links lead to its places', async () => {
    const text = sample('westmarch-draft.inspection.md')
    const page = await check(await opened(text), 'council')
    assert.ok(page.error === undefined)
    assert.equal(page.title, 'Before it leaves, to the council: final')
    assert.equal(page.text, null)
    const [, offset] = /data-offset="(\d+)">[^<]*paragraph 7<\/a>: Note by ET/.exec(page.body) ?? []
    assert.ok(text.slice(Number(offset)).startsWith('[Note ET:'))
    // What the settings switch off is not checked.
    assert.match(page.markdown, /### Checks that are off\n\n[^\n]+\n\n- \[ \] [^\n]*missing-row/)
  })

  it('is a page of a Word document with the text that its links lead to', async () => {
    const page = await check(word)
    assert.ok(page.error === undefined)
    const [, offset] =
      /data-offset="(\d+)">[^<]*<\/a>: Inserted: “<strong>new/.exec(page.body) ?? []
    assert.equal(page.text?.slice(Number(offset)).split('\n')[0], 'It is new')
    assert.match(page.markdown, /Author: “\*\*Ann Quill\*\*”/)
  })

  it('makes a clean copy of a Word document and of a draft', async () => {
    const clean = (leaving: Leaving) =>
      session.connection.sendRequest<CleanCopyResult>(cleanCopyMethod, { leaving })
    const file = await clean(word)
    assert.ok(file.error === undefined && file.copy !== null && 'bytes' in file.copy)
    assert.deepEqual(file.done, ['Took out the properties: creator.'])
    const again = await clean({ bytes: file.copy.bytes, id: 2 })
    assert.ok(again.error === undefined)
    assert.deepEqual([again.copy, again.done], [null, []])
    const draft = await clean(await opened(sample('westmarch-draft.inspection.md')))
    assert.ok(draft.error === undefined && draft.copy !== null && 'text' in draft.copy)
    assert.doesNotMatch(draft.copy.text, /\[Note/)
  })

  it('writes a record in each form', async () => {
    const draft = await opened(sample('westmarch.inspection.md'))
    const contentOf = async (leaving: Leaving, format: 'md' | 'html' | 'docx') => {
      const made = await record(leaving, format)
      assert.ok(made.error === undefined)
      return made.content
    }
    assert.match(
      await contentOf(draft, 'md'),
      /\| SHA-256 \| abc \|\n\| Checked \| 4 March 2026, 14:05 \|/,
    )
    assert.match(await contentOf(draft, 'html'), /^<!doctype html>/)
    assert.match(Buffer.from(await contentOf(word, 'docx'), 'base64').toString('latin1'), /^PK/)
  })

  it('says what cannot be read, and what is not a report', async () => {
    const damaged = await check(bytes(Buffer.from('PK damaged')))
    assert.match(damaged.error ?? '', /This file is damaged, or not a Word document/)
    const letter = await check(await opened('# Shopping\n\nEggs\n'))
    assert.match(letter.error ?? '', /not an inspection report of a known type/)
  })
})
