/** The patterns that code puts together, recorded while it does. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { parse as parseYaml } from 'yaml'
import type { Pattern } from './pattern'
import type { Maker } from './source-patterns'

/** What the recording bundle says of each pattern that it makes. */
type Record = (maker: number, pattern: RegExp) => RegExp

/**
 * Bundles `make-all.ts` with every maker reporting what it makes, and runs it. A maker that made nothing is
 * among the makers given, but has no pattern in the answer.
 */
export async function madePatterns(
  root: string,
  makers: readonly Maker[],
): Promise<readonly Pattern[]> {
  const outfile = path.join(root, 'out/test/made-patterns.cjs')
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['test/patterns/make-all.ts'],
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    outfile,
    logLevel: 'error',
    external: ['pdfjs-dist'],
    define: { 'import.meta.dirname': JSON.stringify(path.join(root, 'test')) },
    plugins: [yamlAsData, recording(root, makers)],
  })
  const made = new Map<string, Pattern>()
  const record: Record = (maker, pattern) => {
    const { file = '', line = 0 } = makers[maker] ?? {}
    const { source, flags } = pattern
    made.set(`${maker} /${source}/${flags}`, { file, line, source, flags })
    return pattern
  }
  const place = globalThis as typeof globalThis & { recordPattern?: Record }
  place.recordPattern = record
  try {
    const { makeAll } = createRequire(outfile)(outfile) as { makeAll(): Promise<void> }
    await makeAll()
  } finally {
    delete place.recordPattern
  }
  return [...made.values()]
}

/** Wraps each maker: `recordPattern(3, new RegExp(…))`. */
function recording(root: string, makers: readonly Maker[]): esbuild.Plugin {
  const numbered = makers.map((maker, index) => ({ ...maker, index }))
  return {
    name: 'recording',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path: name }) => {
        const file = path.relative(root, name).split(path.sep).join('/')
        const inFile = numbered.filter(maker => maker.file === file)
        if (inFile.length === 0) return undefined
        const puts = inFile
          .flatMap(({ start, end, index }) => [
            { at: start, text: `globalThis.recordPattern(${index}, ` },
            { at: end, text: ')' },
          ])
          .sort((a, b) => b.at - a.at)
        let contents = readFileSync(name, 'utf8')
        for (const { at, text } of puts)
          contents = contents.slice(0, at) + text + contents.slice(at)
        return { contents, loader: 'ts' }
      })
    },
  }
}

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
