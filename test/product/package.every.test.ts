/** What `npm run package` packs is what the extension needs, and nothing else. */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { globSync } from 'tinyglobby'
import { itWhole } from '../support/tier'

const root = path.resolve(import.meta.dirname, '..')
const run = promisify(execFile)

/** Where the links and pictures of a page lead. */
function linksOf(page: string): string[] {
  const prose = page.replace(/^( *)`{3,}[\s\S]*?^\1`{3,}|`[^`\n]*`/gm, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address]) => address ?? '')
}

/** The names by which links lead to headings. */
function headingsOf(page: string): string[] {
  const prose = page.replace(/^( *)`{3,}[\s\S]*?^\1`{3,}/gm, '')
  return [...prose.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
}

describe('the packed extension', () => {
  let folder = ''
  let files: ReadonlyMap<string, Uint8Array>

  const pack = async (name: string): Promise<Buffer> => {
    const target = path.join(folder, name)
    await run(process.execPath, ['scripts/package.mjs', target], { cwd: root })
    return readFileSync(target)
  }
  const text = (name: string): string => strFromU8(files.get(name) ?? new Uint8Array())
  /** The names of what is in a folder, and in folders in it. */
  const inside = (prefix: string): string[] =>
    [...files.keys()].filter(name => name.startsWith(prefix)).map(name => name.slice(prefix.length))

  before(async function () {
    this.timeout(5 * 60_000) // the packer may have to be fetched
    folder = mkdtempSync(path.join(tmpdir(), 'packed-'))
    const packed = process.env.PACKED_EXTENSION // where the run has packed it
    if (packed !== undefined) copyFileSync(packed, path.join(folder, 'one.vsix'))
    else await pack('one.vsix')
    files = new Map(
      Object.entries(unzipSync(readFileSync(path.join(folder, 'one.vsix')))).map(
        ([name, bytes]) => [name.replace(/^extension\//, ''), bytes],
      ),
    )
  })

  after(() => rmSync(folder, { recursive: true, force: true }))

  it('has the folders that are needed when it runs', () => {
    const tops = [...new Set([...files.keys()].map(name => name.replace(/\/.*/, '/')))]
    assert.deepEqual(tops.sort(), [
      'LICENSE.txt',
      '[Content_Types].xml',
      'changelog.md',
      'client/',
      'dist/',
      'docs/',
      'extension.vsixmanifest',
      'package.json',
      'package.nls.json',
      'readme.md',
      'samples/',
      'schemas/',
      'snippets/',
      'syntaxes/',
    ])
  })

  // With the program and the library, which are in the package for npm, the extension would be a tenth larger.
  it('has every bundle that it loads, but not what leads back to the sources', () => {
    const built = globSync(['*.js', '*.css', '*.txt', 'web/*.js'], { cwd: path.join(root, 'dist') })
    const needed = built.filter(name => !/^(?:cli|library|program)\.js$/.test(name))
    assert.deepEqual(inside('dist/').sort(), needed.sort())
    for (const name of ['server-code.js', 'web/client.js', 'web/server.js'])
      assert(built.includes(name), name)
  })

  it('is small enough to be sent by mail and mirrored', () => {
    const { size } = statSync(path.join(folder, 'one.vsix'))
    assert(size <= 2_200_000, `${size} bytes`)
  })

  it('is complete for a gallery, with an icon that is legible on any colour', () => {
    const about = JSON.parse(text('package.json'))
    const icon = files.get(about.icon) ?? new Uint8Array()
    const view = new DataView(icon.buffer, icon.byteOffset)
    assert.deepEqual([view.getUint32(16), view.getUint32(20)], [256, 256])
    // In sixteen colours, some of which are seen through.
    assert.equal(icon[25], 3, 'has few colours')
    assert(Buffer.from(icon).includes('tRNS'), 'has a transparent ground')
    assert.match(about.galleryBanner.color, /^#[0-9a-f]{6}$/)
    assert(about.keywords.length >= 5 && about.keywords.length <= 30)
    assert(about.description.length <= 200)
    assert.equal(about.pricing, 'Free')
    assert.equal(about.capabilities.untrustedWorkspaces.supported, true)
    assert.equal(about.capabilities.virtualWorkspaces, true)
  })

  it('names each package that is in a bundle, with its licence in full', async () => {
    const notices = text('dist/third-party-notices.txt')
    const maps = globSync(['*.js.map', 'web/*.js.map'], { cwd: path.join(root, 'dist') })
    const folders = new Set(
      maps.flatMap(map =>
        JSON.parse(readFileSync(path.join(root, 'dist', map), 'utf8')).sources.flatMap(
          (source: string) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source)?.[0] ?? [],
        ),
      ),
    )
    assert(folders.size > 20)
    // A package that comes as one file names what is in it as if that were installed, too.
    const installed = [...folders].filter(each => existsSync(path.join(root, each)))
    for (const each of installed) {
      const { name, version } = JSON.parse(
        readFileSync(path.join(root, each, 'package.json'), 'utf8'),
      )
      assert(notices.includes(`\n${name} ${version}\nLicence: `), name)
    }
    for (const within of ['core-js', 'OpenJPEG', 'qcms', 'Adobe Glyph List', 'nanoid'])
      assert(notices.includes(`\n${within} (in `), within)
    const texts = notices.split(/^={80}$/m).filter((_, at) => at > 0 && at % 2 === 0)
    assert(texts.length >= installed.length)
    const empty = texts.filter(each => each.trim().length < 500)
    assert.deepEqual(empty, [])
  })

  it('has every page, and the pictures of the first steps', () => {
    const pages = globSync(['*.md', 'rules/*.md', 'pictures/start-*.png'], {
      cwd: path.join(root, 'docs'),
    })
    assert.deepEqual(inside('docs/').sort(), pages.sort())
  })

  it('leads from every page only to what is packed', () => {
    const pages = [...files.keys()].filter(name => name.endsWith('.md') && name !== 'readme.md')
    const dead = pages.flatMap(page =>
      linksOf(text(page))
        .filter(link => !/^https:/.test(link))
        .filter(link => {
          const [name, anchor] = link.split('#')
          const target = name ? path.posix.join(path.posix.dirname(page), name) : page
          return !files.has(target) || (anchor && !headingsOf(text(target)).includes(anchor))
        })
        .map(link => `${page}: ${link}`),
    )
    assert.deepEqual(dead, [])
  })

  // On the extension's page VS Code follows no link to a file, and shows no picture from one.
  it('has a README whose links lead to its own chapters', () => {
    const readme = text('readme.md')
    const headings = headingsOf(readme)
    const links = linksOf(readme)
    assert(links.length > 10, links.join())
    const lost = links.filter(
      link => !link.startsWith('https:') && !headings.includes(link.replace(/^#/, '')),
    )
    assert.deepEqual(lost, [])
    for (const page of ['# Importing a report', '# From a draft to Word', '# Report types'])
      assert(readme.includes(`\n${page}\n`), page)
    assert.doesNotMatch(readme, /!\[|npm install|in the project/)
  })

  it('has each other file that package.json or the code names', () => {
    const named = [
      ...[...text('package.json').matchAll(/"(?:\.\/)?((?:\w[\w-]*\/)+[\w.-]+\.\w+)"/g)],
    ].map(([, file]) => file ?? '')
    const notHere = ['dist/cli.js', 'dist/library.js', 'dist/library.d.ts'] // for npm
    assert(named.includes('dist/client.js') && named.includes('docs/pictures/start-own.png'))
    const others = ['client/icons/report.svg', 'samples/first-steps.inspection.md', ...named]
    assert.deepEqual(
      others.filter(file => !files.has(file) && !notHere.includes(file)),
      [],
    )
    for (const top of ['client/', 'samples/', 'schemas/', 'snippets/', 'syntaxes/'])
      assert(inside(top).length <= 2, `${top}: ${inside(top)}`)
  })

  it('names no repository, and nothing of the machine that packed it', () => {
    assert.doesNotMatch(text('package.json'), /"(?:repository|bugs|homepage)"/)
    assert.doesNotMatch(text('extension.vsixmanifest'), /\.(?:Source|Links\.\w+)"/)
    const about = [...files].filter(([, bytes]) => strFromU8(bytes, true).includes(root))
    assert.deepEqual(
      about.map(([name]) => name),
      [],
    )
  })

  itWhole(
    'is the same, byte for byte, when it is packed again',
    async function (this: Mocha.Context) {
      this.timeout(10 * 60_000)
      assert((await pack('two.vsix')).equals(readFileSync(path.join(folder, 'one.vsix'))))
    },
  )
})
