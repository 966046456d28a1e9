/** Published reports, which are not part of this project: tests that try them ask here which to read. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Tier, tier } from './tier'

/** The folder of published reports beside the project; it may be absent. */
const publishedFolder = path.join(import.meta.dirname, '../../shared/reports')

/** A published report as plain text, with its file name such as `ilacs-2018-06-12-bolton.txt`. */
export interface PublishedReport {
  readonly name: string
  readonly file: string
  readonly text: string
}

/**
 * The published reports that this run reads, by file name, seeds first; none where the folder is absent.
 *
 * The quick run reads none of them. The usual part is every seed and, of each family (the beginning of the
 * name: `ilacs`, `sif`), the first report and one in `oneIn` of those after it, so that a report that is
 * added changes little.
 */
export function publishedReports(of: Tier = tier, oneIn = 12): readonly PublishedReport[] {
  return publishedFiles(of, oneIn).map(file => ({
    name: path.basename(file),
    file,
    text: readFileSync(file, 'utf8'),
  }))
}

function publishedFiles(of: Tier, oneIn: number): readonly string[] {
  if (of === 'quick' || !existsSync(publishedFolder)) return []
  return ['seeds', 'published'].flatMap(name => {
    const folder = path.join(publishedFolder, name)
    if (!existsSync(folder)) return []
    const names = readdirSync(folder)
      .filter(file => file.endsWith('.txt'))
      .sort()
    const part = of === 'whole' || name === 'seeds' ? names : oneOfFamily(names, oneIn)
    return part.map(file => path.join(folder, file))
  })
}

function oneOfFamily(names: readonly string[], oneIn: number): readonly string[] {
  const seen = new Map<string, number>()
  return names.filter(name => {
    const family = name.slice(0, name.indexOf('-'))
    const before = seen.get(family) ?? 0
    seen.set(family, before + 1)
    return before % oneIn === 0
  })
}
