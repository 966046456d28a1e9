/**
 * How long patterns can take, as `recheck` judges them: results are kept by pattern, since some take
 * seconds. What is kept is a digest of the pattern, so that nothing of a report's text is in it.
 */

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkSync } from 'recheck'
import { type Pattern, written } from './pattern'

/**
 * How a search for the pattern grows with the text, at worst. `undecided`: it could not be found out in time,
 * and may be anything.
 */
export type Growth = 'linear' | 'quadratic' | 'cubic' | 'exponential' | 'undecided'

/** The longest time for which a pattern is examined, in milliseconds. */
const timeout = 120_000

/** Judges the pattern, whatever judgement is kept. */
export function judge({ source, flags }: Pick<Pattern, 'source' | 'flags'>): Growth {
  // In this process, as JavaScript: the same on each platform, and nothing is started.
  process.env.RECHECK_SYNC_BACKEND = 'pure'
  // The flag `d` makes no difference to what is matched.
  const found = checkSync(source, flags.replace('d', ''), {
    timeout,
    // Limits on the characters read stay; limits on time would make it depend on how busy the machine is.
    attackTimeout: null,
    incubationTimeout: null,
    seedingTimeout: null,
  })
  if (found.status === 'unknown') return 'undecided'
  if (found.status === 'safe') return 'linear'
  if (found.complexity.type === 'exponential') return 'exponential'
  return found.complexity.degree === 2 ? 'quadratic' : 'cubic'
}

/** Judgements that are kept: those of the project, and those that this checkout has come to since. */
export class Judgements {
  private readonly known: Map<string, Growth>
  private readonly used = new Set<string>()
  private readonly own: string

  constructor(private readonly root: string) {
    this.own = path.join(root, 'out/judged-patterns.txt')
    this.known = new Map([...entriesOf(path.join(root, kept)), ...entriesOf(this.own)])
  }

  /** Has the pattern been judged? */
  has(pattern: Pattern): boolean {
    return this.known.has(digestOf(pattern))
  }

  /** How the pattern grows; judged now if it is not known. */
  of(pattern: Pattern): Growth {
    const digest = digestOf(pattern)
    this.used.add(digest)
    const known = this.known.get(digest)
    if (known !== undefined) return known
    const growth = judge(pattern)
    this.known.set(digest, growth)
    this.write(this.own, this.known.keys())
    return growth
  }

  /** Writes those that were asked for into the project. */
  keep(): void {
    this.write(path.join(this.root, kept), this.used)
  }

  private write(file: string, digests: Iterable<string>): void {
    mkdirSync(path.dirname(file), { recursive: true })
    const lines = [...digests].sort().map(digest => `${digest} ${this.known.get(digest)}\n`)
    writeFileSync(file, lines.join(''))
  }
}

/** From the project's root. */
const kept = 'test/patterns/judged.txt'

/** What the project keeps: digests with what was judged. */
export function keptJudgements(root: string): ReadonlyMap<string, Growth> {
  return new Map(entriesOf(path.join(root, kept)))
}

export function digestOf(pattern: Pick<Pattern, 'source' | 'flags'>): string {
  return createHash('sha256').update(written(pattern)).digest('hex').slice(0, 16)
}

function entriesOf(file: string): readonly [string, Growth][] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split(' ') as [string, Growth])
}
