/** The sample reports, and changes to them. */

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const folder = path.join(import.meta.dirname, '../samples')

/** File names of all sample reports. */
export const sampleNames: readonly string[] = readdirSync(folder)
  .filter(name => /\.(?:md|txt)$/.test(name))
  .sort()

/** The text of a sample: `sample('westmarch.inspection.md')`. */
export function sample(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8')
}

/** The finished sample without a fault. */
export const clean = sample('westmarch.inspection.md')

/** The text with the first `from` after `after` made into `to`; fails if it is not there. */
export function changed(text: string, from: string, to: string, after = ''): string {
  const start = text.indexOf(after)
  const at = start === -1 ? -1 : text.indexOf(from, start)
  assert.notEqual(at, -1, `"${from}" is not in the text`)
  return text.slice(0, at) + to + text.slice(at + from.length)
}
