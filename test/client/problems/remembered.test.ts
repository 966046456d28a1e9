/** What is ticked and ignored stays so, and nothing of a report can be read from what is kept. */

import assert from 'node:assert/strict'
import { Remembered } from '../../../client/src/problems/remembered'

/** VS Code's storage, as far as it is used. */
function storage() {
  const values = new Map<string, unknown>()
  return {
    keys: () => [...values.keys()],
    get: <Value>(key: string) => values.get(key) as Value | undefined,
    update: async (key: string, value: unknown) => void values.set(key, structuredClone(value)),
    all: () => JSON.stringify([...values]),
  }
}

type Storage = ReturnType<typeof storage>

const of = (kept: Storage) => new Remembered(kept as never)

describe('what is remembered of checked files', () => {
  it('is what was ticked and ignored, also after a new start', async () => {
    const kept = storage()
    await of(kept).tick('report', 'one', true)
    await of(kept).tick('report', 'two', true)
    await of(kept).tick('report', 'one', false)
    await of(kept).ignore('report', 'three', 'It is quoted.')
    assert.deepEqual(of(kept).of('report'), {
      ticked: ['two'],
      ignored: { three: 'It is quoted.' },
    })
    assert.deepEqual(of(kept).of('another'), { ticked: [], ignored: {} })
  })

  it('is forgotten when that is wanted', async () => {
    const kept = storage()
    await of(kept).tick('report', 'one', true)
    await of(kept).tick('another', 'one', true)
    assert.equal(await of(kept).forget('report'), true)
    assert.equal(await of(kept).forget('report'), false)
    assert.deepEqual(of(kept).of('report').ticked, [])
    assert.deepEqual(of(kept).of('another').ticked, ['one'])
  })

  it('holds no word of a report, and cannot be compared with what another computer keeps', async () => {
    const words = 'Westmarch: “Services are good”'
    const [here, elsewhere] = [storage(), storage()]
    const report = of(here).fingerprint(words)
    await of(here).tick(report, of(here).fingerprint(`${words} 2`), true)
    assert.doesNotMatch(here.all(), /Westmarch|good/)
    assert.equal(of(here).fingerprint(words), report)
    assert.notEqual(of(elsewhere).fingerprint(words), report)
  })

  it('does not grow without end: the reports of longest ago are forgotten', async () => {
    const kept = storage()
    for (let at = 0; at < 210; at++) await of(kept).tick(`report ${at}`, 'one', true)
    await of(kept).tick('report 209', 'one', false)
    assert.deepEqual(of(kept).of('report 5').ticked, [])
    assert.deepEqual(of(kept).of('report 208').ticked, ['one'])
    assert.deepEqual(of(kept).of('report 209').ticked, [])
  })
})
