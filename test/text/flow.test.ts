import assert from 'node:assert/strict'
import { type Flow, FlowWriter, type WordsOptions } from '../../server/src/text/flow'

function wordsOf(text: string, options?: WordsOptions): Flow {
  const writer = new FlowWriter(text)
  writer.addWords({ start: 0, end: text.length }, options)
  return writer.flow()
}

describe('running text', () => {
  it('has a single space for whatever white space is between two words', () => {
    for (const [written, expected] of [
      ['all is well', 'all is well'],
      ['all  is\twell', 'all is well'],
      ['all\nis\r\nwell', 'all is well'],
      ['all \n   is\n\n\n\fwell', 'all is well'],
      ['  all is well\n', 'all is well'],
      ['10\u00a0000 children', '10\u00a0000 children'],
      ['multi-\nagency', 'multi-agency'],
      ['multi- agency', 'multi- agency'],
      ['short-\nand long-term', 'short- and long-term'],
      ['Anne-\nMarie', 'Anne- Marie'],
      ['**all** *is* __well__', 'all is well'],
      ['A*–C, a_b and 2 * 3 * 4', 'A*–C, a_b and 2 * 3 * 4'],
      ['a \\*mark\\* stays', 'a \\*mark\\* stays'],
      ['**half typed', '**half typed'],
      ['', ''],
      [' \n ', ''],
    ] as const)
      assert.equal(wordsOf(written).text, expected, JSON.stringify(written))
  })

  it('leaves out what is hidden, and the space before it where a mark follows', () => {
    const read = (text: string) => {
      const start = text.indexOf('[')
      const end = text.indexOf(']') + 1
      return wordsOf(text, { hidden: [{ start, end }] }).text
    }
    assert.equal(read('good [Note] and safe'), 'good and safe')
    assert.equal(read('good [Note].'), 'good.')
    assert.equal(read('good[Note].'), 'good.')
    assert.equal(read('good [Note]'), 'good')
    assert.equal(read('[Note] good'), 'good')
    assert.equal(read('go[Note]od'), 'good')
  })

  it('keeps emphasis where it is asked to', () =>
    assert.equal(wordsOf('**all  is** well', { isMarked: true }).text, '**all is** well'))

  it('leads back to each character, and from each character of the draft to the next that is shown', () => {
    for (const text of [
      'all is well',
      ' all\n is  **well** and\n\n multi-\nagency ',
      '*a*b* __c__ d_e_f\n\f g  ',
    ]) {
      const flow = wordsOf(text)
      let last = -1
      for (let at = 0; at < flow.text.length; at++) {
        const place = flow.placeOf(at)
        assert.ok(place >= last, text)
        last = place
        if (/\s/.test(flow.text.charAt(at))) continue
        assert.equal(text.charAt(place), flow.text.charAt(at), text)
        assert.equal(flow.indexOf(place), at, text)
      }
      for (let place = 0; place < text.length; place++) {
        const at = flow.indexOf(place)
        assert.ok(at >= flow.text.length || flow.placeOf(at) >= place, text)
      }
    }
  })

  it('gives stretches of the draft from their first character to their last', () => {
    const text = 'It **requires**\n  **improvement**. All'
    const flow = wordsOf(text)
    const start = flow.text.indexOf('requires')
    const { text: written } = flow.written(text, {
      start,
      end: start + 'requires improvement'.length,
    })
    assert.equal(written, 'requires**\n  **improvement')
    const within = flow.within({ start: text.indexOf('requires'), end: text.indexOf('. All') })
    assert.equal(flow.text.slice(within.start, within.end), 'requires improvement')
  })

  it('follows a draft into which something was put', () => {
    const flow = wordsOf('all\nis well').moved(offset => (offset >= 2 ? offset + 1 : offset))
    assert.deepEqual(
      [...'all is well'].map((_, at) => flow.placeOf(at)),
      [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    )
  })
})
