/** File patterns such as `drafts/*.md`, which set the types of reports, matched against a document's path. */

/** The type id that is set for the path; if several patterns match, the longest is the most specific. */
export function typeForPath(
  patterns: Readonly<Record<string, string>>,
  path: string,
): string | undefined {
  return Object.entries(patterns)
    .filter(([pattern]) => matchesPath(pattern, path))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1]
}

/** The type id that the first of these settings with a pattern for the path gives it. */
export function typeForPathIn(
  settings: readonly Readonly<Record<string, string>>[],
  path: string,
): string | undefined {
  for (const patterns of settings) {
    const id = typeForPath(patterns, path)
    if (id !== undefined) return id
  }
  return undefined
}

/**
 * Does the pattern match the path? One that does not begin with `/` may begin at any folder.
 *
 * `*` matches anything but `/`, `**` any folders, `?` one character, `{a,b}` either of the two; case makes no
 * difference, as in the file systems of most offices. Takes time in proportion to the lengths of both,
 * whatever they are.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const known = patterns.get(pattern)
  const made = known ?? partsOf(pattern)
  // The settings hold only a handful, which are looked up at every request.
  if (known === undefined) patterns.set(pattern, made)
  const characters = Array.from(path.toLowerCase())
  return placesAfter(made, characters, new Set([0])).has(characters.length)
}

/** A character, a wildcard by its name, or alternatives. */
type Part = string | { readonly wild: Wildcard } | { readonly either: Part[][] }
type Wildcard = 'folders' | 'anything' | 'in a name' | 'one'

const patterns = new Map<string, readonly Part[]>()

function partsOf(pattern: string): readonly Part[] {
  const whole = /^(?:\/|\*\*)/.test(pattern) ? pattern : `**/${pattern}`
  const groups: Part[][][] = [[[]]]
  const close = () => {
    const either = groups.pop() as Part[][]
    groups.at(-1)?.at(-1)?.push({ either })
  }
  for (const { 0: found, index } of whole.matchAll(/\*\*\/|\*+|[\s\S]/gu)) {
    const isInGroup = groups.length > 1
    // A brace that is never closed is just a brace.
    if (found === '{' && whole.includes('}', index)) groups.push([[]])
    else if (found === '}' && isInGroup) close()
    else if (found === ',' && isInGroup) groups.at(-1)?.push([])
    else groups.at(-1)?.at(-1)?.push(partOf(found))
  }
  while (groups.length > 1) close()
  return groups[0]?.[0] ?? []
}

function partOf(found: string): Part {
  if (found === '**/') return { wild: 'folders' }
  if (found === '?') return { wild: 'one' }
  if (!found.startsWith('*')) return found.toLowerCase()
  return { wild: found === '*' ? 'in a name' : 'anything' }
}

type Places = ReadonlySet<number>

/** The places in the path to which the parts can lead from the given ones. */
function placesAfter(parts: readonly Part[], path: readonly string[], from: Places): Places {
  let places = from
  for (const part of parts) {
    const before = places
    if (typeof part === 'string') places = steps(before, at => path[at] === part)
    else if ('either' in part)
      places = new Set(part.either.flatMap(each => [...placesAfter(each, path, before)]))
    else if (part.wild === 'one') places = steps(before, at => isInName(path[at]))
    else places = spread(part.wild, path, before)
  }
  return places
}

/** One place on from each where the character is right. */
function steps(from: Places, isRight: (at: number) => boolean): Places {
  return new Set([...from].filter(isRight).map(at => at + 1))
}

/** The places to which a wildcard of any length leads. */
function spread(wild: Wildcard, path: readonly string[], from: Places): Places {
  const places = new Set<number>()
  let isReached = false
  for (let at = 0; at <= path.length; at++) {
    const isOwn = from.has(at)
    const isAfterFolder = path[at - 1] === '/'
    if (wild === 'in a name' && isAfterFolder) isReached = false
    if (isOwn || (isReached && (wild !== 'folders' || isAfterFolder))) places.add(at)
    isReached ||= isOwn
  }
  return places
}

const isInName = (character: string | undefined) => character !== undefined && character !== '/'

/** The path in a URI, in plain characters: `/reports/a b.md` for `file:///reports/a%20b.md`. */
export function pathOf(uri: string): string {
  const path = /^[^:]+:(?:\/\/[^/]*)?([^?#]*)/.exec(uri)?.[1] ?? uri
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
