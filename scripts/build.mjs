// Builds the bundles: the client, the server, the command line, and (asked for) the tests.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { parse as parseYaml } from 'yaml'
import { equations, withoutParts } from './libraries/left-out.mjs'
import { noted, noticesFile, noticesOf, packagesInBundles } from './libraries/notices.mjs'
import { pdfTextOnly } from './libraries/pdf.mjs'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Lets a report type be imported as the object it describes, so that no YAML reader is needed at run time. */
export const yamlAsData = {
  name: 'yaml-as-data',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, async ({ path: file }) => ({
      contents: JSON.stringify(parseYaml(await readFile(file, 'utf8'))),
      loader: 'json',
    }))
  },
}

/**
 * The package that translates, without the part that fetches translations, since the client hands them over. Each
 * of our bundles has a copy of it, so what was handed over is kept where all of them find it.
 */
const bundlesHandedOver = {
  name: 'bundles-handed-over',
  setup(build) {
    build.onLoad(
      { filter: /@vscode[\\/]l10n[\\/]dist[\\/]browser\.js$/ },
      async ({ path: file }) => {
        const source = await readFile(file, 'utf8')
        const shared = 'globalThis.inspectionReportsTranslations'
        const contents = source
          .replace('var bundle;\n', '')
          .replace(/(?<![.\w])bundle(?= = |\?\.\[)/g, shared)
          .replace('await fetch(', 'await noNetwork(')
        if (contents.split(shared).length !== 6 || contents.includes('fetch('))
          throw new Error(`${file} has changed.`)
        return { contents: `const noNetwork = undefined;\n${contents}`, loader: 'js' }
      },
    )
  },
}

/** The layout of documents, by which pages are numbered, without that of equations: no report has one. */
const withoutEquations = {
  name: 'without-equations',
  setup(build) {
    build.onLoad({ filter: /docx[\\/]dist[\\/]layout\.m?js$/ }, async ({ path: file }) => ({
      contents: withoutParts(await readFile(file, 'utf8'), file, equations),
      loader: 'js',
    }))
  },
}

const { resolve } = createRequire(import.meta.url)

export const nodeBundle = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  supported: {
    // Otherwise, these patterns are compiled again at each use.
    'regexp-unicode-property-escapes': true,
  },
  format: 'cjs',
  minify: true,
  sourcemap: true,
  logLevel: 'warning',
  plugins: [yamlAsData, pdfTextOnly, bundlesHandedOver, withoutEquations, noted],
  alias: {
    // Its other form asks for `import.meta.url`, which a bundle in this format does not have.
    tinyglobby: resolve('tinyglobby'),
    // Its form for Node reads files.
    '@vscode/l10n': resolve('@vscode/l10n/dist/browser.js'),
  },
}

/**
 * Bundles of their own, which the server, wherever it runs, and the command line load when they first need them.
 */
const loadedWhenUsed = {
  export: 'server/src/export/export.ts',
  import: 'server/src/import/import.ts',
  pdf: 'server/src/import/pdf/read.ts',
  preview: 'server/src/export/preview.ts',
  types: 'server/src/types/checked.ts',
}

/** Makes of `import('../export/export')` in a bundle a request for the other bundle, by its name. */
const loadWhenUsed = {
  name: 'load-when-used',
  setup(build) {
    const bundles = new Map(
      Object.entries(loadedWhenUsed).map(([name, file]) => [path.join(root, file), name]),
    )
    build.onResolve({ filter: /^\./ }, ({ kind, path: specifier, resolveDir }) => {
      const name = bundles.get(`${path.join(resolveDir, specifier)}.ts`)
      return kind === 'dynamic-import' && name !== undefined
        ? { path: `./${name}.js`, external: true }
        : undefined
    })
  },
}

/** With it, one bundle asks for another by `require`, which a worker can offer as well as Node. */
const withRequire = { ...nodeBundle.supported, 'dynamic-import': false }

