/**
 * Prints what takes disproportionately long in texts as large as anybody will ever have, as lines of JSON, and
 * how much was measured: run by `scripts/growth.mjs --sizes` in a process of its own. With `--throws` it measures
 * nothing, and prints what throws.
 *
 * It compares the CPU time of one doubling within one run, which alone shows what no count does: memory,
 * patterns, and calls that throw.
 */

import { type HardText, hardTexts } from './texts'
import { reportFor, reportWorks, textWorks } from './works'

/** How much more CPU time a text of twice the length may take. */
const mostForDoubling = 2.2
/** In milliseconds: what takes less does not matter, and is too short to be compared. */
const least = 50
/** How often both sizes are measured before work counts as too much: it has to be too much each time. */
const measurements = 5

const [mode, textWords = '', workWords = ''] = process.argv.slice(2)
const collect = (globalThis as { gc?: () => void }).gc ?? (() => {})

/** What an editor asks of any text. */
const usual = [
  'reading',
  'all rules',
  'tidying',
  'completion',
  'hover',
  'outline',
  'folding',
  'colours',
  'expand selection',
  'formatting',
  'preview',
  'points for the author',
  'list of problems',
]

interface Size {
  readonly text: string
  /** Characters of the larger of the two texts. */
  readonly characters: number
  readonly works: readonly string[]
}

function ofLines(text: string, lines: number, works: readonly string[]): Size {
  const some = hard(text)(200_000)
  return { text, characters: Math.round((lines * some.length) / some.split('\n').length), works }
}

const signs = ['brackets', 'parentheses', 'bars', 'stars', 'dots', 'dashes', 'tabs', 'spaces']

const sizes: readonly Size[] = [
  { text: 'one line of words', characters: 10_000_000, works: usual },
  {
    text: 'one line of letters',
    characters: 10_000_000,
    works: ['reading', 'all rules', 'tidying', 'formatting', 'compare with nothing'],
  },
  ...signs.map(sign => ({ text: `one line of ${sign}`, characters: 100_000, works: usual })),
  ofLines('paragraphs, numbered', 100_000, [...usual, 'compare, each line changed']),
  ofLines('summary rows, unknown', 10_000, usual),
  ofLines('headings, unknown', 20_000, usual),
  ofLines('headings, known', 20_000, usual),
  ofLines('numbers alone', 100_000, usual),
  ofLines('table rows, different', 100_000, [
    'fix all',
    'fix all, beside what it was',
    'formatting',
  ]),
  ofLines('table rows, different', 128_000, ['compare, each line changed']),
  // More edits than a call can have arguments.
  ofLines('contents table', 200_000, ['formatting']),
]

let measured = 0
for (const { text, characters, works } of sizes) {
  if (!text.includes(textWords)) continue
  const given = new Map<number, Given>()
  for (const work of works) {
    if (!work.includes(workWords)) continue
    measured++
    const at = (times: number) => prepared(work, givenAt(text, characters * times, given))
    const found = mode === '--throws' ? thrown(at(1)) : grown(at)
    if (found !== undefined) console.log(JSON.stringify({ text, work, ...found }))
  }
}
console.log(JSON.stringify({ counted: measured }))

type Prepared = () => (() => unknown) | undefined

/** A text, and the report that it holds. */
interface Given {
  readonly text: string
  readonly report: ReturnType<typeof reportFor>
}

function givenAt(name: string, length: number, kept: Map<number, Given>): Given {
  const text = hard(name)(length)
  const given = kept.get(length) ?? { text, report: reportFor(text) }
  kept.set(length, given)
  return given
}

function prepared(work: string, { text, report }: Given): Prepared {
  const [ofText, ofReport] = [textWorks[work], reportWorks[work]]
  return () => (ofText ? ofText(text) : ofReport?.(report))
}

/**
 * The costs if those of the whole text are too much for those of its half, or why the work throws. Where a text
 * outgrows what the processor keeps at hand, one doubling costs more; then the next one decides.
 */
function grown(at: (times: number) => Prepared): object | undefined {
  try {
    const first = tooMuch(at(1 / 2), at(1))
    return first && tooMuch(at(1), at(2)) && first
  } catch (error) {
    return { throws: String(error) }
  }
}

/** Why the work throws, if it does. */
function thrown(prepare: Prepared): object | undefined {
  try {
    cost(prepare)
    return undefined
  } catch (error) {
    return { throws: String(error) }
  }
}

/** The costs of both if the second is too much for the first each time that they are measured. */
function tooMuch(half: Prepared, whole: Prepared): object | undefined {
  let [less, more] = [0, 0]
  for (let at = 0; at < measurements; at++) {
    less = cost(half)
    more = cost(whole)
    if (more < least || more <= mostForDoubling * less) return undefined
  }
  return { less: Math.round(less), more: Math.round(more) }
}

/** CPU time in milliseconds. */
function cost(prepare: Prepared): number {
  const call = prepare()
  if (call === undefined) throw new Error('there is nothing to do')
  collect()
  const before = process.cpuUsage()
  call()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function hard(name: string): HardText {
  const text = hardTexts[name]
  if (text === undefined) throw new Error(`there is no text "${name}"`)
  return text
}
