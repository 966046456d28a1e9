// Runs parts of the tests side by side, each in a process of its own, and counts what ran.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../build.mjs'
import { Missing } from '../vscode/fetch.mjs'

/**
 * What runs in one process.
 *
 * @typedef {object} Lot
 * @property {string} title such as `Unit tests 1`
 * @property {() => Promise<readonly string[]>} words what `node` is started with, made ready
 * @property {Readonly<Record<string, string>>} [env] added to the environment
 * @property {(failed: readonly string[]) => readonly string[]} [again] what `node` is started with for a second
 *   try of the outermost `describe`s of these titles, in which something failed
 */

/** Each test once: how many passed, failed, and were left out. */
export const none = { passed: 0, failed: 0, skipped: 0 }

/**
 * Runs lots side by side, starting them in this order, and returns the sum of what ran. What a lot prints is
 * shown in one piece when it ends, or at once if there is only one lot.
 */
export async function runLots(lots, { atOnce = availableParallelism() } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'tests-'))
  const waiting = [...lots.entries()]
  let sum = none
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [number, lot] = next
      const counts = path.join(folder, `${number}.json`)
      const ran = await runTwiceAtMost(lot, counts, lots.length === 1)
      sum = together(sum, ran)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, lots.length) }, worker))
  await rm(folder, { recursive: true, force: true })
  return sum
}

export function together(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  }
}

/** The line that ends a run: `3400 passed, 0 failed`. */
export function shown({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Tries again what has failed, where the lot can; what passes then has passed. Both tries are printed. */
async function runTwiceAtMost(lot, counts, isOnly) {
  const first = await runLot(lot, counts, isOnly)
  const failed = Object.keys(first.groups ?? {}).filter(title => first.groups[title].failed > 0)
  if (lot.again === undefined || failed.length === 0) return first
  console.log(`\nA second try for:\n${failed.map(title => `  ${title}`).join('\n')}`)
  const words = async () => lot.again(failed)
  const second = await runLot({ ...lot, title: `${lot.title}, again`, words }, counts, isOnly)
  let sum = second
  for (const [title, ran] of Object.entries(first.groups))
    if (!failed.includes(title)) sum = together(sum, ran)
  return sum
}

async function runLot({ title, words, env = {} }, counts, isOnly) {
  const began = performance.now()
  let given
  try {
    given = await words()
  } catch (error) {
    // The other lots go on.
    console.error(`\n== ${title} ==\n`, error instanceof Missing ? error.message : error)
    return { ...none, failed: 1 }
  }
  const { output, status } = await ended(
    spawn(process.execPath, given, {
      cwd: root,
      stdio: isOnly ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env, TEST_COUNTS: counts },
    }),
  )
  const ran = JSON.parse(await readFile(counts, 'utf8').catch(() => JSON.stringify(none)))
  // A lot that ends badly without a failed test has failed all the same.
  if (status !== 0 && ran.failed === 0) ran.failed = 1
  if (!isOnly) {
    const seconds = Math.round((performance.now() - began) / 1000)
    process.stdout.write(`\n== ${title}: ${shown(ran)}, ${seconds} s ==\n\n${output}`)
  }
  return ran
}

function ended(child) {
  return new Promise((resolve, reject) => {
    const output = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', data => output.push(data))
    child.on('error', reject)
    child.on('close', status => resolve({ output: Buffer.concat(output).toString(), status }))
  })
}
