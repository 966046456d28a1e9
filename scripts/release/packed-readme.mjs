// Makes the README of the packed extension, which VS Code shows on the extension's page.
//
// That page follows no link to a file, and shows no picture that is not on the web. So the pages that are linked
// become chapters after the text, and pictures are left out, as is whatever is of use in the project only.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../build.mjs'

const inProjectOnly = /<!-- in the project -->[\s\S]*?<!-- \/in the project -->/g
const picture = /^!\[[^\]]*\]\([^)]*\)\n\n?/gm
const link = /\[([^\]]*)\]\(([^)\s]+)\)/g
const code = /^( *)`{3,}[\s\S]*?^\1`{3,}|`[^`\n]*`/gm

/** The whole text; throws if a link would lead nowhere in it. */
export async function packedReadme() {
  const pages = await withLinkedPages('README.md')
  const anchors = anchorsOf(pages)
  const chapters = [...pages].map(([file, text]) =>
    text.replace(link, (whole, words, address) => {
      const target = targetOf(file, address)
      return target === undefined ? whole : `[${words}](${anchors.get(target)})`
    }),
  )
  return chapters.join('\n')
}

/** The page and all that it leads to, in the order in which they are linked: the texts by their files. */
async function withLinkedPages(first) {
  const pages = new Map()
  const waiting = [first]
  for (const file of waiting) {
    if (pages.has(file)) continue
    const whole = await readFile(path.join(root, file), 'utf8')
    const text = whole.replace(inProjectOnly, '').replace(picture, '')
    pages.set(file, text)
    for (const [, , address] of text.replace(code, '').matchAll(link)) {
      const [target] = targetOf(file, address)?.split('#') ?? []
      if (target === undefined) continue
      if (!target.endsWith('.md')) throw new Error(`${file} links ${address}, which is not a page.`)
      waiting.push(target)
    }
  }
  return pages
}

/** The links to the headings: `docs/importing.md#pdfs` is `#pdfs`; one without `#…` leads to the page's first. */
function anchorsOf(pages) {
  const anchors = new Map()
  const taken = new Set()
  for (const [file, text] of pages)
    for (const [, words] of text.replace(code, '').matchAll(/^#+ (.+)$/gm)) {
      const name = slug(words)
      // VS Code gives both the same name, and a link leads to the first.
      const anchor = taken.has(name) ? undefined : `#${name}`
      taken.add(name)
      for (const key of [file, `${file}#${name}`]) if (!anchors.has(key)) anchors.set(key, anchor)
    }
  return {
    get(target) {
      const anchor = anchors.get(target)
      if (anchor === undefined)
        throw new Error(`A link to ${target} leads nowhere, or to another heading of that name.`)
      return anchor
    },
  }
}

/** The file of the project to which an address on a page leads; undefined for an address elsewhere. */
function targetOf(page, address) {
  if (/^[a-z][a-z+.-]*:/.test(address)) return undefined
  if (address.startsWith('#')) return `${page}${address}`
  return path.posix.join(path.posix.dirname(page), address)
}

/** The name of a heading in links, as VS Code makes it. */
function slug(words) {
  return words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
}
