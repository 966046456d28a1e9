import assert from 'node:assert/strict'
import { nextPlace } from '../../../client/src/typing/next-place'
import { newReport } from '../../../server/src/features/drafts/new-report'
import { openPlaces } from '../../../server/src/features/drafts/open-places'
import { parseReport } from '../../../server/src/report/parse'
import { applyEdits, replace } from '../../../server/src/text/edits'
import { builtInCatalogue } from '../../../server/src/types/built-in'

const catalogue = builtInCatalogue()

function draft(id: string, authority = 'Westmarch'): string {
  const type = catalogue.find(id)
  assert.ok(type !== undefined)
  return newReport(catalogue, type, { authority }).plain
}

/** The place after (or before) the words, and what may be chosen there. */
function from(text: string, words: string, direction: 'next' | 'previous' = 'next') {
  const report = parseReport(text)
  const start = words === '' ? 0 : text.indexOf(words)
  assert.ok(report !== undefined && start >= 0)
  const places = openPlaces(report).map(({ span, choices }) => ({
    ...span,
    words: text.slice(span.start, span.end),
    choices,
  }))
  const place = nextPlace(places, { start, end: start + words.length }, direction)
  if (place === undefined) return undefined
  const line = report.lines.lineAt(place.start)
  const before = text.slice(report.lines.start(line), place.start)
  return { before, words: place.words, choices: place.choices }
}

describe('the next place to fill in', () => {
  it('is that after what is selected, or the one before it', () => {
    const text = draft('ofsted-focused-visit')
    assert.equal(from(text, '')?.words, '[date]')
    assert.equal(from(text, '[date]')?.words.slice(0, 5), '[name')
    assert.equal(from(text, '[finding]')?.words, '[what Ofsted does next with these findings]')
    assert.equal(from(text, '[finding]', 'previous')?.words, '[area of practice to improve]')
    assert.equal(
      from(text, '[area of practice to improve]', 'previous')?.words,
      '[priority actions]',
    )
  })
  it('is the first again after the last, and the last before the first', () => {
    const text = draft('ofsted-focused-visit')
    assert.equal(from(text, '[name and post of the lead inspector]')?.words, '[date]')
    assert.equal(from(text, '[date]', 'previous')?.words, '[name and post of the lead inspector]')
  })
  it('offers what may be chosen', () => {
    assert.deepEqual(from(draft('ofsted-ilacs'), 'need help and protection: ')?.choices, [
      '[grade]',
      'outstanding',
      'good',
      'requires improvement to be good',
      'inadequate',
    ])
    const sentence = from(draft('ofsted-focused-visit'), '[the findings as a whole]')
    assert.equal(sentence?.choices[1], 'There are no priority actions.')
    assert.deepEqual(from(draft('ofsted-ilacs'), '[inspector]')?.choices, [])
  })
  it('is the grade line as a whole, and the grade with the verb before it', () => {
    const line = from(draft('ofsted-slac'), '### Overall effectiveness')
    assert.equal(line?.words, 'Grade [number] ([grade])')
    assert.equal(line?.choices[2], 'Grade 2 (good)')
    const single = draft('ofsted-single-inspection')
    const heading = from(single, '### The graded judgement for adoption performance')
    assert.equal(heading?.words, 'is [grade]')
    assert.equal(heading?.choices[3], 'requires improvement')
    assert.equal(
      from(single, 'Children’s services in Westmarch')?.choices[3],
      'require improvement',
    )
  })
  it('is the next empty row once nothing else is open', () => {
    const report = parseReport(draft('ofsted-ilacs'))
    assert.ok(report !== undefined)
    const written = report.placeholders.map(each => replace(each, 'good'))
    const text = applyEdits(report.text, written)
    assert.deepEqual(from(text, 'Lead inspector'), {
      before: '| The impact of leaders on social work practice with children and families | ',
      words: '',
      choices: [],
    })
    assert.match(from(text, 'care leavers | ')?.before ?? '', /impact of leaders/)
    assert.match(from(text, 'children in care | ')?.before ?? '', /care leavers/)
  })
  it('is not one where all is filled in, and none in a finished report', () => {
    const text = draft('ofsted-focused-visit')
    assert.equal(from(text.replace(/\[[^\]]+\]/g, 'Good.'), ''), undefined)
    assert.equal(from(text.replace('Status: draft\n\n', ''), ''), undefined)
  })
})
