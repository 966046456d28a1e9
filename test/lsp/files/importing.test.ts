/** Importing and tidying, asked of the built server. */

import assert from 'node:assert/strict'
import {
  type ImportProgressParams,
  type ImportResult,
  importMethod,
  importProgressMethod,
  type TidyResult,
  tidyMethod,
} from '../../../server/src/lsp/protocol'
import { paragraph, wordFile } from '../../import/word/word-file'
import { buildIfStale, Session, sample } from '../session'

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes as string).toString('base64')

describe('importing in the server', () => {
  let session: Session
  before(async () => {
    buildIfStale()
    session = await Session.start()
  })
  after(() => session.stop())

  it('gives a draft and the list of changes', async () => {
    const bytes = base64(sample('westmarch-extracted.txt'))
    const params = { name: 'old.txt', bytes, id: 1 }
    const made: ImportResult = await session.connection.sendRequest(importMethod, params)
    assert.equal(made.error, undefined)
    assert.match(made.text, /^# Inspection of .*\n\nWestmarch\n\nStatus: draft\n/)
    assert.match(made.changes, /^# What was changed in old\.txt\n\n## Changed\n\n- line 3: Put/)
  })

  it('says which line of the draft each place of the list is in', async () => {
    const source = sample('westmarch-extracted.txt')
    const params = { name: 'old.txt', bytes: base64(source), id: 4 }
    const made: ImportResult = await session.connection.sendRequest(importMethod, params)
    assert.ok(made.error === undefined)
    const [list, draft] = [made.changes.split('\n'), made.text.split('\n')]
    assert.equal(made.places.length, list.filter(each => /^- line \d/.test(each)).length)
    for (const { line, start, end, draftLine } of made.places) {
      const place = list[line]!.slice(start, end)
      const at = Number(/^line (\d+)$/.exec(place)?.[1])
      const words = source.split('\n')[at - 1]!.match(/[A-Za-z]{4,}/g) ?? []
      const said = /\((.*)\)$/.exec(list[line]!)?.[1]?.match(/[A-Za-z]{4,}/g) ?? []
      const isThere = [...words, ...said].some(word => draft[draftLine]!.includes(word))
      assert.ok(
        words.length === 0 || isThere,
        `${place}: ${list[line]} leads to ${draft[draftLine]}`,
      )
    }
  })

  it('reads what is not a report as it is, and says so first', async () => {
    const params = { name: 'minutes.txt', bytes: base64('• One\n• Two\n'), id: 5 }
    const made: ImportResult = await session.connection.sendRequest(importMethod, params)
    assert.ok(made.error === undefined)
    assert.deepEqual([made.text, made.isReport], ['• One\n• Two\n', false])
    assert.match(made.changes, /^# What was changed in minutes\.txt\n\nNo report was recognised/)
  })

  it('reads Word files, and says why another cannot be read', async () => {
    const bytes = base64(wordFile({ body: paragraph('Text.') }))
    const word: ImportResult = await session.connection.sendRequest(importMethod, {
      name: 'a.docx',
      bytes,
      id: 2,
    })
    assert.match(word.error ?? word.text, /Text\./)
    const bad: ImportResult = await session.connection.sendRequest(importMethod, {
      name: 'a.pdf',
      bytes: base64('%PDF-1.7 broken'),
      id: 3,
    })
    assert.match(bad.error ?? '', /This PDF/)
  })

  it('takes the clipboard’s HTML where it comes from Word, otherwise its text', async () => {
    const tidy = (html: string): Promise<TidyResult> =>
      session.connection.sendRequest(tidyMethod, { text: 'One\nand two\n', html, isPart: true })
    const word = await tidy('<p class=MsoNormal>Three&nbsp;four</p>')
    assert.equal(word.error ?? word.text, 'Three four\n')
    const other = await tidy('<p>Three</p>')
    assert.equal(other.error ?? other.text, 'One and two\n')
  })

  it('marks a whole text as a draft where it is a report', async () => {
    const tidy = async (text: string): Promise<string> => {
      const tidied: TidyResult = await session.connection.sendRequest(tidyMethod, {
        text,
        isPart: false,
      })
      return tidied.error ?? tidied.text
    }
    assert.equal(await tidy('• One\n• Two\n'), '- One\n- Two\n')
    assert.match(await tidy(sample('westmarch-extracted.txt')), /^Status: draft$/m)
  })

  it('says how far it has got', async () => {
    const told: ImportProgressParams[] = []
    session.connection.onNotification(importProgressMethod, (each: ImportProgressParams) => {
      told.push(each)
    })
    const { PDFDocument } = await import('pdf-lib')
    const pdf = await PDFDocument.create()
    pdf.addPage()
    pdf.addPage()
    const bytes = base64(await pdf.save())
    const made: ImportResult = await session.connection.sendRequest(importMethod, {
      name: 'a.pdf',
      bytes,
      id: 7,
    })
    assert.match(made.error ?? '', /no text, only pictures/)
    assert.deepEqual(
      told.map(({ id, done, all }) => [id, done, all]),
      [
        [7, 1, 2],
        [7, 2, 2],
      ],
    )
  })
})
