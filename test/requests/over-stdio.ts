/** Asks the built server, over standard input and output, as an editor does. */

import assert from 'node:assert/strict'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import {
  changeStatusMethod,
  compareMethod,
  gradeChoicesMethod,
  importMethod,
  insertSectionMethod,
  keepNumbersMethod,
  leftToDoMethod,
  listNotesMethod,
  listSectionsMethod,
  listTypesMethod,
  moveParagraphMethod,
  moveTargetsMethod,
  otherPlaceMethod,
  overviewMethod,
  placesToFillMethod,
  pointsMethod,
  previewMethod,
  readJudgementsMethod,
  resolveNotesMethod,
  setGradeMethod,
  tidyMethod,
  updateMethod,
} from '../../server/src/lsp/protocol'
import { Session } from '../lsp/session'
import { type AskedDocument, someOf } from './documents'

type Params = Readonly<Record<string, unknown>>

/** What is asked about a whole document, besides which one it is. */
const aboutDocument: readonly (readonly [method: string, params: Params])[] = [
  ['textDocument/diagnostic', {}],
  ['textDocument/documentSymbol', {}],
  ['textDocument/foldingRange', {}],
  ['textDocument/documentLink', {}],
  ['textDocument/codeLens', {}],
  ['textDocument/semanticTokens/full', {}],
  ['textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }],
  [overviewMethod, {}],
  [previewMethod, { problems: true }],
  [listNotesMethod, {}],
  [resolveNotesMethod, {}],
  [placesToFillMethod, {}],
  [changeStatusMethod, { status: 'draft' }],
  [listSectionsMethod, {}],
  [listTypesMethod, {}],
  [leftToDoMethod, {}],
  [pointsMethod, { format: 'html', notes: true, day: '2026-11-29' }],
  ...['numbers', 'contents', 'table', 'sections'].map(
    update => [updateMethod, { update }] as const,
  ),
  [insertSectionMethod, { section: 'recommendations', renumbers: 'always' }],
]

/** What is asked with the text of a document, as of a file; the answers are about another text. */
function aboutText({ name, text }: AskedDocument): readonly (readonly [string, Params])[] {
  const bytes = Buffer.from(text).toString('base64')
  return [
    [tidyMethod, { text, isPart: false }],
    [tidyMethod, { text: text.slice(0, text.length / 2), isPart: true }],
    [importMethod, { name, bytes, id: 1 }],
    [readJudgementsMethod, { uri: `file:///${name}`, file: name, text }],
    ...['versions', 'inspections'].map(
      as => [compareMethod, { name, as, other: { name: 'earlier.txt', bytes } }] as const,
    ),
  ]
}

/** What is asked about a place, by its position or in a form of its own. */
const aboutPlace: readonly string[] = [
  'textDocument/completion',
  'textDocument/hover',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/prepareRename',
  'textDocument/rename',
  'textDocument/selectionRange',
  'textDocument/codeAction',
  'textDocument/rangeFormatting',
  otherPlaceMethod,
  gradeChoicesMethod,
  setGradeMethod,
  keepNumbersMethod,
  moveTargetsMethod,
  moveParagraphMethod,
]

/** How many seconds without an answer are too many, counted by a timer that must itself be able to tick. */
const silence = 20

/**
 * Opens the documents in the built server one by one, and asks each kind of request at one in `oneIn` places.
 * Returns how often it asked.
 */
export async function assertServerAnswers(
  documents: Iterable<AskedDocument>,
  oneIn: number,
): Promise<number> {
  const session = await Session.start()
  let answers = 0
  try {
    for (const asked of documents) {
      const { name, text, offsets } = asked
      const uri = await session.open(text, 'inspection-report', `untitled:${name}`)
      const document = session.document(uri)
      const ask = async (method: string, params: Params, where: string): Promise<void> => {
        answers++
        await askOnce(session, document, method, params, `${name}, ${method} ${where}`)
      }
      for (const [method, params] of aboutDocument) await ask(method, params, '')
      for (const [method, params] of aboutText(asked)) {
        answers++
        const { version, uri: itself } = document
        const all = { ...params, version, textDocument: { uri: itself } }
        await inTime(session.connection.sendRequest(method, all), `${name}, ${method}`)
      }
      for (const [at, method] of aboutPlace.entries())
        for (const offset of someOf(offsets, oneIn, at))
          await ask(method, placeParams(document, offset), `at offset ${offset}`)
      await session.close(uri)
    }
    await session.stop()
  } finally {
    session.kill()
  }
  return answers
}

/** All that any of the requests about a place wants to know. */
function placeParams(document: TextDocument, offset: number): Params {
  const position = document.positionAt(offset)
  return {
    position,
    positions: [position],
    offset,
    version: document.version,
    newName: 'good',
    grade: 'good',
    // As if the next characters had just been typed.
    back: [{ start: offset, end: Math.min(offset + 4, document.getText().length), newText: '' }],
    selection: [offset, offset],
    to: 'up',
    renumbers: true,
    range: { start: position, end: document.positionAt(offset + 300) },
    context: { includeDeclaration: true, diagnostics: [], triggerKind: 1 },
    options: { tabSize: 2, insertSpaces: true },
  }
}

async function askOnce(
  session: Session,
  document: TextDocument,
  method: string,
  params: Params,
  what: string,
): Promise<void> {
  const textDocument = { uri: document.uri }
  const answered = session.connection.sendRequest(method, { textDocument, ...params }).catch(
    // A place that cannot be renamed is answered with a sentence.
    (error: Error) => assert.match(method, /ename$/, `${what}: ${error.message}`),
  )
  const answer = await inTime(answered, what)
  insideAll(document, answer, what)
}

async function inTime<Answer>(answered: Promise<Answer>, what: string): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const never = new Promise<never>((_, reject) => {
    let ticks = 0
    timer = setInterval(() => {
      if (++ticks >= silence) reject(new Error(`${what}: never answered`))
    }, 1000)
  })
  try {
    return await Promise.race([answered, never])
  } finally {
    clearInterval(timer)
  }
}

/** Every position in an answer is one of the document. */
function insideAll(document: TextDocument, answer: unknown, what: string): void {
  if (typeof answer !== 'object' || answer === null) return
  if ('line' in answer && 'character' in answer) {
    const position = answer as { line: number; character: number }
    assert.deepEqual(document.positionAt(document.offsetAt(position)), position, what)
    return
  }
  for (const part of Object.values(answer)) insideAll(document, part, what)
}
