/**
 * The server as editors start it. A third of the time to the first findings goes into compiling, so
 * the build does that ahead for the Node it runs on; any other Node from 22 on keeps what it has
 * compiled by itself. Neither changes what the server does.
 */

import { readFileSync, statSync } from 'node:fs'
import * as nodeModule from 'node:module'
import path from 'node:path'
import { Script } from 'node:vm'

const file = path.join(__dirname, 'server-code.js')
const require = nodeModule.createRequire(__filename)

const script = compiledAhead()
if (script !== undefined) {
  script.runInThisContext()({}, require, { exports: {} }, file, __dirname)
} else {
  const { enableCompileCache } = nodeModule as { enableCompileCache?: () => void }
  enableCompileCache?.()
  require(file)
}

/** The server as the build has compiled it; undefined for another Node, or where it has changed since. */
function compiledAhead(): Script | undefined {
  const compiled = `${file}.${process.versions.v8}`
  const { mtimeMs } = statSync(compiled, { throwIfNoEntry: false }) ?? {}
  // Files keep their times to a part of a millisecond only.
  if (mtimeMs === undefined || Math.abs(mtimeMs - statSync(file).mtimeMs) >= 1) return undefined
  const made = new Script(nodeModule.wrap(readFileSync(file, 'utf8')), {
    filename: file,
    cachedData: readFileSync(compiled),
  })
  return made.cachedDataRejected === true ? undefined : made
}
