// Builds, then runs every stage of the tests, and ends with one line that sums them up.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './build.mjs'

const stages = [
  { title: 'Build', script: 'scripts/build.mjs', needed: true },
  { title: 'Unit tests', script: 'scripts/test-unit.mjs' },
  { title: 'Tests in VS Code', script: 'scripts/test-editor.mjs' },
  { title: 'VS Code as a user sees it', script: 'scripts/test-user.mjs' },
]

// The stages write into a pipe, where mocha would use no colours. FORCE_COLOR would reach what they test.
const environment = process.stdout.isTTY ? { ...process.env, MOCHA_COLORS: '1' } : process.env

let passed = 0
let failed = 0
for (const { title, script, needed } of stages) {
  console.log(`\n== ${title} ==\n`)
  const began = performance.now()
  const result = await run(script)
  passed += result.passed
  failed += result.failed
  console.log(`${title}: ${Math.round((performance.now() - began) / 1000)} s`)
  if (needed && result.failed > 0) break
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/**
 * Runs a script, shows what it prints, and counts what mocha says in it.
 * A script that ends badly without a failed test counts as one failure; in one that ends well, what failed
 * has passed at a second try.
 */
function run(script) {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [path.join(root, script)], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: environment,
    })
    let output = ''
    child.stdout.on('data', data => {
      process.stdout.write(data)
      output += data
    })
    child.on('close', status => {
      const failures = count(output, 'failing')
      resolve({
        passed: count(output, 'passing'),
        failed: status === 0 ? 0 : Math.max(failures, 1),
      })
    })
  })
}

function count(output, word) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: mocha may colour its lines
  const plain = output.replace(/\u001b\[\d+m/g, '')
  const numbers = plain.matchAll(new RegExp(`^\\s+(\\d+) ${word}\\b`, 'gm'))
  return [...numbers].reduce((sum, [, number]) => sum + Number(number), 0)
}
