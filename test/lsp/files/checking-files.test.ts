import assert from 'node:assert/strict'
import { exportReport } from '../../../server/src/export/export'
import {
  type CommentedCopyResult,
  commentedCopyMethod,
  type OverviewResult,
  overviewMethod,
  type PlacedSection,
  type PointsResult,
  type ProblemListResult,
  pointsMethod,
  problemListMethod,
  type ReadToCheckResult,
  readToCheckMethod,
  type SuggestedCopyResult,
  type SuggestionsResult,
  suggestedCopyMethod,
  suggestionsMethod,
} from '../../../server/src/lsp/protocol'
import { parseReport } from '../../../server/src/report/parse'
import { opened } from '../../import/copy/copied'
import { pdfFile } from '../../import/pdf/pdf-file'
import { buildIfStale, Session, sample } from '../session'

describe('checking a file through the server', () => {
  before(buildIfStale)
  let session: Session
  beforeEach(async () => {
    session = await Session.start({ rules: { 'unresolved-paragraph-reference': 'error' } })
  })
  afterEach(() => session.stop())

  const clean = sample('westmarch.inspection.md')
  const wrong = clean.replace('(see paragraph 5)', '(see paragraph 95)')
  const asWord = async (text: string) =>
    (await exportReport(parseReport(text)!, { pages: 'none' })).bytes

  const read = (bytes: Uint8Array) =>
    session.connection.sendRequest<ReadToCheckResult>(readToCheckMethod, {
      bytes: Buffer.from(bytes).toString('base64'),
      id: 1,
    })
  const listOf = async (text: string, earlier?: string) => {
    const textDocument = { uri: await session.open(text) }
    return session.connection.sendRequest<ProblemListResult>(problemListMethod, {
      textDocument,
      ...(earlier !== undefined && { earlier }),
    })
  }

  it('gives the problems of a Word document, as serious as the settings say', async () => {
    const made = await read(await asWord(wrong))
    assert.ok(made.error === undefined)
    const list = await listOf(made.text)
    assert.ok(list.error === undefined)
    assert.deepEqual(
      list.problems.map(({ kind, within }) => [kind, within]),
      [['to-be-put-right', 'paragraph 29']],
    )
    assert.equal(list.sum, 'One problem: 1 to be put right.')
  })

  it('says what became of the problems of an earlier version', async () => {
    const earlier = await read(await asWord(wrong))
    const present = await read(await asWord(clean))
    assert.ok(earlier.error === undefined && present.error === undefined)
    const list = await listOf(present.text, earlier.text)
    assert.ok(list.error === undefined)
    assert.deepEqual(list.problems, [])
    assert.deepEqual(
      list.putRight.map(({ rule }) => rule),
      ['unresolved-paragraph-reference'],
    )
  })

  it('leaves out of the points for the author what has been dealt with', async () => {
    const textDocument = { uri: await session.open(wrong) }
    const list = await session.connection.sendRequest<ProblemListResult>(problemListMethod, {
      textDocument,
    })
    assert.ok(list.error === undefined)
    const settled = list.problems.map(({ identity }) => identity)
    const points = async (given: object) => {
      const params = { textDocument, format: 'md', notes: false, day: '2011-11-03', ...given }
      const made = await session.connection.sendRequest<PointsResult>(pointsMethod, params)
      assert.ok(made.error === undefined)
      return made.content
    }
    assert.match(await points({}), /There is no paragraph 95/)
    assert.doesNotMatch(await points({ settled }), /There is no paragraph 95/)
  })

  it('leaves out of the side panel what has been dealt with', async () => {
    const textDocument = { uri: await session.open(wrong) }
    const list = await session.connection.sendRequest<ProblemListResult>(problemListMethod, {
      textDocument,
    })
    assert.ok(list.error === undefined)
    const settled = list.problems.map(({ identity }) => identity)
    const problems = async (given: object) => {
      const shown = await session.connection.sendRequest<OverviewResult>(overviewMethod, {
        textDocument,
        ...given,
      })
      const count = (sections: readonly PlacedSection[]): number =>
        sections.reduce((sum, each) => sum + each.problems + count(each.children), 0)
      return count(shown?.sections ?? [])
    }
    assert.equal(await problems({}), 1)
    assert.equal(await problems({ settled }), 0)
  })

  it('reads a PDF as what it is, not as a draft', async () => {
    const lines = clean.split('\n').slice(0, 40)
    const drawn = lines.map(line => `(${line.replace(/[#*()\\]|[^\x20-\x7e]/g, '')}) Tj T*`)
    const content = `BT /F1 9 Tf 14 TL 60 800 Td ${drawn.join(' ')} ET`
    const made = await read(pdfFile({ content }))
    assert.ok(made.error === undefined)
    assert.equal(parseReport(made.text)?.status, 'finished')
  })

  it('says why it cannot', async () => {
    assert.match((await read(Buffer.from('{\\rtf1'))).error ?? '', /not a Word document/)
    const list = await listOf('# Shopping\n\nBread.\n')
    assert.match(list.error ?? '', /not a report of a known type/)
  })

  describe('with comments in a copy', () => {
    const worse = wrong.replace('improvement is good.', 'improvement is adequate.')

    async function copyOf(file: Uint8Array, text: string, settled: readonly string[]) {
      return session.connection.sendRequest<CommentedCopyResult>(commentedCopyMethod, {
        textDocument: { uri: await session.open(text) },
        bytes: Buffer.from(file).toString('base64'),
        settled,
      })
    }

    /** What the comments of the copy are about. */
    function about(made: CommentedCopyResult): readonly string[] {
      assert.ok(made.error === undefined)
      const { comments } = opened(Buffer.from(made.copy ?? '', 'base64'))
      assert.equal(comments.length, made.comments)
      return comments.map(each => each.about)
    }

    it('puts them at the problems that are left', async () => {
      const file = await asWord(worse)
      const made = await read(file)
      const list = await listOf(made.error === undefined ? made.text : '')
      assert.ok(made.error === undefined && list.error === undefined)
      assert.deepEqual(about(await copyOf(file, made.text, [])), ['adequate', '95'])
      const [first, second] = list.problems.map(({ identity }) => identity)
      assert.deepEqual(about(await copyOf(file, made.text, [first ?? ''])), ['95'])
      assert.deepEqual(await copyOf(file, made.text, [first ?? '', second ?? '']), {
        copy: null,
        comments: 0,
        leftOut: 0,
        unplaced: 0,
      })
    })

    it('says why it cannot', async () => {
      const made = await read(await asWord(wrong))
      assert.ok(made.error === undefined)
      const other = await copyOf(await asWord(worse), made.text, [])
      assert.match(other.error ?? '', /^The document has changed since it was checked\./)
      const none = await copyOf(await asWord(worse), '# Shopping\n\nBread.\n', [])
      assert.match(none.error ?? '', /not an inspection report of a known type/)
    })
  })

  describe('with suggested changes in a copy', () => {
    const faulty = wrong
      .replace('Published:', 'Publsihed:')
      .replace('16 September 2011', '16 Septembre 2011')
      .replace('improvement is good.', 'improvement is adequate.')

    async function asked(file: Uint8Array, more: object = {}) {
      const made = await read(file)
      assert.ok(made.error === undefined)
      return {
        textDocument: { uri: await session.open(made.text) },
        bytes: Buffer.from(file).toString('base64'),
        settled: [],
        ...more,
      }
    }
    async function offered(params: object) {
      const found = await session.connection.sendRequest<SuggestionsResult>(
        suggestionsMethod,
        params,
      )
      assert.ok(found.error === undefined)
      return found.offered
    }

    it('offers what can be chosen, and writes that and nothing else', async () => {
      const params = await asked(await asWord(faulty))
      const all = await offered(params)
      assert.deepEqual(
        all.map(({ title, isSafe, changes }) => [title, isSafe, ...changes]),
        [
          [
            'Write "September"',
            false,
            '“Inspection dates: 5–16 Septembre 2011” becomes “Inspection dates: 5–16 September 2011”',
          ],
          [
            'Write "Published"',
            true,
            '“Publsihed: 21 October 2011” becomes “Published: 21 October 2011”',
          ],
        ],
      )
      const copy = (chosen: readonly string[]) =>
        session.connection.sendRequest<SuggestedCopyResult>(suggestedCopyMethod, {
          ...params,
          chosen,
        })
      const made = await copy(all.slice(0, 1).map(({ id }) => id))
      assert.ok(made.error === undefined)
      assert.deepEqual([made.suggested, made.missed], [1, 0])
      const xml = opened(Buffer.from(made.copy ?? '', 'base64')).xml('word/document.xml')
      assert.match(xml, /<w:ins [^>]*>.*September.*<\/w:ins>/)
      assert.doesNotMatch(xml, /<w:delText>Publsihed/)
      assert.deepEqual(await copy([]), { copy: null, suggested: 0, missed: 0 })
    })

    it('leaves out what has been dealt with', async () => {
      const params = await asked(await asWord(faulty))
      const list = await session.connection.sendRequest<ProblemListResult>(problemListMethod, {
        textDocument: params.textDocument,
      })
      assert.ok(list.error === undefined)
      const settled = list.problems
        .filter(({ rule }) => rule === 'missing-field')
        .map(({ identity }) => identity)
      assert.deepEqual(
        (await offered({ ...params, settled })).map(({ title }) => title),
        ['Write "September"'],
      )
    })

    it('says why it cannot', async () => {
      const params = await asked(await asWord(faulty))
      const found = await session.connection.sendRequest<SuggestionsResult>(suggestionsMethod, {
        ...params,
        bytes: Buffer.from('{\\rtf1').toString('base64'),
      })
      assert.match(found.error ?? '', /not a Word document/)
      const none = await session.connection.sendRequest<SuggestionsResult>(suggestionsMethod, {
        ...params,
        textDocument: { uri: await session.open('# Shopping\n\nBread.\n') },
      })
      assert.match(none.error ?? '', /not an inspection report of a known type/)
    })
  })
})
