/**
 * Everything that the built server says, in the bundles that it loads when they are used as well, comes
 * from the translations that the client has handed over.
 */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import {
  CompletionRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  HoverRequest,
} from 'vscode-languageserver/node'
import { exportReport } from '../../server/src/export/export'
import * as protocol from '../../server/src/lsp/protocol'
import { parseReport } from '../../server/src/report/parse'
import { typeSchema } from '../../server/src/types/schema'
import { opened } from '../import/copy/copied'
import { paragraph, wordFile } from '../import/word/word-file'
import { forgotten, pseudoTranslation } from '../support/pseudo-translation'
import { buildIfStale, root, Session, sample } from './session'

const types = globSync('server/types/*.yaml', { cwd: root })
  .map(file => readFileSync(path.join(root, file), 'utf8'))
  .join('\n')
/** Keys of type files, and their descriptions, which are English like the JSON schema. */
const keys = JSON.stringify(typeSchema({ rules: [], types: [] }))
const problems = sample('westmarch-with-problems.inspection.md')
const draft = sample('westmarch-draft.inspection.md')
const clean = sample('westmarch.inspection.md')

/** What is not for people, and what is written into reports. */
const unseen: ReadonlySet<string> = new Set([
  ...['uri', 'target', 'targetUri', 'kind', 'id', 'code', 'codeDescription', 'source', 'severity'],
  ...[
    'command',
    'arguments',
    'data',
    'newText',
    'insertText',
    'textEdit',
    'filterText',
    'sortText',
  ],
  ...['edit', 'state', 'status', 'standing', 'text', 'otherText', 'textBeside', 'document'],
])

