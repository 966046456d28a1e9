/** No source file depends on itself by way of others, not even for a type. */

import assert from 'node:assert/strict'
import { importsIn } from './imports'

type Graph = ReadonlyMap<string, readonly string[]>

/** Which files of ours each file imports; a folder means its `index.ts`. */
function graphOf(folders: readonly string[]): Graph {
  const imports = folders.flatMap(importsIn)
  const files = new Set(imports.map(({ file }) => file))
  const graph = new Map<string, string[]>([...files].map(file => [file, []]))
  for (const { file, target } of imports) {
    const found = [`${target}.ts`, `${target}/index.ts`].find(each => files.has(each))
    if (target !== undefined && found !== undefined) graph.get(file)?.push(found)
  }
  return graph
}

/** One circle for each that a walk through the imports comes back to, as `a → b → a`. */
function circlesIn(graph: Graph): readonly string[] {
  const circles: string[] = []
  const done = new Set<string>()
  const way: string[] = []
  function walk(file: string): void {
    const before = way.indexOf(file)
    if (before !== -1) circles.push([...way.slice(before), file].join(' → '))
    if (before !== -1 || done.has(file)) return
    way.push(file)
    for (const next of graph.get(file) ?? []) walk(next)
    way.pop()
    done.add(file)
  }
  for (const file of graph.keys()) walk(file)
  return circles
}

describe('imports', () => {
  it('do not go in a circle, types included', () => {
    const graph = graphOf(['server/src', 'client/src', 'client/preview'])
    assert.ok(graph.size > 300, `${graph.size} files were read`)
    assert.ok([...graph.values()].flat().length > 1000)
    assert.deepEqual(circlesIn(graph), [])
  })

  it('are seen where they go in a circle', () => {
    const chain: readonly (readonly [string, readonly string[]])[] = [
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', []],
      ['d', ['b']],
    ]
    assert.deepEqual(circlesIn(new Map(chain)), [])
    assert.deepEqual(circlesIn(new Map([...chain, ['c', ['a']]])), ['a → b → c → a'])
    assert.deepEqual(circlesIn(new Map([['a', ['a']]])), ['a → a'])
  })
})
