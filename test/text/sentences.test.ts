import assert from 'node:assert/strict'
import {
  beginsSentence,
  endsSentence,
  isUnfinished,
  sentenceAt,
  sentencesIn,
} from '../../server/src/text/sentences'

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

  it('ends at a blank line, and where the space after its stop is lost', () => {
    checkSentence('A title\n\nThey <|>work\nhere. Others left.', 'They work\nhere.')
    checkSentence('A title\r\n  \r\nThey <|>work.', 'They work.')
    checkSentence('The home is good.They <|>work.Others left.', 'They work.')
    checkSentence(
      'See www.care.Test.example <|>or e.g.This one.',
      'See www.care.Test.example or e.g.This one.',
    )
  })
})

describe('the ends of texts', () => {
  it('are those of sentences', () => {
    for (const text of [
      'All is well.',
      'Is it well? ',
      'He said “It is well.”',
      'It is **well.**',
      'They should:',
      'care;',
      'and so on…',
      'lives at home.1',
      'lives at home.” 12',
      '(It is well.)',
    ])
      assert.ok(endsSentence(text), text)
    for (const text of [
      '',
      '.',
      'All is well',
      'It costs 3.5',
      'in 2011',
      'and, ',
      'Part 1.2.3 5',
      '12',
    ])
      assert.equal(endsSentence(text), text === '.', text)
  })

  it('are unfinished after a comma or a word that calls for another', () => {
    for (const text of [
      'and,',
      'the council and',
      'care of ',
      'The',
      'QUALITY OF',
      'a',
      'led by a',
    ])
      assert.ok(isUnfinished(text), text)
    for (const text of ['', 'Option A', 'band', 'the hand', 'well.'])
      assert.ok(!isUnfinished(text), text)
  })

  it('are where others begin', () => {
    for (const text of [
      '|In May',
      'One. |In May',
      'One.\n|In May',
      'A title\n|In May',
      'So:” |In',
      '(One.) |In',
    ])
      assert.ok(beginsSentence(text.replace('|', ''), text.indexOf('|')), text)
    for (const text of ['held |In May', 'held, |In May', 'One.|In May'])
      assert.ok(!beginsSentence(text.replace('|', ''), text.indexOf('|')), text)
  })
})

function checkSentence(marked: string, expected: string): void {
  const offset = marked.indexOf('<|>')
  const text = marked.replace('<|>', '')
  const { start, end } = sentenceAt(text, { start: 0, end: text.length }, offset)
  assert.equal(text.slice(start, end), expected)
}

describe('the end of a sentence', () => {
  for (const text of [
    'at home.[^1]',
    'at home.”[^1]',
    'at home.¹',
    'at home.**[^12]',
    'at home.[^note]',
    'at home.1',
    'heard.’²',
  ])
    it(`is before the mark of a footnote: ${text}`, () => assert.ok(endsSentence(text)))

  for (const text of ['at home[^1]', 'in 2011', 'see [^1]', '5 m²'])
    it(`is not there without a stop: ${text}`, () => assert.equal(endsSentence(text), false))

  for (const [text, count] of [
    ['It is not good.¹ Services are inadequate.', 2],
    ['It is not good.[^1] Services are inadequate.', 2],
    ['They met Mr J. Smith and Ms A. Jones, who left.', 1],
    ['The U.K. Government agreed.', 1],
    ['They chose option A. It was right.', 2],
    ['See annex B. The rest follows.', 2],
  ] as const)
    it(`is found ${count} times: ${text}`, () => {
      assert.equal([...sentencesIn(text, { start: 0, end: text.length })].length, count)
    })
})
