import assert from 'node:assert/strict'
import { sentenceAt } from '../../server/src/text/sentences'

describe('the sentence at a place', () => {
  it('ends at a full stop before white space', () =>
    checkSentence('They left in 2011. <|>They came back. That is all.', 'They came back.'))

  it('goes on after abbreviations', () => {
    for (const sentence of [
      "Staff at St. Mary's School <|>and Dr. Brook agree.",
      'Plans are late, e.g. <|>Those for care leavers.',
      'See No. 3 <|>and para. 14 on p. 12 of vol. 2.',
      'These were s. 47 <|>enquiries of 3 Oct. 2011.',
    ])
      checkSentence(`Before. ${sentence} Behind.`, sentence.replace('<|>', ''))
  })

  it('ends after a number, but not after that of a paragraph', () => {
    checkSentence('They were aged 16. They <|>left. Others stayed.', 'They left.')
    checkSentence('12. They <|>left. Others stayed.', '12. They left.')
  })

  it('ends after closing marks and footnotes', () => {
    checkSentence('He asked “why?” <|>No one knew.', 'No one knew.')
    checkSentence('It is good.[^1] They <|>work. It is done.', 'They work.')
  })
})

function checkSentence(marked: string, expected: string): void {
  const offset = marked.indexOf('<|>')
  const text = marked.replace('<|>', '')
  const { start, end } = sentenceAt(text, { start: 0, end: text.length }, offset)
  assert.equal(text.slice(start, end), expected)
}
