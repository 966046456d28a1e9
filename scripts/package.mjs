// Packs what is built as an extension to install: out/inspection-reports-VERSION.vsix, or the file that is named.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './build.mjs'
import { packedReadme } from './release/packed-readme.mjs'
import { fetchPackage, Missing, run } from './vscode/fetch.mjs'

/** VS Code's own packer. It brings 240 packages for the marketplace, so the project does not depend on it. */
const packer = { name: '@vscode/vsce', version: '3.9.2', what: 'the packer of extensions (125 MB)' }

/** Each file gets this day, so that the same files give the same bytes; ZIP has no days before 1980. */
const day = '631152000'

/** Packs `dist/` and what `.vscodeignore` lets in, in one step; returns the path of the VSIX. */
export async function packExtension(file) {
  const folder = await fetchPackage(packer)
  const vsix = file ?? (await usualPlace())
  await mkdir(path.dirname(vsix), { recursive: true })
  await mkdir(path.join(root, 'out'), { recursive: true })
  const partial = `${vsix}.${process.pid}.partial`
  const readme = path.join('out', `readme-${process.pid}.md`)
  // The bundles have every package in them, and there is no repository to which links could lead.
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links']
  const program = path.join(folder, 'node_modules', packer.name, 'vsce')
  const given = ['package', ...flags, '--readme-path', readme, '--out', partial]
  try {
    await writeFile(path.join(root, readme), await packedReadme())
    await run(process.execPath, [program, ...given], {
      cwd: root,
      env: { SOURCE_DATE_EPOCH: day, ...process.env },
    })
    await rename(partial, vsix)
  } finally {
    await rm(path.join(root, readme), { force: true })
    await rm(partial, { force: true })
  }
  return vsix
}

async function usualPlace() {
  const { name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  return path.join(root, 'out', `${name}-${version}.vsix`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const [file] = process.argv.slice(2)
    // npm runs scripts in the project's folder, but the file's name is relative to where the user is.
    const from = process.env.INIT_CWD ?? '.'
    const vsix = await packExtension(file === undefined ? undefined : path.resolve(from, file))
    console.log(`Packed ${vsix}`)
    console.log('To install it, run "Extensions: Install from VSIX…" in VS Code.')
  } catch (error) {
    console.error(error instanceof Missing ? error.message : error)
    process.exitCode = 1
  }
}
