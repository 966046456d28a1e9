/** How much a run of the tests does, which `scripts/test/unit.mjs` sets in the environment. */

/** `quick` what takes moments, `usual` a fixed part of what takes long, `whole` all of it. */
export type Tier = 'quick' | 'usual' | 'whole'

/** The tier of this run; `usual` if none is set. */
export const tier: Tier = tierOf(process.env.TEST_TIER)

/** Has somebody named the file that runs? Then they want all of it. */
const isNamed = process.env.TEST_NAMED !== undefined

/** A test of the whole run alone. */
export function itWhole(title: string, test: Mocha.AsyncFunc | Mocha.Func): void {
  if (tier === 'whole' || isNamed) it(title, test)
}

/**
 * A test that measures time, which is true only where nothing runs beside it: by `npm run bench:limits`, all of
 * them in one lot, which looks for the end of the title.
 */
export function itTimed(title: string, test: Mocha.AsyncFunc | Mocha.Func): void {
  if (process.env.TEST_TIMED !== undefined || isNamed) it(`${title} (timed)`, test)
}

/** All in the whole run; otherwise a fixed part: the first and every fourth after it. */
export function partOf<Each>(all: readonly Each[]): readonly Each[] {
  return tier === 'whole' || isNamed ? all : all.filter((_, at) => at % 4 === 0)
}

/** The tests of a record by name, such as texts that must be refused: all, or a fixed part. */
export function partOfRecord<Each>(all: Readonly<Record<string, Each>>): [string, Each][] {
  return [...partOf(Object.entries(all))]
}

function tierOf(name: string | undefined): Tier {
  if (name === undefined || name === 'usual') return 'usual'
  if (name === 'quick' || name === 'whole') return name
  throw new Error(`TEST_TIER is "${name}". Write quick, usual or whole.`)
}
