/** What the files of the source import, read from their text. */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'

const root = path.resolve(import.meta.dirname, '..')

export interface Import {
  readonly file: string
  readonly specifier: string
  /** The imported file, relative to the project; undefined for a package. */
  readonly target: string | undefined
}

function importsOf(file: string): Import[] {
  const source = readFileSync(path.join(root, file), 'utf8')
  const pattern =
    /^(?:import|export)\b(?:[^'"=]*?\bfrom)?\s*['"]([^'"\n]+)['"]|\b(?:import|require)\(['"]([^'"\n]+)['"]\)/gm
  return [...source.matchAll(pattern)]
    .map(([, listed, called]) => listed ?? called ?? '')
    .map(specifier => ({
      file,
      specifier,
      target: specifier.startsWith('.')
        ? path.posix.join(path.posix.dirname(file), specifier)
        : undefined,
    }))
}

/** Every import in a folder, of types as well: `import`, `export … from`, `import()` and `require()`. */
export function importsIn(folder: string): readonly Import[] {
  return globSync(`${folder}/**/*.ts`, { cwd: root }).sort().flatMap(importsOf)
}
