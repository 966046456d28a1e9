// Serves VS Code for the browser on this machine, with the extension installed or being developed.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fetchBrowserEditor } from './editor.mjs'
import { run } from './fetch.mjs'

/** What keeps the editor to the document: no welcome pages, no assistants, no map, no network. */
const usual = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
}

/** What the tests need of all that VS Code brings: with the rest of it a window takes half as long again to open. */
export const fewBuiltIn = [
  'markdown-basics',
  'markdown-language-features',
  'theme-defaults',
  'theme-modern-icons',
  'theme-seti',
]

/**
 * Starts the server and returns `address(options)`, which gives the address of a page, `where`, by which another
 * process can find the server, and `stop()`.
 * Nobody without the key in the address gets in. Settings and state live in a temporary folder.
 * `vsix` is an extension to install, as a user would; without one, a page may name the folder of an
 * extension that is being developed, but then VS Code shows no message at all, as in its own tests.
 * `builtIn` names the extensions of VS Code's own that there are, otherwise all. `settings` are set for all pages. `env` is added to the environment of the server and the extension host, which
 * find the temporary folder as `EDITOR_DATA`; `log` gets what the server prints.
 */
export async function serveEditor({
  port,
  vsix,
  builtIn,
  settings = {},
  env = {},
  log = () => {},
} = {}) {
  const { server, node, extensions } = await fetchBrowserEditor()
  const data = await mkdtemp(path.join(tmpdir(), 'inspection-reports-vscode-'))
  await mkdir(path.join(data, 'data', 'Machine'), { recursive: true })
  const settingsFile = path.join(data, 'data', 'Machine', 'settings.json')
  await writeFile(settingsFile, JSON.stringify({ ...usual, ...settings }, undefined, 2))
  const folders = ['--server-data-dir', data, '--extensions-dir', path.join(data, 'extensions')]
  if (builtIn !== undefined) {
    const some = path.join(data, 'built-in')
    await mkdir(some)
    for (const name of builtIn)
      await symlink(path.join(extensions, name), path.join(some, name), 'junction')
    folders.push('--builtin-extensions-dir', some)
  }
  if (vsix !== undefined) {
    const install = [server, ...folders, '--install-extension', vsix]
    await run(node, install, { env: cleanEnvironment() })
  }
  const chosen = port ?? (await freePort())
  const key = randomUUID()
  const flags = [...serverArguments(chosen, key), ...(vsix === undefined ? [develops] : [])]
  const child = spawn(node, [server, ...folders, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...cleanEnvironment(), EDITOR_DATA: data, ...env },
  })
  const kill = () => child.kill()
  process.once('exit', kill)
  const stop = async () => {
    process.off('exit', kill)
    await ended(child)
    await rm(data, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await listening(child, log)
  } catch (error) {
    await stop()
    throw error
  }
  const where = { port: chosen, key }
  return { ...editorAt(where), where, stop }
}

/** A server that another process has started, found by its `where`. */
export function editorAt({ port, key }) {
  return { address: options => pageAddress(port, key, options) }
}

/** Without it a built VS Code ignores an extension that is being developed. */
const develops = '--enable-smoke-test-driver'

function serverArguments(port, key) {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', key],
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
  ]
}

/** The server would take variables such as VSCODE_IPC_HOOK_CLI, from a VS Code terminal, for its own. */
function cleanEnvironment() {
  const names = Object.keys(process.env).filter(name => !/^(VSCODE_|ELECTRON_|npm_)/.test(name))
  return Object.fromEntries(names.map(name => [name, process.env[name]]))
}

/**
 * The address of a page: `workspace` is the folder to open, `extension` that of an extension that is
 * being developed, `tests` a module to run in the extension host, `open` a file to show.
 */
function pageAddress(port, key, { workspace, extension, tests, open }) {
  const authority = `127.0.0.1:${port}`
  const remote = file => `vscode-remote://${authority}${encodeURI(asUriPath(file))}`
  const payload = [
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
    ...(open === undefined ? [] : [['openFile', remote(open)]]),
  ]
  const query = new URLSearchParams({ tkn: key, folder: asUriPath(workspace) })
  return `http://${authority}/?${query}&payload=${encodeURIComponent(JSON.stringify(payload))}`
}

function asUriPath(file) {
  const slashed = file.split(path.sep).join('/')
  return slashed.startsWith('/') ? slashed : `/${slashed}`
}

function listening(child, log) {
  return new Promise((resolve, reject) => {
    let output = ''
    const read = data => {
      log(data.toString())
      output += data
      if (output.includes('Extension host agent listening on')) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('error', reject)
    child.on('exit', code => {
      const tail = output.trim().split('\n').slice(-5).join('\n')
      reject(new Error(`VS Code's server ended with status ${code}:\n${tail}`))
    })
  })
}

function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    const force = setTimeout(() => child.kill('SIGKILL'), 5_000)
    child.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
