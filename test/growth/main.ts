/**
 * Prints every work that grows faster than the text that it is given, as lines of JSON, and how much was
 * counted: run by `scripts/growth.mjs` in a process of its own.
 */

import type { Report } from '../../server/src/report/model'
import { workOf } from './counting'
import { hardTexts } from './texts'
import { reportFor, reportWorks, textWorks } from './works'

/** How much more work a text of twice the length may be. */
const mostForDoubling = 2.2
/** Less work does not matter, and its growth is hidden by what is done once for each text. */
const least = 100_000

const [length = '8000', part = '1/1', textWords = '', workWords = ''] = process.argv.slice(2)
const [own = 1, parts = 1] = part.split('/').map(Number)
/** The last two are looked at if the first two differ too much: some work grows only up to a limit. */
const lengths = [1, 2, 4, 8].map(times => times * Number(length))

let counted = 0
for (const [name, text] of Object.entries(hardTexts)) {
  if (!name.includes(textWords)) continue
  const texts = new Map<number, string>()
  const reports = new Map<number, Report>()
  const textAt = (at: number): string => kept(texts, at, () => text(lengths[at] as number))
  const reportAt = (at: number): Report => kept(reports, at, () => reportFor(textAt(at)))
  const works: readonly (readonly [string, (at: number) => (() => unknown) | undefined])[] = [
    ...Object.entries(textWorks).map(
      ([work, made]) => [work, (at: number) => made(textAt(at))] as const,
    ),
    ...Object.entries(reportWorks).map(
      ([work, made]) => [work, (at: number) => made(reportAt(at))] as const,
    ),
  ]
  for (const [at, [work, made]] of works.entries()) {
    // Each part has some works of each text, and all parts together have all.
    if (!work.includes(workWords) || (at + name.length) % parts !== own - 1) continue
    const count = (index: number): number => {
      const call = made(index)
      return call === undefined ? 0 : workOf(call)
    }
    counted++
    if (!isTooMuch(count(0), count(1))) continue
    const [less, more] = [count(2), count(3)]
    if (isTooMuch(less, more)) console.log(JSON.stringify({ text: name, work, less, more }))
  }
}
console.log(JSON.stringify({ counted }))

function isTooMuch(less: number, more: number): boolean {
  return more > least && more > less * mostForDoubling
}

function kept<Value>(values: Map<number, Value>, at: number, make: () => Value): Value {
  const value = values.get(at) ?? make()
  values.set(at, value)
  return value
}
