/** How far the work is: shown to somebody who waits, and gone before anything else is written. */

import assert from 'node:assert/strict'
import { progressOf } from '../../../server/src/cli/threads/progress'

describe('the progress of many files', () => {
  let now = 0
  let lines: (string | undefined)[] = []
  const progressAt = (total: number) => {
    now = 0
    lines = []
    return progressOf(total, { progress: line => lines.push(line) }, () => now)
  }

  it('is not shown in the first second, nor more often than ten times a second', () => {
    const { done } = progressAt(1000)
    for (now = 0; now <= 1500; now += 10) done()
    assert.deepEqual(
      lines,
      [101, 111, 121, 131, 141, 151].map(each => `${each} of 1000 files`),
    )
  })

  it('is not shown where the last file is done', () => {
    const { done } = progressAt(2)
    now = 5000
    done()
    done()
    assert.deepEqual(lines, ['1 of 2 files'])
  })

  it('is taken away before anything is written, once', () => {
    const { done, clearing } = progressAt(10)
    const write = clearing((line: string) => lines.push(line))
    write('a')
    now = 2000
    done()
    write('b')
    write('c')
    assert.deepEqual(lines, ['a', '1 of 10 files', undefined, 'b', 'c'])
  })

  it('is nothing where nobody watches', () => {
    const { done, clearing } = progressOf(10, {}, () => now)
    now = 5000
    done()
    assert.equal(clearing((line: string) => line)('written'), 'written')
  })
})
