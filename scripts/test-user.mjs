// Drives VS Code in the browser as a user would, and takes the pictures that the README shows.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from './build.mjs'

const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js')
const { status } = spawnSync(process.execPath, [mocha, 'test/editor/user.mjs'], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
