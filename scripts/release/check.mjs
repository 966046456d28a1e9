// Checks whether what is committed can be released, and says of each part whether it can.
// `--offline` leaves out what asks the registry, and says so.
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { buildProduct, root } from '../build.mjs'
import { allowedLicences, packagesInBundles } from '../libraries/notices.mjs'
import { packExtension } from '../package.mjs'
import { run } from '../vscode/fetch.mjs'
import { installScripts, links, versions } from './papers.mjs'

const isOffline = process.argv.includes('--offline')
const out = path.join(root, 'out')

/** A megabyte is a million bytes: what mail and mirrors count. */
const mostBytes = 2_200_000

/** Each part returns what is wrong, one sentence a fault; or a text, where there is something to say. */
const parts = [
  ['Versions and changelog', versions],
  ['Nothing runs at an installation', installScripts],
  ['Links of all pages', links],
  ['Licences of what is bundled', licences],
  ['List of components (CycloneDX)', components],
  ['Examples in the pages', () => tests('docs/')],
  ['Size and contents of the extension', contents],
  ['The package for npm, its size and types', npmPackage],
  ['Two fresh clones give the same bytes', reproducible],
  ['Known advisories', advisories],
]

async function licences() {
  await buildProduct()
  const packages = await packagesInBundles()
  return packages.flatMap(({ name, licence }) =>
    licence
      .replace(/[()]/g, '')
      .split(/ (?:AND|OR) /)
      .filter(each => !allowedLicences.has(each))
      .map(each => `${name} is under ${each}, which nobody has allowed.`),
  )
}

/** As npm makes it of what is installed, without what is not in a bundle. */
async function components() {
  const all = JSON.parse(await npm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']))
  const bundled = new Set(
    (await packagesInBundles()).map(({ name, version }) => `${name}@${version}`),
  )
  const kept = all.components.filter(({ group, name, version }) =>
    bundled.has(`${group === undefined || group === '' ? '' : `${group}/`}${name}@${version}`),
  )
  const references = new Set([all.metadata.component, ...kept].map(each => each['bom-ref']))
  const dependencies = all.dependencies
    .filter(({ ref }) => references.has(ref))
    .map(each => ({ ...each, dependsOn: each.dependsOn?.filter(ref => references.has(ref)) }))
  await mkdir(out, { recursive: true })
  const list = { ...all, components: kept, dependencies }
  await writeFile(path.join(out, 'components.cdx.json'), `${JSON.stringify(list, undefined, 2)}\n`)
  const named = kept.length
  return named < 15
    ? [`Only ${named} components were found.`]
    : `${named} in out/components.cdx.json`
}

async function tests(words) {
  await run(process.execPath, ['scripts/test-unit.mjs', words], { cwd: root })
  return []
}

async function contents() {
  const vsix = await packExtension()
  const { size } = await stat(vsix)
  const names = Object.keys(unzipSync(await readFile(vsix)))
  const needless = names.filter(name => /node_modules|\.map$|\.ts$|\/test\//.test(name))
  const wrong = needless.map(name => `${name} is in the extension and does not belong there.`)
  if (size > mostBytes) wrong.push(`The extension has ${size} bytes, more than ${mostBytes}.`)
  return wrong.length > 0 ? wrong : `${size} bytes, ${names.length} files`
}

async function npmPackage() {
  await run(process.execPath, ['scripts/release/npm-package.mjs'], { cwd: root })
  return []
}

/** From what is committed, with nothing of this checkout but the packer and the browser that have been fetched. */
async function reproducible() {
  const folder = await mkdtemp(path.join(tmpdir(), 'release-'))
  try {
    const sums = []
    for (const name of ['one', 'another place']) {
      const clone = path.join(folder, name)
      await run('git', ['clone', '--quiet', root, clone])
      await symlink(path.join(root, '.vscode-test'), path.join(clone, '.vscode-test'), 'junction')
      await npm(['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'], clone)
      const vsix = path.join(folder, `${name}.vsix`)
      await run(process.execPath, ['scripts/build.mjs', '--quiet'], { cwd: clone })
      await run(process.execPath, ['scripts/package.mjs', vsix], { cwd: clone })
      sums.push(
        createHash('sha256')
          .update(await readFile(vsix))
          .digest('hex'),
      )
    }
    const [one, another] = sums
    return one === another ? `SHA-256 ${one}` : [`They differ: ${one} and ${another}.`]
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function advisories() {
  if (isOffline) return 'not asked (--offline)'
  const unknown = reason => `not known, since the registry does not answer (${reason})`
  let answer
  try {
    answer = JSON.parse(await npm(['audit', '--json', '--package-lock-only']))
  } catch (error) {
    return unknown(error.message)
  }
  const { message, metadata } = answer
  if (metadata === undefined) return unknown(message ?? 'without a reason')
  const { total } = metadata.vulnerabilities
  return total === 0 ? 'none' : [`npm audit reports ${total}. Run it to see them.`]
}

/** What npm prints; for `audit` also where it ends with a status of its own. */
async function npm(args, cwd = root) {
  const [command, first] = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, [process.env.npm_execpath]]
    : ['npm', []]
  return run(command, [...first, ...args], { cwd, allowed: args[0] === 'audit' ? [0, 1] : [0] })
}

let failed = 0
for (const [title, check] of parts) {
  let found
  try {
    found = await check()
  } catch (error) {
    found = [error.message]
  }
  const wrong = Array.isArray(found) ? found : []
  const said = typeof found === 'string' ? `: ${found}` : ''
  console.log(wrong.length === 0 ? `✓ ${title}${said}` : `✗ ${title}`)
  for (const each of wrong) console.log(`  ${each}`)
  failed += wrong.length
}
console.log(failed === 0 ? 'This can be released.' : 'This cannot be released yet.')
process.exitCode = failed === 0 ? 0 : 1
