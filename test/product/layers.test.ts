/** The layers of ARCHITECTURE.md: who may import whom, and what runs without Node. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'
import * as esbuild from 'esbuild'
import { globSync } from 'tinyglobby'
import { parse as parseYaml } from 'yaml'
import { type Import, importsIn } from './imports'

const root = path.resolve(import.meta.dirname, '..')
const layers = [
  'text',
  'types',
  'report',
  'rules',
  'features',
  'import',
  'export',
  'host',
  'library',
  'lsp',
  'cli',
  'package.ts',
] as const
const edges: readonly string[] = ['library', 'lsp', 'cli', 'package.ts']

/** Layers that are bundles of their own, with the packages that they may use. */
const apart: Readonly<Record<string, readonly string[]>> = {
  import: [
    'fflate',
    'parse5',
    'pdfjs-dist/legacy/build/pdf.mjs',
    'pdfjs-dist/legacy/build/pdf.worker.mjs',
    'saxes',
  ],
  export: ['docx', 'docx/layout', 'fflate', 'saxes'],
}

/**
 * What the layers below lsp/ and cli/ may use from outside: pure code that knows no platform. The build takes
 * the part that loads bundles out of `@vscode/l10n`.
 */
const pure: ReadonlySet<string> = new Set([
  '@vscode/l10n',
  'diff',
  'dingbat-to-unicode',
  'fastest-levenshtein',
  'yaml',
])

const imports = [...importsIn('server/src'), ...importsIn('client/src')]

function layerOf(file: string): string {
  return file.startsWith('server/types/') ? 'types' : (file.split('/')[2] ?? '')
}

/** Parts of host/ that import Node; the others run anywhere. */
const needsNode = (file: string): boolean =>
  imports.some(each => each.file === `${file}.ts` && each.specifier.startsWith('node:'))

const shown = ({ file, specifier }: Import) => `${file} imports ${specifier}`

describe('the layers', () => {
  it('are looked at', () => assert.ok(imports.length > 100))

  const server = imports.filter(({ file }) => file.startsWith('server/'))

  it('import downwards only; lsp and cli do not know each other', () => {
    const wrong = server.filter(({ file, target }) => {
      if (target === undefined || target === 'package.json') return false
      const from = layers.indexOf(layerOf(file) as (typeof layers)[number])
      const to = layers.indexOf(layerOf(target) as (typeof layers)[number])
      const isSideways = layerOf(file) === 'cli' && layerOf(target) === 'lsp'
      return from === -1 || to === -1 || to > from || isSideways
    })
    assert.deepEqual(wrong.map(shown), [])
  })

  it('use no Node module and no package that is not pure below lsp and cli', () => {
    const wrong = server.filter(
      ({ file, specifier, target }) =>
        target === undefined &&
        !edges.includes(layerOf(file)) &&
        !pure.has(specifier) &&
        apart[layerOf(file)]?.includes(specifier) !== true &&
        !(layerOf(file) === 'host' && specifier.startsWith('node:')),
    )
    assert.deepEqual(wrong.map(shown), [])
  })

  it('have in host what needs the computer and nothing else of ours', () => {
    const wrong = server.filter(
      ({ file, target }) =>
        layerOf(file) === 'host' && target !== undefined && layerOf(target) !== 'host',
    )
    assert.deepEqual(wrong.map(shown), [])
  })

  it('load what is a bundle of its own when it is used, not before', () => {
    const source = (file: string) => readFileSync(path.join(root, file), 'utf8')
    const wrong = server.filter(
      ({ file, specifier, target }) =>
        target !== undefined &&
        edges.includes(layerOf(file)) &&
        layerOf(target) in apart &&
        new RegExp(`^import (?!type )[^']*from '${specifier}'`, 'm').test(source(file)),
    )
    assert.deepEqual(wrong.map(shown), [])
  })

  it('know LSP in lsp only, VS Code in the client only', () => {
    const wrong = imports.filter(({ file, specifier }) => {
      if (specifier === 'vscode' || specifier.startsWith('vscode-languageclient'))
        return !file.startsWith('client/')
      return specifier.startsWith('vscode-') && layerOf(file) !== 'lsp'
    })
    assert.deepEqual(wrong.map(shown), [])
  })

  it('use Node in the node entries of lsp and of the client only', () => {
    const isOfNode = (specifier: string) =>
      specifier.startsWith('node:') || specifier.endsWith('/node')
    const wrong = imports.filter(
      ({ file, specifier, target }) =>
        (file.startsWith('client/') || layerOf(file) === 'lsp') &&
        (isOfNode(specifier) || (target !== undefined && needsNode(target))) &&
        !file.startsWith('server/src/lsp/node/') &&
        !file.startsWith('client/src/host/node/'),
    )
    assert.deepEqual(wrong.map(shown), [])
  })

  it('use a browser in the browser entries of lsp and of the client only', () => {
    const wrong = imports.filter(
      ({ file, specifier }) =>
        specifier.endsWith('/browser') &&
        !file.startsWith('server/src/lsp/browser/') &&
        !file.startsWith('client/src/host/browser/'),
    )
    assert.deepEqual(wrong.map(shown), [])
  })

  it('let the client see nothing of the server but its protocol, how text is escaped, how a line begins, and the computer as the server does', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        file.startsWith('client/') &&
        target !== undefined &&
        !target.startsWith('client/') &&
        target !== 'server/src/lsp/protocol' &&
        target !== 'server/src/text/escape' &&
        target !== 'server/src/text/line-beginning' &&
        !target.startsWith('server/src/host/'),
    )
    assert.deepEqual(wrong.map(shown), [])
    for (const file of globSync('server/src/lsp/protocol/*.ts', { cwd: root })) {
      assert.doesNotMatch(readFileSync(path.join(root, file), 'utf8'), /^import (?!type )/m, file)
    }
  })

  it('let rules know nothing of each other', () => {
    const rules = new Set(
      globSync('docs/rules/*.md', { cwd: root }).map(file => path.basename(file, '.md')),
    )
    const wrong = server.filter(({ file, target }) => {
      if (target === undefined || path.posix.dirname(target) !== 'server/src/rules') return false
      const from = path.basename(file, '.ts')
      return layerOf(file) === 'rules' && rules.has(from) && rules.has(path.basename(target))
    })
    assert.deepEqual(wrong.map(shown), [])
  })
})

