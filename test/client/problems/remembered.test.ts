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

const file = 'file:///reports/Westmarch%20final.docx'

const of = (kept: Storage) => new Remembered(kept as never)

describe('what is remembered of checked files', () => {
  it('is what was ticked and ignored, also after a new start', async () => {
    const kept = storage()
    await of(kept).tick('report', 'one', true, file)
    await of(kept).tick('report', 'two', true, file)
    await of(kept).tick('report', 'one', false, file)
    await of(kept).ignore('report', 'three', 'It is quoted.', file)
    const { ticked, ignored } = of(kept).of('report')
    assert.deepEqual({ ticked, ignored }, { ticked: ['two'], ignored: { three: 'It is quoted.' } })
    assert.deepEqual(of(kept).of('another'), { ticked: [], ignored: {} })
  })

  it('is forgotten when that is wanted', async () => {
    const kept = storage()
    await of(kept).tick('report', 'one', true, file)
    await of(kept).tick('another', 'one', true, file)
    assert.equal(await of(kept).forget('report'), true)
    assert.equal(await of(kept).forget('report'), false)
    assert.deepEqual(of(kept).of('report').ticked, [])
    assert.deepEqual(of(kept).of('another').ticked, ['one'])
  })

  it('holds no word of a report, and cannot be compared with what another computer keeps', async () => {
    const words = 'Westmarch: “Services are good”'
    const [here, elsewhere] = [storage(), storage()]
    const report = of(here).fingerprint(words)
    await of(here).tick(report, of(here).fingerprint(`${words} 2`), true, file)
    assert.doesNotMatch(here.all(), /Westmarch|good/)
    assert.equal(of(here).fingerprint(words), report)
    assert.notEqual(of(elsewhere).fingerprint(words), report)
  })

  it('does not grow without end: the reports of longest ago are forgotten', async () => {
    const kept = storage()
    for (let at = 0; at < 210; at++) await of(kept).tick(`report ${at}`, 'one', true, file)
    await of(kept).tick('report 209', 'one', false, file)
    assert.deepEqual(of(kept).of('report 5').ticked, [])
    assert.deepEqual(of(kept).of('report 208').ticked, ['one'])
    assert.deepEqual(of(kept).of('report 209').ticked, [])
  })

  it('can be forgotten by the file, wherever the report was since', async () => {
    const kept = storage()
    await of(kept).tick('report', 'one', true, file)
    await of(kept).tick('another', 'one', true, 'file:///reports/another.docx')
    await of(kept).seenIn('report', 'file:///sent/final%202.docx')
    assert.equal(await of(kept).forgetFile('file:///elsewhere/final%202.docx'), false)
    assert.equal(await of(kept).forgetFile('file:///sent/final%202.docx'), true)
    assert.deepEqual(
      of(kept)
        .all()
        .map(({ report }) => report),
      ['another'],
    )
  })

  it('can be told where the file is gone: by its name, its day and its reasons', async () => {
    const kept = storage()
    await of(kept).tick('report', 'one', true, file)
    await of(kept).ignore('report', 'two', 'It is quoted.', file)
    await of(kept).tick('another', 'one', true, 'file:///reports/another.docx')
    const [other, own, ...more] = of(kept).all()
    assert.deepEqual(more, [])
    assert.equal(other?.isNamed('westmarch final.docx'), false)
    assert.equal(own?.isNamed('westmarch FINAL.docx'), true)
    assert.equal(own?.isNamed('final.docx'), false)
    assert.deepEqual([own?.ticked, own?.reasons], [1, ['It is quoted.']])
    assert.match(own?.changed ?? '', /^\d{4}-\d\d-\d\d$/)
    assert.doesNotMatch(kept.all(), /westmarch|final|docx|reports\//i)
    assert.equal(await of(kept).forgetAll(), true)
    assert.deepEqual(of(kept).all(), [])
  })

  it('is nothing about a file in which nothing was ticked', async () => {
    const kept = storage()
    await of(kept).seenIn('report', file)
    await of(kept).tick('report', 'one', true, file)
    await of(kept).tick('report', 'one', false, file)
    assert.deepEqual(of(kept).all(), [])
  })

  it('is asked for again whenever it changes', async () => {
    const kept = of(storage())
    let count = 0
    const listening = kept.onDidChange(() => count++)
    await kept.tick('report', 'one', true, file)
    await kept.ignore('report', 'one', 'It is quoted.', file)
    await kept.forget('report')
    await kept.forget('report')
    listening.dispose()
    await kept.tick('report', 'one', true, file)
    assert.equal(count, 3)
  })
})
