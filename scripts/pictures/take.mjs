// Takes the pictures of the README, the pages and the first steps again: those that are named there and no others.
import { spawnSync } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { root } from '../build.mjs'
import { writeSmall } from './smaller.mjs'

const { status } = spawnSync(process.execPath, [path.join(root, 'scripts/test-user.mjs')], {
  cwd: root,
  stdio: 'inherit',
})
if (status !== 0) process.exit(status ?? 1)

const pages = globSync(['README.md', 'package.json', 'docs/**/*.md'], { cwd: root })
const texts = await Promise.all(pages.map(page => readFile(path.join(root, page), 'utf8')))
const named = new Set(
  texts.flatMap(text => [...text.matchAll(/pictures\/([\w-]+\.png)/g)].map(([, name]) => name)),
)
const folder = path.join(root, 'docs/pictures')
for (const old of globSync('*.png', { cwd: folder }))
  if (!named.has(old)) await rm(path.join(folder, old))
for (const name of named)
  await writeSmall(path.join(root, 'out/pictures', name), path.join(folder, name))
console.log(`${named.size} pictures are in docs/pictures.`)
