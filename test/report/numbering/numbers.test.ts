import assert from 'node:assert/strict'
import { increasingChain } from '../../../server/src/report/numbering/number-chain'
import { acceptNumbers, type NumberCandidate } from '../../../server/src/report/numbering/numbers'

/**
 * Candidates in short: `12` after a finished sentence; `12u` on the next line of an unfinished one; `12p`
 * after a blank line with the sentence before unfinished; `12b` without a full stop; `12:` after the lead of
 * a list; `12h` under a heading; a leading `>` for each two columns of indent.
 */
function candidates(short: string): readonly NumberCandidate[] {
  return short.split(' ').map((word, line) => {
    const number = Number(/\d+/.exec(word)?.[0])
    return {
      line,
      number,
      digits: { start: line * 10, end: line * 10 + 1 },
      label: { start: line * 10, end: line * 10 + 3 },
      dot: !word.includes('b'),
      mark: word.includes('-'),
      indent: 2 * (word.split('>').length - 1),
      alone: false,
      before: /[up]/.test(word) ? 'unfinished' : word.includes('h') ? 'break' : 'finished',
      blankBefore: !word.includes('u'),
      colonBefore: word.includes(':'),
    }
  })
}

/** Asserts that all are accepted but those in brackets. */
function check(marked: string): void {
  const accepted = acceptNumbers(candidates(marked.replace(/[[\]]/g, '')))
  const found = marked
    .replace(/[[\]]/g, '')
    .split(' ')
    .map((word, index) => (accepted[index] ? word : `[${word}]`))
  assert.equal(found.join(' '), marked)
}

describe('paragraph numbers', () => {
  it('are those in sequence, and those out of order that nothing speaks against', () => {
    check('1 2 3 4 5')
    check('1 2 31 4 5')
    check('1 2 2 3 4')
    check('1 2 4 3 5')
  })

  it('are not the wrapped lines that happen to begin with a number', () => {
    check('1 2 [2010u] 3 4')
    check('9 10 [11u] 11 12')
    check('9 10 [10u] 11 12')
    check('9 10 [2010p] 11 12')
  })

  it('are after an unfinished line where the sequence has room for them', () => {
    check('9 10 11u 12 13')
    check('9 10 11p 12 13')
    check('9 10 17p 12 13')
    check('9 10 11p')
    check('9 10 [57p]')
    check('9 10 [11u]')
  })

  it('prefer a line of its own to a wrapped one', () => {
    check('9 10 [11u] 11p 12')
  })

  it('are not those of an enumeration inside a paragraph', () => {
    check('11 12 [1] [2] [3] 13 14')
    check('11 12 [1:] [2p] [3p] 13p 14')
    check('1 2 [>1:] [>2u] 3p 4')
    check('1 2 3 [>1:] [>2] [>3] 4 5')
    check('11 12 [1:] [2] [1] [2] [3] 13')
    check('11 12 [1:] [2] [3]')
  })

  it('begin again at 1 where the outer sequence does not go on', () => {
    check('11 12 13 1 2 3 4')
    check('3h 1h 2 4h 5')
  })

  it('may have no full stop, where the sequence says so', () => {
    check('1b 2b 3b 4b 5b')
    check('1b 2b 31b 4b 5b')
    check('1 2 3b 4 5')
    check('1 2 [12b] 3 4')
    check('1 2 3 [4b]')
    check('10 11 [12b] 12 13')
    // Below a subheading, where just this number is wanted; not in a line that only begins with one.
    check('1b 2b 3bu 4bu 5b 6b')
    check('1b 2b 3b [3bu] [12bu] 4b 5b')
    check('1b 2b 3b [4bu]')
  })
})

describe('the longest chain', () => {
  const chain = (numbers: readonly number[]) => {
    const marked = increasingChain(numbers)
    return numbers.filter((_, index) => marked[index])
  }

  it('leaves out what is out of order', () => {
    assert.deepEqual(chain([5, 6, 71, 8]), [5, 6, 8])
    assert.deepEqual(chain([7, 2, 3, 4]), [2, 3, 4])
    assert.deepEqual(chain([]), [])
    assert.deepEqual(chain([0, 1]), [1])
  })

  it('takes the first of two equal numbers, unless the second closes a gap', () => {
    assert.deepEqual(increasingChain([5, 6, 6, 8]), [true, true, false, true])
    assert.deepEqual(increasingChain([6, 8, 8, 9]), [false, false, true, true].with(0, true))
  })

  it('is found in a moment in a long sequence', () => {
    const numbers = Array.from({ length: 50000 }, (_, index) => (index * 7919) % 50021)
    assert.ok(chain(numbers).length > 200)
  })
})
