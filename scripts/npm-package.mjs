// Packs what is built as the npm package, and checks it: its size, what publint says of it and what attw says of its
// types. Prints what is wrong, and where the package is: in out/, or the folder that is named.
import { spawnSync } from 'node:child_process'
import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { root } from './build.mjs'
import { fetchPackage } from './vscode/fetch.mjs'

/** In bytes. */
const largest = 1_900_000

/** It brings 56 packages, and a compiler of its own. */
const typesChecker = {
  name: '@arethetypeswrong/cli',
  version: '0.18.5',
  what: 'the checker of published types (38 MB)',
}

/** Packs dist/ into the folder, and returns the name of the file. */
export async function packForNpm(folder = path.join(root, 'out')) {
  await mkdir(folder, { recursive: true })
  const given = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
  // The list of what was packed, as some versions give it, or an object of it by names, as others do.
  const [{ filename }] = Object.values(JSON.parse(run('npm', given)))
  return path.join(folder, filename)
}

/** What is wrong with the package, each in a line. */
export async function faultsOfPackage(file) {
  const faults = []
  const { size } = await stat(file)
  if (size > largest) faults.push(`The package has ${size} bytes, more than ${largest}.`)
  const { messages, pkg } = await publint({ pkgDir: root, strict: true })
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
  const file = await packForNpm(process.argv[2] && path.resolve(process.argv[2]))
  const faults = await faultsOfPackage(file)
  for (const fault of faults) console.error(fault)
  console.log(`Packed ${file}`)
  if (faults.length > 0) process.exitCode = 1
}
