/** Names for copies of a file that is beside them. */

/**
 * The names to try: `final (with comments).docx`, `final (with comments) 2.docx` and so on. A copy of such a copy
 * is called like one of the first file.
 */
export function* copyNames(name: string, addition: string): Iterable<string> {
  const dot = /\.inspection\.md$/i.exec(name)?.index ?? name.lastIndexOf('.')
  const [bare, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  const at = bare.lastIndexOf(` ${addition}`)
  const isCopy = at > 0 && /^(?: \d+)?$/.test(bare.slice(at + addition.length + 1))
  const first = `${isCopy ? bare.slice(0, at) : bare} ${addition}`
  for (let count = 1; ; count++) yield `${first}${count === 1 ? '' : ` ${count}`}${ending}`
}
