import assert from 'node:assert/strict'
import { cleanDraft } from '../../../server/src/features/leaving/clean-draft'
import { parseReport } from '../../../server/src/report/parse'
import { clean, sample } from '../../reports/samples'

function cleaned(text: string) {
  const report = parseReport(text)
  assert.ok(report !== undefined)
  return cleanDraft(report)
}

describe('a clean copy of a draft', () => {
  const line = 'Schools hear by noon, so that a teacher may keep an eye on the child.'

  it('is the same text where nothing is to be taken out', () => {
    assert.deepEqual(cleaned(clean), { text: clean, done: [] })
  })

  it('has no lines that ignore problems, whatever is around them', () => {
    const ignoring = '<!-- inspection-reports ignore mismatched-grade: agreed -->'
    for (const text of [
      clean.replace('### Partnership working\n', `${ignoring}\n### Partnership working\n`),
      clean.replace('### Partnership working\n', `${ignoring}\n\n### Partnership working\n`),
      clean.replace(line, `${line} ${ignoring}`),
    ])
      assert.equal(cleaned(text).text, clean)
  })

  it('has no notes and comments, and lists each with its words', () => {
    const text = clean
      .replace(line, `${line} [Note AB: is this right?] [Note: and\nthis?]`)
      .replace(
        '### Partnership working\n',
        '<!-- ask the director -->\n\n### Partnership working\n',
      )
    const { text: copy, done } = cleaned(text)
    assert.equal(copy, clean)
    assert.deepEqual(done, [
      'Took out a comment (Performance management and quality assurance (Safeguarding services), below paragraph 35): “ask the director”.',
      'Took out a note by AB (Partnership working (Safeguarding services), paragraph 37): “is this right?”.',
      'Took out a note (Partnership working (Safeguarding services), paragraph 37): “and this?”.',
    ])
  })

  it('keeps placeholders, which nobody has decided', () => {
    const text = sample('westmarch-draft.inspection.md')
    const { text: copy, done } = cleaned(text)
    assert.equal(done.length, 1)
    assert.match(copy, /\[TBC\]/)
    assert.doesNotMatch(copy, /\[Note/)
    assert.equal(cleaned(copy).text, copy)
  })
})