describe('everything below lsp and cli', () => {
  it('runs where there is no Node', async () => {
    const { outputFiles } = await esbuild.build({
      absWorkingDir: root,
      stdin: {
        contents: `
          import { parseReport } from './server/src/report/parse'
          import { checkReport } from './server/src/rules/run'
          import { fixAll } from './server/src/features/edit/fix-all'
          import { symbols } from './server/src/features/navigate/symbols'
          globalThis.check = text => {
            const report = parseReport(text)
            return JSON.stringify({
              problems: checkReport(report).map(({ rule, fixes }) => [rule.id, (fixes?.() ?? []).length]),
              symbols: symbols(report).length,
              fixed: fixAll(text).applied.length,
            })
          }`,
        resolveDir: root,
        loader: 'ts',
      },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      write: false,
      plugins: [yamlAsData],
    })
    const sandbox: { check?: (text: string) => string } = {}
    vm.runInNewContext(outputFiles[0]!.text, sandbox)
    const sample = readFileSync(
      path.join(root, 'samples/westmarch-with-problems.inspection.md'),
      'utf8',
    )
    const { problems, symbols, fixed } = JSON.parse(sandbox.check!(sample))
    assert.ok(problems.length > 10 && symbols > 0 && fixed > 0)
  })

  it('bundles for a web worker, with the server', async () => {
    const { metafile } = await esbuild.build({
      absWorkingDir: root,
      entryPoints: ['server/src/lsp/browser/main.ts'],
      bundle: true,
      platform: 'browser',
      format: 'iife',
      write: false,
      outdir: 'out',
      metafile: true,
      plugins: [yamlAsData],
    })
    const external = Object.values(metafile.inputs).flatMap(input =>
      input.imports.filter(({ external }) => external).map(({ path }) => path),
    )
    assert.deepEqual(external, [])
  })
})

/** The same as in scripts/build.mjs, which cannot be bundled into a test. */
const yamlAsData: esbuild.Plugin = {
  name: 'yaml-as-data',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, ({ path: file }) => ({
      contents: JSON.stringify(parseYaml(readFileSync(file, 'utf8'))),
      loader: 'json',
    }))
  },
}

describe('confidentiality', () => {
  const network = [
    'dgram',
    'dns',
    'dns/promises',
    'http',
    'http2',
    'https',
    'inspector',
    'net',
    'tls',
    'quic',
  ]

  /** Everything that a bundle loads while it runs. */
  function loadedBy(bundle: string): string[] {
    const source = readFileSync(path.join(root, 'dist', bundle), 'utf8')
    const modules = [...source.matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g)]
    return [...new Set(modules.map(([, name = '']) => name.replace(/^node:/, '')))].sort()
  }

  for (const bundle of [
    'server.js',
    'server-code.js',
    'client.js',
    'cli.js',
    'library.js',
    'program.js',
    'export.js',
    'export-thread.js',
    'import.js',
    'pdf.js',
    'preview.js',
    'preview-page.js',
    'types.js',
    'web/client.js',
    'web/server.js',
    'web/export-worker.js',
  ])
    it(`${bundle} loads nothing but Node and VS Code, and of the network only pipes`, () => {
      const loaded = loadedBy(bundle)
      const bundles = ['export', 'import', 'pdf', 'preview', 'program', 'types'].map(
        name => `./${name}.js`,
      )
      assert.deepEqual(
        loaded.filter(
          name => name !== 'vscode' && !builtinModules.includes(name) && !bundles.includes(name),
        ),
        [],
      )
      // `net` is how Node makes named pipes; the next test says who may use it.
      const pipes = ['server-code.js', 'client.js'].includes(bundle) ? ['net'] : []
      assert.deepEqual(
        loaded.filter(name => network.includes(name)),
        pipes,
      )
      const source = readFileSync(path.join(root, 'dist', bundle), 'utf8')
      // The PDF reader has methods of that name, which look up a part of the file.
      const calls = source.matchAll(
        /(?<!\.)(?<!async )\bfetch\((?![\w$,=!]*\)\{)|\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b|sendBeacon/g,
      )
      assert.deepEqual(
        [...calls].map(({ index }) => source.slice(index, index + 60)),
        [],
      )
    })

  it('only the transport of the protocol uses pipes, and none of our files any network', async () => {
    const { metafile } = await esbuild.build({
      absWorkingDir: root,
      entryPoints: [
        'server/src/lsp/node/start.ts',
        'server/src/lsp/node/main.ts',
        'server/src/lsp/node/thread.ts',
        'client/src/host/node/extension.ts',
        'server/src/package.ts',
      ],
      bundle: true,
      platform: 'node',
      write: false,
      outdir: 'out',
      metafile: true,
      external: ['vscode'],
      plugins: [yamlAsData],
    })
    const users = Object.entries(metafile.inputs)
      .filter(([, { imports }]) =>
        imports.some(({ path }) => network.includes(path.replace(/^node:/, ''))),
      )
      .map(([file]) => file)
    assert.deepEqual(users, ['node_modules/vscode-jsonrpc/lib/node/main.js'])
  })
})
