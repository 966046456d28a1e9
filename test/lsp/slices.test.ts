import assert from 'node:assert/strict'
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node'
import { inSlices } from '../../server/src/lsp/slices'
import type { Steps } from '../../server/src/text/steps'

describe('work in slices', () => {
  it('is done at once where it takes no longer than a slice', async () => {
    const { work, done } = counting(5)
    const result = inSlices(work, never, { slice: ofSteps(10) })
    assert.equal(done(), 5)
    assert.equal(await result, 'done')
  })

  it('lets messages through between two slices', async () => {
    const { work, done } = counting(9)
    const result = inSlices(work, never, { slice: ofSteps(3) })
    const seen = [done()]
    for (let turn = 0; turn < 2; turn++) {
      await message()
      seen.push(done())
    }
    assert.deepEqual(seen, [3, 6, 9])
    assert.equal(await result, 'done')
  })

  it('takes turns, one slice of one work in each', async () => {
    const order: string[] = []
    const works = ['a', 'b'].map(name =>
      inSlices(counting(3, () => order.push(name)).work, never, { slice: ofSteps(1) }),
    )
    await message()
    assert.deepEqual(order, ['a', 'b', 'a'])
    await Promise.all(works)
    assert.deepEqual(order, ['a', 'b', 'a', 'b', 'a', 'b'])
  })

  it('stops before the next slice once it is cancelled, and lets go of what it holds', async () => {
    const source = new CancellationTokenSource()
    const { work, done, isLeft } = counting(1_000)
    const result = inSlices(work, source.token, { slice: ofSteps(3) })
    await message()
    const before = done()
    source.cancel()
    await assert.rejects(result, failure(LSPErrorCodes.RequestCancelled))
    assert.equal(done(), before)
    assert.ok(isLeft())
  })

  it('stops before the next slice once the text has changed', async () => {
    let version = 1
    const { work, done } = counting(1_000)
    const result = inSlices(work, never, {
      slice: ofSteps(3),
      isOutdated: () => version > 1,
    })
    version = 2
    await assert.rejects(result, failure(LSPErrorCodes.ContentModified))
    assert.equal(done(), 3)
  })

  it('fails as the work fails', async () => {
    // biome-ignore lint/correctness/useYield: it fails before its first step is done
    const failing = (function* (): Steps<void> {
      throw new RangeError('at the first step')
    })()
    await assert.rejects(inSlices(failing, never), /at the first step/)
  })
})

const never = new CancellationTokenSource().token

/** A slice of `count` steps, however long they take. */
function ofSteps(count: number): () => () => boolean {
  return () => {
    let left = count
    return () => --left === 0
  }
}

function counting(steps: number, each = (): void => {}) {
  let done = 0
  let isLeft = false
  const work = (function* (): Steps<string> {
    try {
      while (done < steps) {
        done++
        each()
        if (done < steps) yield
      }
      return 'done'
    } finally {
      isLeft = true
    }
  })()
  return { work, done: () => done, isLeft: () => isLeft }
}

/** What comes from the client is read in a turn of the event loop. */
function message(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

function failure(code: number) {
  return (error: unknown) => error instanceof ResponseError && error.code === code
}
