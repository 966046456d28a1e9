import assert from 'node:assert/strict'
import {
  type CompletionList,
  CompletionRequest,
  InsertTextFormat,
} from 'vscode-languageserver/node'
import { Session, sample } from '../session'

const draft = sample('westmarch.inspection.md').replace('\nGrade 2 (good)\n', '\nGrade\n')

describe('what is suggested', () => {
  let session: Session
  afterEach(() => session.stop())

  async function suggested(client: 'vs-code' | 'simple') {
    session = await Session.start({ client })
    const uri = await session.open(draft)
    const { start } = session.range(uri, 'Grade\n')
    const params = { textDocument: { uri }, position: { ...start, character: start.character + 5 } }
    const answer = await session.connection.sendRequest(CompletionRequest.type, params)
    return (answer as CompletionList | null)?.items ?? []
  }

  it('has tab stops for a client that knows them', async () => {
    const items = await suggested('vs-code')
    assert(items.length > 0)
    assert(items.every(({ insertTextFormat }) => insertTextFormat === InsertTextFormat.Snippet))
  })

  it('is plain text for another, without any mark of a tab stop', async () => {
    const items = await suggested('simple')
    assert(items.length > 0)
    for (const { insertTextFormat, textEdit } of items) {
      assert.equal(insertTextFormat, InsertTextFormat.PlainText)
      assert.doesNotMatch(textEdit?.newText ?? '$', /\$\d|\$\{/)
    }
  })
})