/** All texts in an answer, with the keys that lead to them. */
function* textsIn(answer: unknown, at = ''): Generator<readonly [at: string, text: string]> {
  if (typeof answer === 'string') yield [at, answer.replace(/<style>[^<]*|<[^>]*>|&#?\w+;/g, ' | ')]
  else if (typeof answer === 'object' && answer !== null)
    for (const [key, value] of Object.entries(answer))
      if (!unseen.has(key)) yield* textsIn(value, /^\d+$/.test(key) ? at : `${at}.${key}`)
}

/** Asserts that the answer says something, and that all it says is translated or is in `data`. */
function check(answer: unknown, ...data: readonly string[]): void {
  const texts = [...new Map([...textsIn(answer)].map(each => [each.join(), each])).values()]
  assert.ok(
    texts.some(([, text]) => text.includes('⟦')),
    `nothing is translated in ${JSON.stringify(answer).slice(0, 1000)}`,
  )
  const left = texts.flatMap(([at, text]) =>
    forgotten(text, types, ...data).map(words => `${at}: ${words}`),
  )
  assert.deepEqual([...new Set(left)], [])
}

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes as string).toString('base64')

describe('whatever the server says', () => {
  before(buildIfStale)
  let session: Session
  beforeEach(async () => {
    session = await Session.start({ translations: pseudoTranslation, ignores: true })
  })
  afterEach(() => session.stop())

  const ask = <Answer = unknown>(method: string, params: unknown): Promise<Answer> =>
    session.connection.sendRequest(method, params)

  it('of problems and their quick fixes is translated', async () => {
    for (const text of [problems, draft]) {
      const uri = await session.open(text, 'plaintext', `untitled:${text.length}`)
      const found = await session.problems(uri)
      check(found, text)
      const ids = found.map(({ code }) => String(code)).join('\n')
      for (const { range } of found) check(await session.actions(uri, range), text, ids)
    }
  })

  it('at a place of a report is translated', async () => {
    const uri = await session.open(problems)
    const textDocument = { uri }
    await session.problems(uri)
    const { connection } = session
    check(await connection.sendRequest(DocumentSymbolRequest.type, { textDocument }), problems)
    check(await connection.sendRequest(DocumentLinkRequest.type, { textDocument }), problems)
    const positions = problems.split('\n').flatMap((text, line) => [
      { line, character: 0 },
      { line, character: Math.max(0, text.length - 2) },
    ])
    const everywhere = (method: string) =>
      Promise.all(positions.map(position => ask(method, { textDocument, position })))
    check(await everywhere(HoverRequest.method), problems)
    check(await everywhere(CompletionRequest.method), problems)
    check(await everywhere(protocol.otherPlaceMethod), problems)
  })

  it('about a report as a whole is translated', async () => {
    const uri = await session.open(draft)
    const textDocument = { uri }
    await session.problems(uri)
    await session.until(() => session.checked.length > 0)
    check(session.checked, draft)
    check(await ask(protocol.overviewMethod, { textDocument }), draft)
    check(await ask(protocol.listNotesMethod, { textDocument }), draft)
    const points = { textDocument, notes: true, day: '2026-03-09' }
    for (const format of ['md', 'html'] as const)
      check(await ask(protocol.pointsMethod, { ...points, format }), draft)
    check(await ask(protocol.previewMethod, { textDocument, problems: true }), draft)
    const position = session.range(uri, '### Overall effectiveness').start
    check(
      await ask(protocol.setGradeMethod, { textDocument, version: 1, position, grade: '1' }),
      draft,
    )
  })

  it('about a change to be made is translated', async () => {
    const uri = await session.open(problems)
    for (const update of ['numbers', 'contents', 'table', 'sections'] as const)
      check(await ask(protocol.updateMethod, { textDocument: { uri }, update }), problems)
    const again = await session.open(clean, 'plaintext', 'untitled:2')
    for (const update of ['numbers', 'contents', 'table', 'sections'] as const)
      check(await ask(protocol.updateMethod, { textDocument: { uri: again }, update }), clean)
    check(await ask(protocol.resolveNotesMethod, { textDocument: { uri } }), problems)
  })

  it('about an import is translated', async () => {
    const made = async (name: string, bytes: Uint8Array | string) => {
      const answer = await ask<protocol.ImportResult>(protocol.importMethod, {
        name,
        bytes: base64(bytes),
        id: 1,
      })
      return [answer, answer.error === undefined ? answer.text : ''] as const
    }
    const extracted = sample('westmarch-extracted.txt')
    const [answer, text] = await made('old.txt', extracted)
    check(answer, extracted, text, 'old txt')
    const body = [
      paragraph('Staying safe'),
      '<w:p><w:ins w:author="Ann"><w:r><w:t>Added.</w:t></w:r></w:ins></w:p>',
      '<w:p><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>',
      '<w:p><w:r><w:t>Kept.</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>',
      '<w:p><w:r><w:pict><v:imagedata/></w:pict></w:r></w:p>',
    ].join('')
    const comments = `<w:comment w:id="1" w:initials="AB">${paragraph('Is it so?')}</w:comment>`
    const footer = paragraph('A footer')
    const [word, draft] = await made('new.docx', wordFile({ body, comments, footer }))
    check(word, draft, 'new docx | Ann | Gone | A footer')
    for (const bad of ['%PDF-1.7 broken', 'PK broken', '\xd0\xcf', '{\\rtf1'])
      check((await made('bad', Buffer.from(bad, 'latin1')))[0])
    check(await ask(protocol.readToCheckMethod, { bytes: base64('{\\rtf1'), id: 1 }))
  })

  it('about the problems of a file is translated', async () => {
    const { bytes } = await exportReport(parseReport(problems)!, { pages: 'none' })
    const read = (await ask(protocol.readToCheckMethod, {
      bytes: base64(bytes),
      id: 1,
    })) as protocol.ReadToCheckResult
    assert.ok(read.error === undefined)
    const textDocument = { uri: await session.open(read.text) }
    const list = (await ask(protocol.problemListMethod, {
      textDocument,
      earlier: problems,
    })) as protocol.ProblemListResult
    assert.ok(list.error === undefined)
    check(list.sum)
    const places = list.problems.flatMap(({ within, others }) => [within, ...others])
    check([list.sum, places, list.problems.map(({ message }) => message)], problems)
    const made = (await ask(protocol.commentedCopyMethod, {
      textDocument,
      bytes: base64(bytes),
      settled: [],
    })) as protocol.CommentedCopyResult
    assert.ok(made.error === undefined)
    const { comments } = opened(Buffer.from(made.copy ?? '', 'base64'))
    check(
      comments.map(({ words }) => words),
      problems,
    )
    const settled: readonly string[] = []
    check(await ask(protocol.commentedCopyMethod, { textDocument, bytes: '', settled }))
  })

  it('about an export is translated', async () => {
    const textDocument = { uri: await session.open(problems) }
    check(await ask(protocol.exportMethod, { textDocument }))
    check(await ask(protocol.exportMethod, { textDocument, template: base64('no') }))
    const other = { uri: await session.open('# Notes\n', 'plaintext', 'untitled:2') }
    for (const method of [protocol.exportMethod, protocol.leftToDoMethod])
      check(await ask(method, { textDocument: other }))
  })

  it('about a type of report is translated', async () => {
    const uri = 'file:///types/visit.yaml'
    const texts = [
      'name: Visit\n',
      'id: visit\nname: [Visit]\nsections: none\nsumary: {}\n',
      'id: visit\nname: Visit\nextends: nothing\n',
      'id: visit\nname: Visit\nid: visit\n',
      'id: visit\nname: Visit\nsections:\n  - { id: one, title: One, grade: line, required: 1 }\n  - { id: one, title: }\nlimits:\n  - { of: [two], is: [poor], then: onne }\n',
      'id: visit\nname: Visit\n\tscale: {}\n',
      'id: visit\nname: @Visit\n',
      'id: visit\nname: "Visit" to\n',
      'id: visit\nname: Visit: one\n',
      'id: visit\nname: "Visit\n',
      'id: visit\nname: "\\q"\n',
      'id: visit\n---\nname: Visit\n',
      '',
    ]
    for (const text of texts) {
      const before = session.pushed.length
      await session.connection.sendNotification(protocol.typeFilesMethod, {
        files: [{ uri, text }],
      })
      await session.until(() => session.pushed.length > before)
      check(session.pushed.at(-1)?.diagnostics, text, keys)
    }
    const kinds = await ask(protocol.newReportTypesMethod, { day: '2026-03-09' })
    check(kinds, 'Westmarch | His Majesty’s Inspector')
  })

  it('of two reports beside each other is translated', async () => {
    const textDocument = { uri: await session.open(clean) }
    for (const as of ['versions', 'inspections'] as const) {
      const other = { name: 'old.txt', text: problems }
      const params = { textDocument, name: 'new.txt', as, other }
      check(await ask(protocol.compareMethod, params), problems, clean, 'old txt | new txt')
    }
    const nothing = { name: 'old.txt', text: 'Notes' }
    const params = { textDocument, name: 'new.txt', as: 'versions', other: nothing }
    check(await ask(protocol.compareMethod, params), 'old txt')
  })
})
