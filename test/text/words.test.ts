import assert from 'node:assert/strict'
import { withoutEndless, wordsIn } from '../../server/src/text/words'

describe('the words of a text', () => {
  it('are its letters and digits', () =>
    assert.deepEqual(wordsIn('Children’s **homes**, 2 of 3: École.'), [
      'Children',
      's',
      'homes',
      '2',
      'of',
      '3',
      'École',
    ]))

  it('are pieces where letters go on and on', () => {
    const letters = `é–${'a'.repeat(250)}`
    assert.deepEqual(
      wordsIn(letters).map(word => word.length),
      [1, 99, 99, 52],
    )
    assert.equal(wordsIn(letters).join(''), letters.replace('–', ''))
  })
})

describe('a text without what is too long for words', () => {
  const picture = 'iVBORw0KGgo'.repeat(1000)

  it('is the text where all of it can be words', () => {
    const text = 'The council keeps its plans. '.repeat(1000)
    assert.equal(withoutEndless(text), text)
  })

  it('has its other words', () => {
    const words = (text: string) => withoutEndless(text).split(/\s+/).filter(Boolean)
    for (const text of [
      `${picture} The plan`,
      `The ${picture} plan`,
      `The plan\n${picture}`,
      `${picture}\n${picture} The\t${picture}\u00a0plan ${picture}`,
    ])
      assert.deepEqual(words(text), ['The', 'plan'])
    assert.deepEqual(words(picture), [])
  })
})
