/** Where a document is among the folders that have settings, also where its own address is of no file. */

import { fileTextScheme } from '../protocol'

/**
 * Returns the address of the file that a document is the text of, or will be saved as; its own where it is neither.
 * `scheme` is that of the folders that are open: a draft that has a path is saved under it.
 */
export function placeOf(uri: string, scheme = 'file'): string {
  if (uri.startsWith(`${fileTextScheme}:`)) return fileIn(uri) ?? uri
  const draft = /^untitled:(?:\/\/([^/]*))?(\/.*)$/.exec(uri)
  return draft === null ? uri : `${scheme}://${draft[1] ?? ''}${draft[2]}`
}

/** The file that the address of its text names in its query. */
function fileIn(uri: string): string | undefined {
  const query = /\?([^#]+)/.exec(uri)?.[1]
  try {
    return query && decodeURIComponent(query)
  } catch {
    return undefined
  }
}
