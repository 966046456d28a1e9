/** Every pattern of the product: written, put together by code, and read by VS Code. */

import path from 'node:path'
import { dataPatterns } from './data-patterns'
import { madePatterns } from './made-patterns'
import type { Pattern } from './pattern'
import { type Maker, sourcePatterns } from './source-patterns'

const root = path.resolve(import.meta.dirname, '..')

export interface AllPatterns {
  /** Literals, and what VS Code reads. */
  readonly written: readonly Pattern[]
  /** Those that code puts together. */
  readonly made: readonly Pattern[]
  /** Places where code puts patterns together but has not put together any. */
  readonly idle: readonly Maker[]
}

export async function allPatterns(): Promise<AllPatterns> {
  const { literals, makers } = sourcePatterns(root)
  const made = await madePatterns(root, makers)
  const busy = new Set(made.map(({ file, line }) => `${file}:${line}`))
  return {
    written: [...literals, ...dataPatterns(root)],
    made,
    idle: makers.filter(({ file, line }) => !busy.has(`${file}:${line}`)),
  }
}
