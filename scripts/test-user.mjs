// Drives VS Code in the browser as a user would, and takes pictures: into out/pictures, or the folder named.
// `--grep WORDS` runs only the people and steps that are called so.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { root } from './build.mjs'

const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js')
const words = process.argv.slice(2)
const grep = words.indexOf('--grep') < 0 ? [] : words.splice(words.indexOf('--grep'), 2)
const people = globSync('test/editor/user/*.mjs', { cwd: root }).sort()
const { status } = spawnSync(process.execPath, [mocha, ...grep, ...people], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PICTURES: words[0] ?? 'out/pictures' },
})
process.exitCode = status ?? 1
