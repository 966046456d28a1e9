import assert from 'node:assert/strict'
import { mock } from 'node:test'
import { idleMemory } from '../../server/src/host/idle-memory'

describe('memory', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }))
  afterEach(() => mock.timers.reset())

  const pass = (seconds: number): void => {
    for (let second = 0; second < seconds; second++) mock.timers.tick(1_000)
  }

  it('is given back in a pause, in a few steps, and again after more was done', () => {
    let times = 0
    const done = idleMemory(() => times++)
    mock.timers.tick(60_000)
    assert.equal(times, 0, 'nothing was done yet')
    for (let words = 0; words < 20; words++) {
      done()
      mock.timers.tick(2_000)
    }
    assert.equal(times, 0, 'somebody writes')
    mock.timers.tick(3_000)
    assert.equal(times, 1)
    pass(600)
    assert.equal(times, 3, 'no more than needed')
    done()
    mock.timers.tick(6_000)
    done()
    pass(600)
    assert.equal(times, 7, 'the pause begins again with each message')
  })
})
