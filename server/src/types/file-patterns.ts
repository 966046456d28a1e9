/** File patterns such as `drafts/*.md`, by which the types of reports are set, matched with a document's path. */

/** The type id that is set for the path; of several patterns that fit, the longest says most. */
export function typeForPath(
  patterns: Readonly<Record<string, string>>,
  path: string,
): string | undefined {
  return Object.entries(patterns)
    .filter(([pattern]) => matchesPath(pattern, path))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1]
}

/** Does the pattern fit the path? One that does not begin with `/` may begin at any folder. */
export function matchesPath(pattern: string, path: string): boolean {
  const known = patterns.get(pattern)
  const made = known ?? patternOf(pattern)
  // The settings hold a handful, which are asked for at every request.
  if (known === undefined) patterns.set(pattern, made)
  return made.test(path)
}

const patterns = new Map<string, RegExp>()

/**
 * `*` stands for anything but `/`, `**` for any folders, `?` for one character, `{a,b}` for one of the two;
 * capitals and small letters are the same, as in the file systems of most offices.
 */
function patternOf(pattern: string): RegExp {
  const whole = /^(?:\/|\*\*)/.test(pattern) ? pattern : `**/${pattern}`
  let depth = 0
  const source = whole.replace(/\*\*\/?|[*?{},]|[.+^$()|[\]\\]/g, (found, at: number) => {
    if (found === '**/') return '(?:.*/)?'
    if (found === '**') return '.*'
    if (found === '*') return '[^/]*'
    if (found === '?') return '[^/]'
    // A brace that is never closed is a brace.
    if (found === '{' && whole.includes('}', at)) {
      depth++
      return '(?:'
    }
    if (found === '}' && depth > 0) {
      depth--
      return ')'
    }
    if (found === ',' && depth > 0) return '|'
    return `\\${found}`
  })
  return new RegExp(`^${source}${')'.repeat(depth)}$`, 'iu')
}

/** The path in a URI, in plain characters: `/reports/a b.md` for `file:///reports/a%20b.md`. */
export function pathOf(uri: string): string {
  const path = /^[^:]+:(?:\/\/[^/]*)?([^?#]*)/.exec(uri)?.[1] ?? uri
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
