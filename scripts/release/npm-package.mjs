// Packs what is built as the npm package, which holds the program and the library, and checks it: its size, what
// publint says of it and what attw says of its types. Prints what is wrong, and where the package is: in out/, or the
// folder that is named.
//
// The package has a manifest of its own. That of the project describes the extension, with a `main` and a `browser`
// that only VS Code can load. Packed with that one, as pre-commit does, it works too (.npmignore says what is in it).
import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { root } from '../build.mjs'
import { fetchPackage } from '../vscode/fetch.mjs'
import { packedReadme } from './packed-readme.mjs'

/** In bytes. */
const largest = 1_900_000

/** It brings 56 packages, and a compiler of its own. */
const typesChecker = {
  name: '@arethetypeswrong/cli',
  version: '0.18.5',
  what: 'the checker of published types (38 MB)',
}

/** What the program and the library are, and load when they need it. */
const files = [
  'dist/cli.js',
  'dist/library.js',
  'dist/library.d.ts',
  'dist/program.js',
  'dist/export.js',
  'dist/import.js',
  'dist/pdf.js',
  'dist/preview.js',
  'dist/types.js',
  'dist/server.js',
  'dist/server-code.js',
  'dist/export-thread.js',
  'dist/third-party-notices.txt',
]

const papers = ['LICENSE', 'CHANGELOG.md']

/** Puts the package together in the folder `npm` in the given one, packs it, and returns both. */
export async function packForNpm(folder = path.join(root, 'out')) {
  const source = path.join(folder, 'npm')
  await rm(source, { recursive: true, force: true })
  await mkdir(path.join(source, 'dist'), { recursive: true })
  for (const file of files) await copyFile(path.join(root, file), path.join(source, file))
  for (const file of papers) await copyFile(path.join(root, file), path.join(source, file))
  await writeFile(path.join(source, 'README.md'), await packedReadme())
  const manifest = manifestFrom(JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')))
  await writeFile(path.join(source, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
  const given = ['pack', source, '--json', '--pack-destination', folder]
  // The list of what was packed, as some versions give it, or an object of it by names, as others do.
  const [{ filename }] = Object.values(JSON.parse(run('npm', given)))
  return { file: path.join(folder, filename), source }
}

/** What of the project's manifest is true of the npm package, and the names of its files. */
function manifestFrom({
  name,
  version,
  description,
  license,
  keywords,
  bin,
  types,
  exports,
  engines,
}) {
  return {
    ...{ name, version, description, license, keywords },
    type: 'commonjs',
    ...{ bin, types, exports },
    files: ['dist', 'CHANGELOG.md'],
    engines: { node: engines.node },
  }
}

/** What is wrong with the package, each in a line. */
export async function faultsOfPackage({ file, source }) {
  const faults = []
  const { size } = await stat(file)
  if (size > largest) faults.push(`The package has ${size} bytes, more than ${largest}.`)
  const { messages, pkg } = await publint({ pkgDir: source, strict: true })
  for (const message of messages) faults.push(`publint: ${formatMessage(message, pkg)}`)
  const folder = await fetchPackage(typesChecker)
  const attw = path.join(folder, 'node_modules', typesChecker.name, 'dist/index.js')
  const { stdout, status } = spawnSync(process.execPath, [attw, file, '--format', 'json'], {
    encoding: 'utf8',
  })
  if (status !== 0) faults.push(`attw: ${JSON.stringify(JSON.parse(stdout).problems)}`)
  return faults
}

function run(command, given) {
  const isWindows = process.platform === 'win32'
  const { stdout, stderr, status } = spawnSync(command, given, {
    cwd: root,
    encoding: 'utf8',
    shell: isWindows,
  })
  if (status !== 0) throw new Error(`${command} ${given.join(' ')} failed.\n${stderr}`)
  return stdout
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const packed = await packForNpm(process.argv[2] && path.resolve(process.argv[2]))
  const faults = await faultsOfPackage(packed)
  for (const fault of faults) console.error(fault)
  console.log(`Packed ${packed.file}`)
  if (faults.length > 0) process.exitCode = 1
}
