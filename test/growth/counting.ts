/**
 * Counts the work that a call does, so that growth is seen without a clock: the same in each run.
 *
 * Every stretch of our code counts as often as it is run, and what lists and texts do by themselves counts
 * by the elements that they look at or copy. A search by a pattern counts by the characters up to its match:
 * that no search takes longer is checked separately (`test/patterns/`).
 */

import { Session } from 'node:inspector'

interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[]
  }[]
}

const session = new Session()
let native = 0

// Begun as this file is loaded, before whatever is counted: code that ran earlier is not counted everywhere.
session.connect()
session.post('Profiler.enable')
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
countLists()
countTexts()
countPatterns()

/** How much work the call does. */
export function workOf(call: () => unknown): number {
  taken()
  native = 0
  call()
  const inside = native
  return taken() + inside
}

/** The sum of what has run since it was last asked for. */
function taken(): number {
  let sum = 0
  session.post('Profiler.takePreciseCoverage', (_, coverage) => {
    for (const { url, functions } of (coverage as unknown as Coverage).result)
      if (!url.startsWith('node:'))
        for (const { ranges } of functions) for (const { count } of ranges) sum += count
  })
  return sum
}

/** Each of these looks at or moves all the elements, or as many as it gives back. */
function countLists(): void {
  const lists = Array.prototype as unknown as Record<string | symbol, (...of: unknown[]) => unknown>
  const counted = (name: string, work: (list: unknown[], result: unknown) => number): void => {
    const own = lists[name] as (...of: unknown[]) => unknown
    lists[name] = function (this: unknown[], ...of: unknown[]) {
      const result = own.apply(this, of)
      native += work(this, result)
      return result
    }
  }
  const all = (list: unknown[]): number => list.length
  const upTo = (list: unknown[], result: unknown): number =>
    typeof result === 'number' && result >= 0 ? result : list.length
  for (const name of ['splice', 'shift', 'unshift', 'includes', 'reverse', 'join', 'fill'])
    counted(name, all)
  for (const name of ['indexOf', 'lastIndexOf']) counted(name, upTo)
  for (const name of ['slice', 'concat', 'flat'])
    counted(name, (_, result) => (result as unknown[]).length)
  const own = lists[Symbol.iterator] as () => Iterator<unknown>
  const values = function (this: unknown[]): Iterator<unknown> {
    const each = own.call(this)
    return {
      next: () => {
        native++
        return each.next()
      },
      [Symbol.iterator]() {
        return this
      },
    } as Iterator<unknown>
  }
  lists[Symbol.iterator] = values as never
}

function countTexts(): void {
  const texts = String.prototype as unknown as Record<string, (...of: unknown[]) => unknown>
  for (const name of ['indexOf', 'includes', 'lastIndexOf', 'startsWith', 'endsWith']) {
    const own = texts[name] as (...of: unknown[]) => unknown
    texts[name] = function (this: string, ...of: unknown[]) {
      const result = own.apply(this, of)
      const given = typeof of[1] === 'number' ? Math.min(of[1], this.length) : undefined
      const from = given ?? 0
      if (name === 'indexOf')
        native += (result as number) >= 0 ? (result as number) - from : this.length - from
      else if (name === 'lastIndexOf')
        native += (given ?? this.length) - Math.max(0, result as number)
      else if (name === 'includes') native += result === true ? 1 : this.length - from
      return result
    }
  }
  for (const name of ['split', 'toLowerCase', 'toUpperCase', 'trim', 'repeat', 'replaceAll']) {
    const own = texts[name] as (...of: unknown[]) => unknown
    texts[name] = function (this: string, ...of: unknown[]) {
      native += this.length
      return own.apply(this, of)
    }
  }
}

function countPatterns(): void {
  const own = RegExp.prototype.exec
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const found = own.call(this, text)
    if (found !== null) native += found.index + found[0].length - from
    else if (!this.sticky) native += Math.max(0, text.length - from)
    return found
  }
}
