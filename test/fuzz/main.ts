/**
 * Fuzzes for as long as asked: `npm run fuzz -- --minutes 30`.
 *
 * Prints the seed, by which a run can be repeated (`--seed`), and each counterexample as text to paste into a
 * test. `--only WORDS` tries only the properties with these words in their names.
 */

import { isMainThread } from 'node:worker_threads'
import { Command } from 'commander'
import { publishedReports } from '../support/published'
import { inThread, Standstill, watch } from '../support/watched'
import { properties } from './properties'
import { type Counterexample, fuzz, printed } from './run'
import { samples } from './texts'

interface Options {
  readonly minutes: number
  readonly seed: number
  readonly only: string
}

interface Trying {
  readonly property: string
  readonly text: string
  readonly seed: number
}

/** A text that is being tried, or what was found. */
interface Message {
  readonly trying?: Trying
  readonly found?: Counterexample
}

/** How many texts are made from one seed before the next property has its turn. */
const runs = 40

function work(): void {
  const { data, progress, say } = inThread<Options & { readonly end: number }, Message>()
  const sources = [...samples, ...publishedReports('whole')]
  const chosen = properties.filter(({ name }) => name.includes(data.only))
  for (let seed = data.seed; Date.now() < data.end; seed++) {
    for (const property of chosen) {
      if (Date.now() >= data.end) break
      const found = fuzz(property, {
        sources,
        seed,
        runs,
        longest: seed % 5 === 0 ? 60_000 : 6_000,
        end: data.end,
        onTry: ({ name }, text) => {
          progress[0] = (progress[0] ?? 0) + 1
          say({ trying: { property: name, text, seed } })
        },
      })
      if (found !== undefined) say({ found })
    }
  }
}

async function main(): Promise<void> {
  const program = new Command()
    .option('--minutes <number>', 'how long to try', Number, 5)
    .option('--seed <number>', 'where to begin; at random if left out', Number)
    .option('--only <words>', 'only the properties with these words in their names', '')
    .parse()
  const options = program.opts<Options>()
  const end = Date.now() + options.minutes * 60_000
  let seed = options.seed ?? Math.floor(Math.random() * 1_000_000)
  console.log(`Seed ${seed}`)
  const kinds = new Set<string>()
  let tried = 0
  const report = (found: Counterexample): void => {
    // The same fault is met again and again; its message without places and names says which it is.
    const kind = found.property + found.why.replace(/\d+|"[^"]*"/g, '')
    if (!kinds.has(kind)) console.log(`\n${printed(found)}`)
    kinds.add(kind)
  }
  while (Date.now() < end) {
    let last: Trying | undefined
    try {
      await watch<Message>(__filename, { ...options, seed, end }, ({ trying, found }) => {
        if (trying !== undefined) tried++
        last = trying ?? last
        if (found !== undefined) report(found)
      })
    } catch (error) {
      if (!(error instanceof Standstill) || last === undefined) throw error
      const { property, text } = last
      report({ property, text, seed: last.seed, why: error.message })
      seed = last.seed + 1
    }
  }
  console.log(`\n${tried} texts tried, ${kinds.size} kinds of fault found`)
  process.exitCode = kinds.size === 0 ? 0 : 1
}

if (isMainThread) void main()
else work()
