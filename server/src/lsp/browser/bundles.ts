/** Loads the bundles of the extension in a worker: they are CommonJS modules, the same as for Node. */

import { worker } from './worker'

/**
 * Gives the worker a `require` that loads the bundles of this folder, each once: `./import.js`. It takes them from
 * the folder of the extension, and nothing else from anywhere.
 */
export function loadBundlesFrom(folder: string): void {
  const loaded = new Map<string, unknown>()
  worker.require = name => {
    if (loaded.has(name)) return loaded.get(name)
    const module = { exports: {} as unknown }
    worker.module = module
    worker.exports = module.exports
    worker.importScripts(`${folder}/${name.replace('./', '')}`)
    loaded.set(name, module.exports)
    return module.exports
  }
}
