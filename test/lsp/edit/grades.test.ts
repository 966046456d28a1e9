import assert from 'node:assert/strict'
import {
  PrepareRenameRequest,
  type Range,
  RenameRequest,
  ShowMessageNotification,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  type EditPlanResult,
  type GradeChoicesResult,
  gradeChoicesMethod,
  setGradeMethod,
} from '../../../server/src/lsp/protocol'
import { buildIfStale, Session, sample } from '../session'

const clean = sample('westmarch.inspection.md')
/** A sentence elsewhere that names the judgement with its grade. */
const named = clean.replace(/\n(10\. .*)\n/, '\n$1 Partnership working is good overall.\n')

describe('setting a grade through the server', () => {
  before(buildIfStale)
  let session: Session
  afterEach(() => session.stop())

  const heading = (uri: string): Range => session.range(uri, 'working', '### Partnership ')

  it('offers the scale with its meanings, and the judgement at the cursor', async () => {
    session = await Session.start()
    const uri = await session.open(clean)
    const choices = await session.connection.sendRequest<GradeChoicesResult>(gradeChoicesMethod, {
      textDocument: { uri },
      position: heading(uri).start,
    })
    assert.ok(choices.error === undefined)
    assert.deepEqual(
      choices.grades.map(({ number, word }) => [number, word]),
      [
        [1, 'outstanding'],
        [2, 'good'],
        [3, 'adequate'],
        [4, 'inadequate'],
      ],
    )
    assert.match(choices.grades[1]?.meaning ?? '', /exceeds minimum requirements/)
    const here = choices.judgements[choices.at ?? -1]
    assert.deepEqual([here?.title, here?.grade], ['Partnership working', 'good'])
    assert.equal(choices.judgements.length, 22)
  })

  it('plans the changes for the version that is open', async () => {
    session = await Session.start()
    const uri = await session.open(named.replaceAll('\n', '\r\n'))
    const plan = await session.connection.sendRequest<EditPlanResult>(setGradeMethod, {
      textDocument: { uri },
      version: 1,
      position: heading(uri).start,
      grade: '3',
    })
    assert.ok(plan.error === undefined)
    assert.deepEqual([plan.uri, plan.version], [uri, 1])
    assert.deepEqual(
      plan.edits.map(({ label, ticked }) => [label, ticked]),
      [
        ['Paragraph 10: good → adequate', false],
        ['Grade line: Grade 2 (good) → Grade 3 (adequate)', true],
        ['First sentence: good → adequate', true],
        ['Record of main findings: Good → Adequate', true],
      ],
    )
  })

  it('plans nothing in a version that the place does not belong to', async () => {
    session = await Session.start()
    const uri = await session.open(clean)
    const position = heading(uri).start
    await session.change(uri, session.range(uri, 'Westmarch'), 'Eastmarch')
    const params = { textDocument: { uri }, version: 1, position, grade: 'adequate' }
    const plan = await session.connection.sendRequest<EditPlanResult>(setGradeMethod, params)
    assert.equal(plan.error, 'The report has changed in the meantime. Please try again.')
  })

  it('says in a sentence why there is nothing to set', async () => {
    session = await Session.start()
    const uri = await session.open('# Notes on a visit\n\nGrade 2 (good)\n', 'markdown')
    const place = { textDocument: { uri }, position: { line: 2, character: 8 } }
    const { connection } = session
    const choices = await connection.sendRequest<GradeChoicesResult>(gradeChoicesMethod, place)
    const plan = await connection.sendRequest<EditPlanResult>(setGradeMethod, {
      ...place,
      version: 1,
      grade: 'good',
    })
    for (const { error } of [choices, plan])
      assert.equal(
        error,
        'This document is not an inspection report of a known type. Check its title, or choose the type of the report.',
      )
    // Other extensions may rename in it.
    assert.equal(await connection.sendRequest(PrepareRenameRequest.type, place), null)
  })
})

