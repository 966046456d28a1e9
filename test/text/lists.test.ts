import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { append, greatest, least } from '../../server/src/text/lists'

const source = path.resolve(import.meta.dirname, '..', 'server', 'src')
const many = Array.from({ length: 300_000 }, (_, at) => at)

describe('a list of 300,000 items', () => {
  it('is put at the end of another', () => {
    const list = [7]
    append(list, many)
    assert.equal(list.length, 300_001)
    assert.deepEqual([list[0], list[1], list.at(-1)], [7, 0, 299_999])
  })

  it('has a greatest and a least number', () => {
    assert.deepEqual([greatest(many), least(many)], [299_999, 0])
    assert.deepEqual([greatest(many, 400_000), least(many, -1)], [400_000, -1])
  })

  it('is nowhere passed to a call as its arguments, since that throws', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    const read = files.filter(file => file.endsWith('.ts'))
    assert.ok(read.length > 300, `${read.length} files were read`)
    const found = read.flatMap(file => spreads(readFileSync(path.join(source, file), 'utf8')))
    assert.deepEqual(found, [])
  })

  it('is noticed where it is passed to a call', () => {
    const calls = ['all.push(...more)', 'Math.max(0, ...[1, 2].map(a => [a]))', 'a.splice(\n...b)']
    for (const call of calls) assert.deepEqual(spreads(call), [call])
    for (const other of ['all.push([...more])', 'push(a)', 'Math.min(f([...a]), 2)'])
      assert.deepEqual(spreads(other), [])
  })
})

describe('an empty list', () => {
  it('has the number given for it, or an infinite one', () => {
    assert.deepEqual([greatest([]), greatest([], 0)], [Number.NEGATIVE_INFINITY, 0])
    assert.deepEqual([least([]), least([], 9)], [Number.POSITIVE_INFINITY, 9])
  })
})

/** Calls of functions that take any number of arguments, where a list is spread into the arguments. */
function spreads(text: string): readonly string[] {
  return [...text.matchAll(/(?:\w+\.)+(?:push|unshift|splice|concat|min|max)\(/g)].flatMap(
    found => {
      let depth = 0
      let isSpread = false
      let at = found.index + found[0].length - 1
      for (; at < text.length; at++) {
        if (depth === 1 && text.startsWith('...', at)) isSpread = true
        if ('([{'.includes(text[at] as string)) depth++
        else if (')]}'.includes(text[at] as string) && --depth === 0) break
      }
      return isSpread ? [text.slice(found.index, at + 1)] : []
    },
  )
}
