// Opens the sample drafts in VS Code with the extension live: on the desktop, otherwise in the browser.
// Builds it first; `--built` says that this has been done.
import { spawn } from 'node:child_process'
import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import { buildProduct, root } from './build.mjs'
import { packExtension } from './package.mjs'
import { findDesktopEditor, hasScreen } from './vscode/editor.mjs'
import { Missing } from './vscode/fetch.mjs'
import { serveEditor } from './vscode/serve.mjs'

const first = 'first-steps.inspection.md'

/** By which the extension knows that it is to show *Get started* beside the sample. */
const trial = { INSPECTION_REPORTS_TRIAL: '1' }

/** Works on a copy, so that the samples stay as they are whatever is tried on them. */
async function copySamples() {
  const copy = path.join(root, 'out', 'samples')
  await rm(copy, { recursive: true, force: true })
  await cp(path.join(root, 'samples'), copy, { recursive: true })
  return copy
}

function openOnDesktop(editor, workspace) {
  const flags = [`--extensionDevelopmentPath=${root}`, '--new-window']
  const env = { ...process.env, ...trial }
  spawnAndForget(editor, [...flags, workspace, path.join(workspace, first)], { env })
  console.log(
    'A sample report and Get started open in a new VS Code window, with the extension live.',
  )
}

async function openInBrowser(workspace) {
  const port = process.env.PORT === undefined ? undefined : Number(process.env.PORT)
  const editor = await serveEditor({ port, vsix: await packExtension(), env: trial })
  const address = editor.address({ workspace, open: path.join(workspace, first) })
  console.log(`\nOpen this address in a browser on this machine:\n\n  ${address}\n`)
  console.log('Change the samples as you like: the next start brings them back. Ctrl+C ends it.')
  if (hasScreen()) openAddress(address)
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, async () => {
      await editor.stop()
      process.exit(0)
    })
}

function openAddress(address) {
  if (process.platform === 'win32') spawnAndForget('explorer', [address])
  else spawnAndForget(process.platform === 'darwin' ? 'open' : 'xdg-open', [address])
}

function spawnAndForget(command, args, options = {}) {
  const child = spawn(command, args, { ...options, stdio: 'ignore', detached: true })
  child.on('error', error => console.error(`${command} could not be started: ${error.message}`))
  child.unref()
}

try {
  if (!process.argv.includes('--built')) await buildProduct()
  const workspace = await copySamples()
  const desktop = findDesktopEditor()
  if (desktop === undefined) await openInBrowser(workspace)
  else openOnDesktop(desktop, workspace)
} catch (error) {
  console.error(error instanceof Missing ? error.message : error)
  process.exitCode = 1
}
