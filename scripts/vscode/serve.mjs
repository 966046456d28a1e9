// Serves VS Code for the browser on this machine, with an extension that is being developed.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fetchBrowserEditor } from './editor.mjs'

/** What keeps the editor to the document: no welcome pages, no assistants, no map, no network. */
const settings = {
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

/**
 * Starts the server and returns `address(options)`, which gives the address of a page, and `stop()`.
 * Nobody without the key in the address gets in. Settings and state live in a temporary folder.
 * `env` is added to the environment of the server and the extension host, `log` gets what it prints.
 */
export async function serveEditor({ port, env = {}, log = () => {} } = {}) {
  const { server, node } = await fetchBrowserEditor()
  const data = await mkdtemp(path.join(tmpdir(), 'inspection-reports-vscode-'))
  await mkdir(path.join(data, 'data', 'Machine'), { recursive: true })
  const settingsFile = path.join(data, 'data', 'Machine', 'settings.json')
  await writeFile(settingsFile, JSON.stringify(settings, undefined, 2))
  const chosen = port ?? (await freePort())
  const key = randomUUID()
  const child = spawn(node, [server, ...serverArguments(chosen, key, data)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...cleanEnvironment(), ...env },
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
  return { address: options => pageAddress(chosen, key, options), stop }
}

function serverArguments(port, key, data) {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', key],
    ...['--server-data-dir', data, '--extensions-dir', path.join(data, 'extensions')],
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
    // without it a built VS Code ignores an extension that is being developed
    '--enable-smoke-test-driver',
  ]
}

/** The server takes variables like VSCODE_IPC_HOOK_CLI from a VS Code terminal for its own. */
function cleanEnvironment() {
  const names = Object.keys(process.env).filter(name => !/^(VSCODE_|ELECTRON_|npm_)/.test(name))
  return Object.fromEntries(names.map(name => [name, process.env[name]]))
}

/**
 * The address of a page: `workspace` is the folder to open, `extension` the one with the extension,
 * `tests` a module to run in the extension host, `open` a file to show.
 */
function pageAddress(port, key, { workspace, extension, tests, open }) {
  const authority = `127.0.0.1:${port}`
  const remote = file => `vscode-remote://${authority}${encodeURI(asUriPath(file))}`
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
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
