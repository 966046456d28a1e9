/** A snippet as plain text, for places that have no tab stops. */

/**
 * The snippet with each tab stop replaced by its default text; a later copy of a tab stop repeats that of the
 * first one, a choice becomes its first value, and `$0` is dropped.
 *
 * `snippetText('Grade ${1:2} (${2|good,adequate|})$0')` is `Grade 2 (good)`.
 */
export function snippetText(snippet: string): string {
  const defaults = new Map<string, string>()
  let at = 0

  const sequence = (inside: boolean): string => {
    let text = ''
    while (at < snippet.length) {
      const rest = snippet.slice(at, at + 2)
      if (/^\\[$}\\,|]/.test(rest)) {
        text += rest.charAt(1)
        at += 2
      } else if (inside && rest.startsWith('}')) {
        at++
        return text
      } else if (/^\$[\d{]/.test(rest)) {
        text += tabStop()
      } else {
        text += rest.charAt(0)
        at++
      }
    }
    return text
  }

  const tabStop = (): string => {
    const opened = /^\$(?:(\d+)|\{(\d+)(:|\}|\|))/.exec(snippet.slice(at, at + 12))
    if (opened === null) return snippet.charAt(at++)
    at += opened[0].length
    const number = opened[1] ?? opened[2] ?? ''
    let text: string | undefined
    if (opened[3] === ':') text = sequence(true)
    else if (opened[3] === '|') text = choice()
    if (text === undefined) return defaults.get(number) ?? ''
    if (!defaults.has(number)) defaults.set(number, text)
    return text
  }

  const choice = (): string => {
    const end = snippet.indexOf('|}', at)
    const values = snippet.slice(at, end === -1 ? undefined : end)
    at = end === -1 ? snippet.length : end + 2
    return (/^(?:\\.|[^\\,])*/.exec(values)?.[0] ?? '').replace(/\\(.)/g, '$1')
  }

  return sequence(false)
}
