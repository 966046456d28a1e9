/** Which file of `docs/` an address of the documentation names. */

/** A name that leads into no other folder, on any system: no `..`, `\`, `:` or encoded character in it. */
const plainName = /^[a-z0-9-]+(?:\.[a-z0-9]+)?$/

/**
 * The path below `docs/`, such as `rules/open-note.md` for `/rules/open-note.md`, and an empty one for `docs/`
 * itself. Undefined for whatever is not made of plain names. `path` is that of a `Uri`, which is decoded.
 */
export function pagePath(path: string): string | undefined {
  const names = path.replace(/^\//, '').split('/')
  if (names.length === 1 && names[0] === '') return ''
  return names.every(name => plainName.test(name)) ? names.join('/') : undefined
}
