/** The patterns in files that VS Code reads: the grammar, the language configuration, the manifest. */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import type { Pattern } from './pattern'

/** What holds a pattern in a grammar, in the language configuration and in a JSON schema. */
const keys: ReadonlySet<string> = new Set([
  ...['match', 'begin', 'end', 'while'],
  ...['wordPattern', 'pattern', 'beforeText', 'afterText', 'previousLineText', 'start'],
  ...['increaseIndentPattern', 'decreaseIndentPattern'],
  ...['indentNextLinePattern', 'unIndentedLinePattern'],
])

/** Those of all such files below `root`. Throws at a pattern that JavaScript has no word for. */
export function dataPatterns(root: string): readonly Pattern[] {
  return globSync(['syntaxes/*.json', 'schemas/*.json', 'package.json'], { cwd: root })
    .sort()
    .flatMap(file => {
      const text = readFileSync(path.join(root, file), 'utf8')
      const lineOf = (value: string) =>
        text.slice(0, text.indexOf(JSON.stringify(value))).split('\n').length
      const isGrammar = file.endsWith('.tmLanguage.json')
      return patternsIn(JSON.parse(text)).map(({ source, flags }) => ({
        file,
        line: lineOf(source),
        ...(isGrammar ? asJavaScript(source, file) : { source, flags }),
      }))
    })
}

function patternsIn(value: unknown): { readonly source: string; readonly flags: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const flags = 'flags' in value && typeof value.flags === 'string' ? value.flags : ''
  return Object.entries(value).flatMap(([key, each]) => {
    if (typeof each !== 'string') return patternsIn(each)
    // A condition of a menu: `resourceFilename =~ /\.md$/`.
    if (key === 'when')
      return [...each.matchAll(/=~\s*\/((?:\\.|[^/\\])*)\/(\w*)/g)].map(
        ([, source = '', flags = '']) => ({ source, flags }),
      )
    return keys.has(key) ? [{ source: each, flags }] : []
  })
}

/** The grammar's patterns are Oniguruma's; they are given one line at a time, whose ends are `^` and `$`. */
function asJavaScript(source: string, file: string): Pick<Pattern, 'source' | 'flags'> {
  const converted = source
    .replace(/\\A/g, '^')
    .replace(/\\[zZ]/g, '$')
    .replace(/\\h/g, '[0-9A-Fa-f]')
  const plain = converted.replace(/\\[pP]\{\w+\}/g, 'p')
  if (/\\[GKRXHyY]|\(\?(?![:=!]|<[=!])|[+*?}]\+|&&|\[\[:/.test(plain))
    throw new Error(`${file}: /${source}/ has no counterpart in JavaScript: write it otherwise`)
  const flags = /\\[pP]\{/.test(converted) ? 'u' : ''
  try {
    new RegExp(converted, flags)
  } catch (error) {
    throw new Error(`${file}: ${error}`)
  }
  return { source: converted, flags }
}
