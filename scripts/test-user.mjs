// Drives VS Code in the browser as a user would, and takes pictures, into out/pictures.
// `--grep WORDS` runs only the people and steps that are called so.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { root } from './build.mjs'

const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js')
const words = process.argv.slice(2)
const people = globSync('test/editor/user/*.mjs', { cwd: root }).sort()
const { status } = spawnSync(process.execPath, [mocha, ...words, ...people], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
