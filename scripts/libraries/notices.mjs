// Writes the notices of the packages that are in the bundles: what they are called, and their licences in full.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { missingTexts, partsWithin } from './texts.mjs'

const root = path.resolve(import.meta.dirname, '../..')

/** Under which the packages that are shipped may be used; whoever adds one has read it. */
export const allowedLicences = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'],
  'Python-2.0',
])

/** Where the notices are in the extension and in the package. */
export const noticesFile = 'dist/third-party-notices.txt'

const bundled = new Set()

/** Notes what goes into each bundle, wherever it is built. */
export const noted = {
  name: 'noted',
  setup(build) {
    build.initialOptions.metafile = true
    build.onEnd(({ metafile }) => {
      for (const { inputs } of Object.values(metafile?.outputs ?? {}))
        for (const [file, { bytesInOutput }] of Object.entries(inputs))
          if (bytesInOutput > 0 && file.includes('node_modules/')) bundled.add(file)
    })
  },
}

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} [version] missing where the package has another one in it, which it does not say
 * @property {string} licence as an SPDX expression
 * @property {string} text
 * @property {string} [changes] what has been changed in it
 */

/** The packages that have been bundled so far, and what is in them, by name. */
export function packagesInBundles() {
  return packagesOf([...bundled])
}

/** The packages to which these files belong, and what is in them, by name. */
export async function packagesOf(files) {
  const folders = new Map()
  for (const file of files) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]
    if (folder === undefined) continue
    folders.set(folder, [...(folders.get(folder) ?? []), file])
  }
  const packages = new Map()
  for (const [folder, inside] of folders) {
    const own = await packageIn(folder)
    packages.set(`${own.name}@${own.version}`, own)
    for (const file of inside)
      for (const part of await partsOf(own.name, file))
        if (!packages.has(part.name)) packages.set(part.name, part)
  }
  return [...packages.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}

async function packageIn(folder) {
  const about = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8'))
  const { name, version, license: licence } = about
  return { name, version, licence, text: await licenceText(folder, name), ...changed[name] }
}

async function licenceText(folder, name) {
  const files = await readdir(path.join(root, folder))
  const file = files.find(file => /^(?:licen[cs]e|copying)(?:[.-](?:md|txt|mit))?$/i.test(file))
  if (file !== undefined) return readFile(path.join(root, folder, file), 'utf8')
  const ours = missingTexts[name]
  if (ours === undefined)
    throw new Error(
      `${name} has no licence text. Put it into scripts/libraries, and name it in texts.mjs.`,
    )
  return readFile(path.join(import.meta.dirname, ours), 'utf8')
}

/** A library in one file says where its pieces came from. */
const pieces =
  /^(?:;?\/\/|\/\/#region) (?:\.\/)?((?:node_modules\/(?:@[^/\s]+\/)?|external\/)[^/\s]+)\//gm

async function partsOf(owner, file) {
  const source = await readFile(path.join(root, file), 'utf8')
  const names = new Set([...source.matchAll(pieces)].map(([, piece]) => piece))
  const parts = []
  for (const [key, part] of Object.entries(partsWithin))
    if (names.delete(key) || (part?.sign !== undefined && source.includes(part.sign)))
      if (part !== undefined)
        parts.push(await withText({ ...part, name: `${part.name} (in ${owner})` }))
  if (names.size > 0)
    throw new Error(
      `${file} has ${[...names].join(', ')} in it: add them to scripts/libraries/texts.mjs.`,
    )
  return parts
}

async function withText({ name, licence, texts }) {
  const read = await Promise.all(texts.map(file => readFile(path.join(root, file), 'utf8')))
  return { name, licence, text: read.join('\n') }
}

/** Of the packages of which the build changes something, as their licences want it said. */
const changed = {
  '@vscode/l10n': { changes: 'What fetches translations has been taken out.' },
  docx: { changes: 'What measures equations has been taken out.' },
  'pdfjs-dist': {
    changes:
      'What shows, changes and fetches documents has been taken out, and what it unpacks and reads is counted.',
  },
}

/** The text of the notices. */
export function noticesOf(packages) {
  const line = '='.repeat(80)
  const about = packages.map(({ name, version, licence, text, changes }) => {
    const title = version === undefined ? name : `${name} ${version}`
    const said = changes === undefined ? '' : `${changes}\n`
    return `${line}\n${title}\nLicence: ${licence}\n${said}${line}\n\n${text.replace(/\r/g, '').trim()}\n`
  })
  return `Inspection Reports contains these programs and data of others. Each may be used under its licence.\n\n${about.join('\n')}`
}