/** For the extension in VS Code for the web. */
export const webBundle = {
  ...nodeBundle,
  platform: 'browser',
  target: 'es2022',
  alias: { '@vscode/l10n': nodeBundle.alias['@vscode/l10n'] },
}

/** Builds the given entries of the server's code for Node, and what they load when they first need it. */
export async function buildServer(entryPoints) {
  await Promise.all([
    esbuild.build({
      ...nodeBundle,
      plugins: [...nodeBundle.plugins, loadWhenUsed],
      supported: withRequire,
      entryPoints,
      outdir: 'dist',
    }),
    esbuild.build({
      ...webBundle,
      plugins: [...nodeBundle.plugins, loadWhenUsed],
      supported: withRequire,
      // The same for both: a worker runs them as scripts, whose names would be everybody's.
      banner: { js: '(() => {' },
      footer: { js: '})()' },
      entryPoints: loadedWhenUsed,
      outdir: 'dist',
    }),
  ])
}

/** Builds the extension for VS Code for the web: the client, and its server in a worker. */
async function buildWeb() {
  await Promise.all([
    esbuild.build({
      ...webBundle,
      entryPoints: { client: 'client/src/host/browser/extension.ts' },
      outdir: 'dist/web',
      external: ['vscode'],
    }),
    esbuild.build({
      ...webBundle,
      plugins: [...nodeBundle.plugins, loadWhenUsed],
      supported: withRequire,
      entryPoints: {
        server: 'server/src/lsp/browser/main.ts',
        'export-worker': 'server/src/lsp/browser/export-worker.ts',
      },
      outdir: 'dist/web',
    }),
  ])
}

/** Writes the small files that lead to what is in the bundle of the program: the program and the library, with its types. */
export async function writeEntries() {
  const types = await readFile(path.join(root, 'server/src/library/public.d.ts'), 'utf8')
  const functions = [...types.matchAll(/^export function (\w+)/gm)].map(([, name]) => name)
  const entries = {
    'cli.js': "#!/usr/bin/env node\nrequire('./program.js').start(__filename)\n",
    'library.d.ts': types,
    // Each by its name, so that Node knows the names without running the file.
    'library.js': `const program = require('./program.js')\n${functions
      .map(name => `exports.${name} = program.${name}\n`)
      .join('')}`,
  }
  await mkdir(path.join(root, 'dist'), { recursive: true })
  await Promise.all(
    Object.entries(entries).map(([name, text]) =>
      writeFile(path.join(root, 'dist', name), text, { mode: name === 'cli.js' ? 0o755 : 0o644 }),
    ),
  )
}

/** Builds what the extension ships. */
export async function buildProduct() {
  await Promise.all([
    esbuild.build({
      ...nodeBundle,
      entryPoints: { client: 'client/src/host/node/extension.ts' },
      outdir: 'dist',
      external: ['vscode'],
      target: 'node20',
    }),
    esbuild.build({
      absWorkingDir: root,
      bundle: true,
      minify: true,
      platform: 'browser',
      target: 'es2022',
      entryPoints: {
        'preview-page': 'client/preview/page.ts',
        'preview-look': 'client/preview/look.css',
        'problems-page': 'client/preview/problems.ts',
        'problems-look': 'client/preview/problems.css',
      },
      outdir: 'dist',
      logLevel: 'warning',
      plugins: [noted],
    }),
    buildWeb(),
    writeEntries(),
    buildServer({
      server: 'server/src/lsp/node/start.ts',
      'server-code': 'server/src/lsp/node/main.ts',
      'export-thread': 'server/src/lsp/node/thread.ts',
      program: 'server/src/package.ts',
    }),
  ])
  await writeFile(path.join(root, noticesFile), noticesOf(await packagesInBundles()))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const began = performance.now()
  await buildProduct()
  if (!process.argv.includes('--quiet'))
    console.log(`Built dist/ in ${Math.round(performance.now() - began)} ms.`)
}
