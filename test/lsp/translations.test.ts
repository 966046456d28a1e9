/** What the server says in the user's language: the client hands the translated texts over. */

import assert from 'node:assert/strict'
import { buildIfStale, Session, sample } from './session'

const translations = {
  '"{0}" is missing. Insert it after "{1}".': 'Après « {1} », il manque « {0} ».',
  'Insert "{0}"': 'Insérer « {0} »',
}

describe('the texts of the server', () => {
  before(buildIfStale)

  let session: Session
  afterEach(() => session.stop())

  const text = sample('westmarch.inspection.md')
  const withoutSection = text.replace(/^#### Staying safe\n[\s\S]*?(?=^#### )/m, '')

  async function said(options: { translations?: Record<string, string> }) {
    session = await Session.start(options)
    const uri = await session.open(withoutSection)
    const [problem] = (await session.problems(uri)).filter(each => each.code === 'missing-section')
    const actions = await session.actions(uri, problem!.range)
    return { problem: problem?.message, fix: actions[0]?.title }
  }

  it('are those of the translation, in the order of its words', async () => {
    assert.notEqual(withoutSection, text)
    assert.deepEqual(await said({ translations }), {
      problem: 'Après « Being healthy », il manque « Staying safe ».',
      fix: 'Insérer « Staying safe »',
    })
  })

  it('are English for a client that hands none over', async () => {
    assert.deepEqual(await said({}), {
      problem: '"Staying safe" is missing. Insert it after "Being healthy".',
      fix: 'Insert "Staying safe"',
    })
  })
})
