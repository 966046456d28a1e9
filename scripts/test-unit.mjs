// Bundles the unit tests and runs them with mocha, on all cores; words narrow them to the files whose names
// contain one of them.
//   --tier=quick   what somebody runs at each step: no *.every.test.ts, no published report, nothing built
//   --tier=usual   the default: a fixed part of the published reports
//   --tier=whole   every published report, and *.whole.test.ts
//   --timed        instead of them what measures time, one after another: for a machine with nothing else to do
import { parseArgs } from 'node:util'
import { runLots, shown } from './test/lots.mjs'
import { tiers, timedLots, unitFiles, unitLots } from './test/unit.mjs'

const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: {
    tier: { type: 'string', default: process.env.TEST_TIER ?? 'usual' },
    timed: { type: 'boolean', default: false },
  },
})
const { tier } = values
if (!tiers.includes(tier)) {
  console.error(`There is no tier "${tier}". Write ${tiers.join(', ')}.`)
  process.exit(1)
}
const files = unitFiles(tier, words)
if (files.length === 0) {
  console.error(`No test file has "${words.join('" or "')}" in its name.`)
  process.exit(1)
}
const name = words.length > 0 ? words.join('-').replace(/\W/g, '-') : tier
const named = words.length > 0 ? { TEST_NAMED: '1' } : {}
const sum = await runLots(values.timed ? timedLots() : unitLots(files, { tier, name, env: named }))
console.log(shown(sum))
process.exitCode = sum.failed === 0 ? 0 : 1
