// Drives VS Code in the browser as a user would, and takes pictures: into out/pictures, or the folder named.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from './build.mjs'

const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js')
const { status } = spawnSync(process.execPath, [mocha, 'test/editor/user.mjs'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PICTURES: process.argv[2] ?? 'out/pictures' },
})
process.exitCode = status ?? 1
