// The checks of a release that need nothing built: versions, what has changed, links, and what runs at an installation.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'

const root = path.resolve(import.meta.dirname, '../..')
const read = file => readFileSync(path.join(root, file), 'utf8')

/** `package.json`, `package-lock.json` and CHANGELOG agree on the version, and the latter says what is in it. */
export function versions() {
  const { version } = JSON.parse(read('package.json'))
  const lock = JSON.parse(read('package-lock.json'))
  const [, newest, about] =
    /^## (\S+)\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(read('CHANGELOG.md')) ?? []
  return [
    ...[lock.version, lock.packages[''].version]
      .filter(other => other !== version)
      .map(other => `package-lock.json has the version ${other}, package.json ${version}.`),
    ...(newest === version
      ? []
      : [`CHANGELOG.md begins with ${newest}, and package.json has the version ${version}.`]),
    ...((about ?? '').trim().length > 40 ? [] : ['CHANGELOG.md does not say what has changed.']),
  ]
}

/** Nothing that is shipped runs when it is installed. */
export function installScripts() {
  const { scripts } = JSON.parse(read('package.json'))
  return ['preinstall', 'install', 'postinstall', 'vscode:uninstall']
    .filter(name => scripts[name] !== undefined)
    .map(name => `package.json has a script "${name}", which would run at every installation.`)
}

/** Every link on every page leads to a file and a heading that are there. */
export function links() {
  const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root })
  const texts = new Map(pages.map(page => [page, read(page)]))
  const headings = new Map([...texts].map(([page, text]) => [page, new Set(headingsOf(text))]))
  return pages.flatMap(page =>
    linksOf(texts.get(page))
      .filter(link => !/^[a-z][a-z+.-]*:/.test(link))
      .filter(link => {
        const [name, anchor] = link.split('#')
        const target = name === '' ? page : path.posix.join(path.posix.dirname(page), name)
        if (!existsSync(path.join(root, target))) return true
        return anchor !== undefined && headings.get(target)?.has(anchor) === false
      })
      .map(link => `${page} has a link to ${link}, which leads nowhere.`),
  )
}

const fenced = /^( *)`{3,}[\s\S]*?^\1`{3,}/gm

function linksOf(page) {
  const prose = page.replace(fenced, '').replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address]) => address)
}

function headingsOf(page) {
  return [...page.replace(fenced, '').matchAll(/^#+ (.+)$/gm)].map(([, words]) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** What is wrong with the papers, each in a sentence. */
export const papers = () => [...versions(), ...installScripts(), ...links()]

if (process.argv[1] === import.meta.filename) {
  const wrong = papers()
  for (const each of wrong) console.error(each)
  process.exitCode = wrong.length === 0 ? 0 : 1
}
