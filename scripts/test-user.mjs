// Drives VS Code in the browser as a user would, and takes pictures, into out/pictures.
// `--grep WORDS` runs only the people and steps that are called so.
//
// In a run of all, a person who fails gets a second try in a window of their own, since a machine that does
// much else may be slower than anybody waits; both tries are printed. A narrowed run shows every failure.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { root } from './build.mjs'

const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js')
const record = path.join(root, 'out/user-failed.txt')
const people = globSync('test/editor/user/*.mjs', { cwd: root }).sort()

const words = process.argv.slice(2)
const first = run(words)
const failed = words.length === 0 ? peopleWhoFailed() : []
// Where more failed than the steps of people, VS Code or the browser did not start.
if (first !== 0 && first === failed.length) {
  console.log(`A second try for:\n${failed.map(title => `  ${title}`).join('\n')}`)
  process.exitCode = run(['--grep', `^(?:${failed.map(escaped).join('|')}) `])
} else process.exitCode = first

/** Returns how many failed. */
function run(more) {
  mkdirSync(path.dirname(record), { recursive: true })
  rmSync(record, { force: true })
  const { status } = spawnSync(process.execPath, [mocha, ...more, ...people], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FAILED_PEOPLE: record },
  })
  return status ?? 1
}

function peopleWhoFailed() {
  return existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : []
}

function escaped(title) {
  return title.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
