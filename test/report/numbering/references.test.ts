import assert from 'node:assert/strict'
import { numberText } from '../../../server/src/report/numbering/paragraph-number'
import { readReferences } from '../../../server/src/report/numbering/references'
import { asWritten } from '../../support/flow'

const none = { paragraphs: [], faults: [], splits: [], restarts: [] }

function numbers(text: string): readonly number[] {
  return readReferences(asWritten(text), none, 'continuous').map(({ number, digits }) => {
    assert.equal(text.slice(digits.start, digits.end), String(number))
    return number
  })
}

describe('references to paragraphs', () => {
  it('are single numbers, lists and ranges', () => {
    assert.deepEqual(numbers('(see paragraph 14).'), [14])
    assert.deepEqual(numbers('Paragraphs 12 and 15 say so.'), [12, 15])
    assert.deepEqual(numbers('paragraphs 12–15'), [12, 15])
    assert.deepEqual(numbers('paras 3, 4 and 5'), [3, 4, 5])
    assert.deepEqual(numbers('para. 7; paragraphs\n8 to 9'), [7, 8, 9])
    assert.deepEqual(numbers('(paragraph 29, 48)'), [29, 48])
    assert.deepEqual(numbers('paragraph 7, and 20 children'), [7])
    assert.deepEqual(numbers('paragraphs 12, [TBC: 14] and 15'), [12, 15])
    assert.deepEqual(numbers('paragraph [TBC: 14] and 20 children'), [])
  })

  it('may name this report', () => {
    assert.deepEqual(numbers('paragraph 14 of this report'), [14])
    assert.deepEqual(numbers('paragraph 14 in\nthis report'), [14])
    assert.deepEqual(numbers('what the last report asked for (see paragraph 14)'), [14])
    assert.deepEqual(numbers('the last report. In paragraph 14'), [14])
  })

  it('are not those to other documents', () => {
    for (const text of [
      'paragraph 5.3 of Working Together',
      'paragraph 14 of the Act',
      'paragraphs 14 and 15 of the previous report',
      'paragraph 3(2)',
      'paragraph 12a',
      'paragraph 14 in the statutory guidance',
      'Schedule 2, paragraph 4',
      'the previous inspection report, in paragraph 15',
      'The 2009 report said in paragraph 15 that',
      'the last report (paragraph 15)',
      'Annex B paragraph 4',
      'sub-paragraph 4',
      '(Working Together, paragraph 120)',
      '(Working together to safeguard children, paragraph 120)',
      'paragraph 2010',
    ])
      assert.deepEqual(numbers(text), [], text)
  })

  it('are not other words and numbers', () => {
    for (const text of ['the paragraph on 14 children', 'parade 14', 'paragraph', 'paragraphs 20%'])
      assert.deepEqual(numbers(text), [], text)
  })
})

describe('references in a report that numbers by section', () => {
  const written = (text: string) =>
    readReferences(asWritten(text), none, 'by-section').map(({ number }) => numberText(number))

  it('are numbers with a full stop inside', () => {
    assert.deepEqual(written('(see paragraph 1.4).'), ['1.4'])
    assert.deepEqual(written('Paragraphs 1.2 and 2.15–2.17 say so.'), ['1.2', '2.15', '2.17'])
    assert.deepEqual(written('See paragraph 1.2. It says so.'), ['1.2'])
  })

  it('are not whole numbers, those of other documents, proportions and longer numbers', () => {
    for (const other of [
      'paragraph 14',
      'paragraph 5.3 of the guidance',
      'paragraph 1.2.3',
      'paragraph 1.2(a)',
      'paragraph 2.5%',
    ])
      assert.deepEqual(written(other), [], other)
  })
})
