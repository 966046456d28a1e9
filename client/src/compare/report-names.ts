/** What the names of files say about the reports that they hold. */

/**
 * The name without its endings and the count of its copies, in lower case, so that a draft has the name of what
 * it was imported from: `westmarch` of `Westmarch.pdf` and of `westmarch (2).inspection.md`.
 */
export function reportName(file: string): string {
  const bare = file
    .replace(/\.(?:md|txt|inspection|(?:doc|dot)[xm]|pdf)$/i, '')
    .replace(/\.inspection$/i, '')
  return bare.replace(/ \(\d+\)$/, '').toLowerCase()
}

const longestTitle = 80

/**
 * What a text without a file is called: the title at its beginning, and the authority below it, if it is
 * given. Empty for an empty text.
 */
export function titleOf(text: string): string {
  const body = text.slice(0, 2000).replace(/^\uFEFF?---\r?\n[\s\S]*?\n---\r?\n/, '')
  const [first = '', second = ''] = without(without(body, '<!--', '-->'), '[Note ', ']')
    .split(/\n\s*\n/)
    .map(each => each.replace(/[#*_]/g, '').replace(/\s+/g, ' ').trim())
    .filter(each => each !== '')
  // A field, a number or a sentence is not a name.
  const isName = /^\p{Lu}[^:|.\d]{1,60}$/u.test(second)
  const title = isName ? `${first}, ${second}` : first
  return title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title
}

/** The text without each stretch from `open` to the next `close`; one that is not closed stays. */
function without(text: string, open: string, close: string): string {
  let rest = ''
  let from = 0
  for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, from)) {
    const end = text.indexOf(close, start + open.length)
    if (end === -1) break
    rest += text.slice(from, start)
    from = end + close.length
  }
  return rest + text.slice(from)
}

/** The names, with the file's name after each of those that are alike. */
export function toldApart(
  names: readonly { readonly name: string; readonly file: string }[],
): readonly string[] {
  return names.map(({ name, file }, at) =>
    names.some((other, where) => where !== at && other.name === name) && name !== file
      ? `${name} (${file})`
      : name,
  )
}
