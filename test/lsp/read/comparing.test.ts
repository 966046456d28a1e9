import assert from 'node:assert/strict'
import { exportReport } from '../../../server/src/export/export'
import { importFile } from '../../../server/src/import/import'
import {
  type ComparedFile,
  type CompareResult,
  compareMethod,
  type PointsResult,
  pointsMethod,
  type ReadJudgementsResult,
  readJudgementsMethod,
  type WriteJudgementsResult,
  writeJudgementsMethod,
} from '../../../server/src/lsp/protocol'
import { parseReport } from '../../../server/src/report/parse'
import { buildIfStale, Session, sample } from '../session'

const clean = sample('westmarch.inspection.md')
const file = 'file:///reports/westmarch.inspection.md'

describe('comparing and listing through the server', () => {
  before(buildIfStale)
  let session: Session
  beforeEach(async () => {
    session = await Session.start({ rules: { 'missing-contents-entry': 'off' } })
  })
  afterEach(() => session.stop())

  async function compare(
    other: ComparedFile,
    as: 'versions' | 'inspections' = 'versions',
  ): Promise<Extract<CompareResult, { error?: undefined }>> {
    const result = await session.connection.sendRequest<CompareResult>(compareMethod, {
      textDocument: { uri: file },
      name: 'westmarch.inspection.md',
      as,
      other,
    })
    assert.ok(result.error === undefined, result.error)
    return result
  }

  it('compares with a text, and says where each link leads', async () => {
    await session.open(clean, 'markdown', file)
    const text = clean.replace('Families speak warmly', 'Parents speak warmly')
    const { title, body, markdown, otherText } = await compare({
      name: 'the last saved version',
      text: text.replaceAll('\n', '\r\n'),
    })
    assert.equal(title, 'What has changed since the last saved version')
    assert.equal(otherText, text)
    const [, offset] = /data-document="earlier" data-offset="(\d+)">10</.exec(body) ?? []
    assert.equal(otherText.slice(Number(offset)).slice(0, 11), '10. Parents')
    const line = clean.split('\n').findIndex(each => each.startsWith('10. ')) + 1
    assert.ok(markdown.includes(`[10](<${file}#L${line}>)`), markdown)
    assert.match(body, /<del>Parents<\/del> <ins>Families<\/ins>/)
  })

  it('compares with a Word document', async () => {
    await session.open(clean, 'markdown', file)
    const { bytes } = await exportReport(parseReport(clean)!, { pages: 'none' })
    const { body } = await compare({
      name: 'final.docx',
      bytes: Buffer.from(bytes).toString('base64'),
    })
    assert.match(body, /<strong>Nothing has changed\.<\/strong>/)
  })

  it('compares with an extracted text as an import would read it', async () => {
    const extracted = sample('westmarch-extracted.txt')
    const { text } = await importFile(Buffer.from(extracted))
    await session.open(text, 'markdown', file)
    const { body } = await compare({ name: 'published.txt', text: extracted })
    assert.match(body, /<strong>Nothing has changed\.<\/strong>/)
  })

  it('says why it cannot', async () => {
    await session.open(clean, 'markdown', file)
    await assert.rejects(compare({ name: 'list.txt', text: 'Eggs' }), /list\.txt is not a report/)
    await assert.rejects(compare({ name: 'a.docx', bytes: 'UEsDBA==' }), /a\.docx: /)
  })

  it('puts the judgements of two inspections side by side, the earlier first', async () => {
    await session.open(sample('ilacs-westmarch.inspection.md'), 'markdown', file)
    const { title, body } = await compare({ name: 'westmarch.md', text: clean }, 'inspections')
    assert.equal(title, 'Two inspections of Westmarch')
    assert.match(body, /<strong>Then:<\/strong> Westmarch, inspected /)
    assert.match(body, /<th scope="col">Change<\/th>/)
  })

  it('lists the judgements of an open document and of a text, as CSV and JSON', async () => {
    await session.open(clean.replace('Grade 3 (adequate)', 'Grade 2 (good)'), 'markdown', file)
    const read = (params: { uri: string; file: string; text?: string }) =>
      session.connection.sendRequest<ReadJudgementsResult>(readJudgementsMethod, params)
    const open = (await read({ uri: file, file: 'open.md', text: clean }))!
    assert.equal(open.judgements[0]?.agrees, false)
    const other = (await read({ uri: 'file:///b.md', file: 'b.md', text: clean }))!
    assert.equal(other.judgements[0]?.grade, 'adequate')
    assert.equal(await read({ uri: 'file:///c.md', file: 'c.md', text: 'Eggs' }), null)
    const write = async (format: 'csv' | 'json') =>
      (
        await session.connection.sendRequest<WriteJudgementsResult>(writeJudgementsMethod, {
          reports: [open, other],
          format,
        })
      ).content
    assert.equal((await write('csv')).split('\r\n').length, 1 + 44 + 1)
    assert.deepEqual(JSON.parse(await write('json')).reports, [open, other])
  })

  it('reads a text that is not open from its bytes, in the encoding that they are in', async () => {
    const windows = clean.replace('Westmarch', 'St Bede\x92s').replace(/[‘’“”–]/g, '-')
    const read = await session.connection.sendRequest<ReadJudgementsResult>(readJudgementsMethod, {
      uri: 'file:///windows.txt',
      file: 'windows.txt',
      bytes: btoa(windows),
    })
    assert.equal(read?.authority, 'St Bede’s')
  })

  it('knows an authority by its name with and without its title', async () => {
    const isSame = async (sameAs: string) => {
      const params = { uri: 'file:///b.md', file: 'b.md', text: clean, sameAs }
      const read = await session.connection.sendRequest<ReadJudgementsResult>(
        readJudgementsMethod,
        params,
      )
      return read?.isSame
    }
    assert.equal(await isSame('Westmarch County Council'), true)
    assert.equal(await isSame('Eastmarch County Council'), false)
  })

  it('makes the points for the author, as serious as the settings say', async () => {
    await session.open(sample('westmarch-with-problems.inspection.md'), 'markdown', file)
    const points = (format: 'md' | 'html', notes: boolean) =>
      session.connection.sendRequest<PointsResult>(pointsMethod, {
        textDocument: { uri: file },
        format,
        notes,
        day: '2011-10-03',
      })
    const { content } = (await points('md', false)) as { content: string }
    assert.match(content, /List made on 3 October 2011\./)
    assert.doesNotMatch(content, /is not in the contents|Notes from colleagues/)
    const html = (await points('html', true)) as { content: string }
    assert.match(html.content, /<h2>Notes from colleagues<\/h2>/)
    await session.open('Eggs', 'plaintext', 'untitled:a')
    const none = await session.connection.sendRequest<PointsResult>(pointsMethod, {
      textDocument: { uri: 'untitled:a' },
      format: 'md',
      notes: false,
      day: '2011-10-03',
    })
    assert.match(none.error ?? '', /not a report/)
  })
})