describe('renaming a grade', () => {
  before(buildIfStale)
  let session: Session
  afterEach(() => session.stop())

  async function openAt(client: 'vs-code' | 'simple', words: string, after: string) {
    session = await Session.start({ client })
    const uri = await session.open(named)
    const { start } = session.range(uri, words, after)
    return { textDocument: { uri }, position: start }
  }

  const rename = (place: object, newName: string): Promise<WorkspaceEdit | null> =>
    session.connection.sendRequest(RenameRequest.type, { ...place, newName } as never)

  it('begins with the present grade, on the words at the cursor', async () => {
    const place = await openAt('vs-code', 'good)', '### Partnership working\n')
    const found = await session.connection.sendRequest(PrepareRenameRequest.type, place)
    assert.ok(found !== null && 'placeholder' in found)
    assert.equal(found.placeholder, 'good')
    assert.equal(session.document(place.textDocument.uri).getText(found.range), 'Grade 2 (good)')
  })

  it('begins with what stands for a grade where none is written yet', async () => {
    session = await Session.start({ client: 'vs-code' })
    const heading = '## The experiences and progress of care leavers: '
    const row = '| The experiences and progress of care leavers | '
    const uri = await session.open(
      sample('ilacs-westmarch.inspection.md')
        .replace(new RegExp(`${heading}.*`), `${heading}[grade]`)
        .replace(/(\| The experiences and progress of care leavers \|).*/, '$1 |'),
    )
    for (const words of [heading.slice(3), row.slice(2)]) {
      const { start } = session.range(uri, words)
      const found = await session.connection.sendRequest(PrepareRenameRequest.type, {
        textDocument: { uri },
        position: start,
      })
      assert.ok(found !== null && 'placeholder' in found)
      assert.equal(found.placeholder, '[grade]')
    }
  })

  it('reports a limit that is breached in a message', async () => {
    session = await Session.start({ client: 'vs-code' })
    const told: string[] = []
    session.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      told.push(message)
    })
    const uri = await session.open(sample('ilacs-westmarch.inspection.md'))
    const { start } = session.range(uri, 'good', 'in care: ')
    const edit = await rename({ textDocument: { uri }, position: start }, 'inadequate')
    assert.equal(Object.keys(edit?.changeAnnotations ?? {}).length, 2)
    assert.match(told.join(), /^A limit is breached: /)
  })

  it('changes every place, and asks about the sentences that may have to follow', async () => {
    const place = await openAt('vs-code', 'good)', '### Partnership working\n')
    const edit = await rename(place, 'Grade 3')
    const [change] = edit?.documentChanges ?? []
    assert.ok(change && 'edits' in change)
    assert.equal(change.textDocument.version, 1)
    const asked = Object.values(edit?.changeAnnotations ?? {}).map(
      ({ label, needsConfirmation }) => [label, needsConfirmation],
    )
    assert.equal(asked.length, change.edits.length)
    assert.deepEqual(asked[0], ['Paragraph 10: good → adequate', true])
    assert.deepEqual(
      asked.slice(1).map(([, needed]) => needed),
      [false, false, false],
    )
  })

  it('leaves those sentences alone in an editor that cannot ask', async () => {
    const place = await openAt('simple', 'working', '### Partnership ')
    const { uri } = place.textDocument
    const edits = (await rename(place, 'adequate'))?.changes?.[uri] as TextEdit[]
    const changed = TextDocument.applyEdits(session.document(uri), edits)
    assert.ok(changed.includes('Partnership working is good overall.'))
    assert.ok(changed.includes('36. Partnership working is adequate.'))
    assert.ok(changed.includes('| Partnership working | Adequate |'))
  })

  it('says what can be renamed, and which grades there are', async () => {
    const place = await openAt('vs-code', 'good)', '### Partnership working\n')
    await assert.rejects(rename(place, 'satisfactory'), /Write "outstanding", "good", "adequate"/)
    const { uri } = place.textDocument
    const elsewhere = { ...place, position: session.range(uri, 'officers', '37. ').start }
    await assert.rejects(
      session.connection.sendRequest(PrepareRenameRequest.type, elsewhere),
      /Only a judgement’s grade can be changed everywhere at once/,
    )
    await assert.rejects(rename(elsewhere, 'good'), /Only a judgement’s grade/)
  })
})
