/** What grows faster than its text, counted in a process of its own. */

import { spawnSync } from 'node:child_process'
import path from 'node:path'

export interface Growing {
  /** How many works were counted. */
  readonly counted: number
  /** Each work that does more than twice as much for twice the text, and how much for each of the two. */
  readonly found: readonly unknown[]
}

/** Counts for texts of `length` characters and of twice as many, with `part` of all works, such as `1/4`. */
export function growing(length: number, part: string): Growing {
  return run(String(length), part)
}

/** Measures the CPU time of texts as large as they come. */
export function growingAtSize(): Growing {
  return run('--sizes')
}

/** Does each work once on texts as large as they come, and finds what throws. */
export function throwingAtSize(): Growing {
  return run('--throws')
}

function run(...given: readonly string[]): Growing {
  const script = path.resolve(import.meta.dirname, '..', 'scripts', 'growth.mjs')
  const { stdout, status } = spawnSync(process.execPath, [script, ...given], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`scripts/growth.mjs ended with ${status}`)
  const found = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { counted?: number })
  const counted = found.pop()?.counted
  if (counted === undefined) throw new Error('scripts/growth.mjs counted nothing')
  return { counted, found }
}
