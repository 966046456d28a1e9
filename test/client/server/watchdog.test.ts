import assert from 'node:assert/strict'
import { Hangs, patience, Watchdog } from '../../../client/src/server/watchdog'

/** A server that answers when the test says so, and a clock that ticks when it says so. */
class Bench {
  readonly hung: (string | undefined)[] = []
  pings = 0
  isTicking = false
  private tick = (): void => {}
  private readonly waiting: { readonly what: string; readonly answer: () => void }[] = []

  readonly watchdog = new Watchdog({
    everySecond: tick => {
      assert.ok(!this.isTicking, 'ticks twice')
      this.isTicking = true
      this.tick = tick
      return () => {
        this.isTicking = false
      }
    },
    ping: () => {
      this.pings++
      return this.pending('ping')
    },
    onHang: document => this.hung.push(document),
  })

  ask(what: string, document?: string): void {
    void this.watchdog.watch(document, () => this.pending(what))
  }

  async answer(what: string): Promise<void> {
    const at = this.waiting.findIndex(each => each.what === what)
    assert.ok(at >= 0, `${what} was not asked`)
    this.waiting.splice(at, 1)[0]?.answer()
    await new Promise(resolve => setImmediate(resolve))
  }

  seconds(count: number): void {
    for (let second = 0; second < count && this.isTicking; second++) this.tick()
  }

  private pending(what: string): Promise<void> {
    return new Promise(answer => this.waiting.push({ what, answer }))
  }
}

describe('the watchdog', () => {
  it('notices a server that answers nothing for ten seconds after a question', () => {
    const bench = new Bench()
    bench.ask('hover', 'a.md')
    bench.seconds(patience - 1)
    assert.deepEqual(bench.hung, [])
    bench.seconds(1)
    assert.deepEqual(bench.hung, ['a.md'])
    assert.ok(!bench.isTicking)
  })

  it('has no timer where nothing is asked', async () => {
    const bench = new Bench()
    assert.ok(!bench.isTicking)
    bench.ask('hover', 'a.md')
    bench.ask('symbols', 'a.md')
    await bench.answer('hover')
    assert.ok(bench.isTicking)
    await bench.answer('symbols')
    assert.ok(!bench.isTicking)
    assert.equal(bench.pings, 0)
  })

  it('lets long work last that leaves the server able to answer', async () => {
    const bench = new Bench()
    bench.ask('import')
    for (let minute = 0; minute < 20; minute++) {
      bench.seconds(5)
      await bench.answer('ping')
    }
    assert.deepEqual(bench.hung, [])
    bench.seconds(patience)
    assert.equal(bench.hung.length, 1)
  })

  it('counts no time in which its own timer does not tick', () => {
    const bench = new Bench()
    bench.ask('hover', 'a.md')
    bench.seconds(5)
    // After a night of sleep, or an hour in a debugger, the timer goes off once.
    bench.seconds(1)
    assert.deepEqual(bench.hung, [])
  })

  it('begins to count again with every answer, even an error', async () => {
    const bench = new Bench()
    bench.ask('hover', 'a.md')
    bench.seconds(8)
    const failed = bench.watchdog.watch('a.md', () => Promise.reject(new Error('no')))
    await assert.rejects(failed)
    bench.seconds(8)
    assert.deepEqual(bench.hung, [])
  })

  it('takes what the server began last for the cause', async () => {
    const bench = new Bench()
    bench.ask('import', 'long.md')
    bench.ask('hover', 'a.md')
    await bench.answer('hover')
    bench.ask('completion', 'b.md')
    bench.ask('symbols', 'c.md')
    bench.seconds(patience)
    assert.deepEqual(bench.hung, ['b.md'])
  })

  it('takes the last change for the cause where no question is about a document', () => {
    const bench = new Bench()
    bench.watchdog.changed('a.md')
    bench.watchdog.changed('b.md')
    bench.ask('search')
    bench.seconds(patience)
    assert.deepEqual(bench.hung, ['b.md'])
  })

  it('blames no change that the server has dealt with', async () => {
    const bench = new Bench()
    bench.watchdog.changed('a.md')
    bench.ask('hover', 'a.md')
    await bench.answer('hover')
    bench.ask('search')
    bench.seconds(patience)
    assert.deepEqual(bench.hung, [undefined])
  })

  it('forgets what was asked of a server that has ended', async () => {
    const bench = new Bench()
    bench.ask('hover', 'a.md')
    bench.seconds(9)
    bench.watchdog.forget()
    assert.ok(!bench.isTicking)
    bench.ask('symbols', 'b.md')
    // What the library rejects late is not an answer from the new server.
    await bench.answer('hover')
    bench.seconds(9)
    assert.deepEqual(bench.hung, [])
    bench.seconds(1)
    assert.deepEqual(bench.hung, ['b.md'])
  })
})

describe('a document that hangs the server', () => {
  it('is left unchecked the third time, and what is done is said only once before that', () => {
    const hangs = new Hangs()
    assert.deepEqual(
      [1, 2, 3].map(() => hangs.after('a.md')),
      ['say', 'nothing', 'leave'],
    )
    assert.ok(hangs.isLeft('a.md'))
    assert.ok(!hangs.isLeft('b.md'))
  })

  it('begins again once it was closed, or is to be checked again', () => {
    const hangs = new Hangs()
    for (let time = 0; time < 3; time++) hangs.after('a.md')
    hangs.forgive('a.md')
    assert.ok(!hangs.isLeft('a.md'))
    assert.equal(hangs.after('a.md'), 'say')
  })

  it('is not suspected where nothing points to one', () => {
    const hangs = new Hangs()
    const said = [1, 2, 3, 4].map(() => hangs.after(undefined))
    assert.deepEqual(said, ['say', 'nothing', 'nothing', 'nothing'])
  })
})
