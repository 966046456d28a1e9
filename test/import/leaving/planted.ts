/** Word documents in which something is planted that must not leave the house. */

import assert from 'node:assert/strict'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { wordToLeave } from '../../../server/src/import/leaving/word-contents'
import { finish } from '../../../server/src/text/steps'
import { paragraph, run, type WordParts, wordFile } from '../word/word-file'

export interface Planted extends WordParts {
  /** More parts by their names, with the XML of each or its bytes. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
  /** Relations of the document to more parts or places: their type's end, and where they lead. */
  readonly related?: readonly Related[]
  /** The same of the package. */
  readonly ofPackage?: readonly Related[]
}

export interface Related {
  readonly type: string
  readonly target: string
  readonly isOutside?: boolean
}

const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The document with those parts and relations besides its own. */
export function planted({ parts = {}, related = [], ofPackage = [], ...own }: Planted): Uint8Array {
  const files = unzipSync(wordFile(own))
  for (const [name, content] of Object.entries(parts))
    files[name] = typeof content === 'string' ? strToU8(content) : Uint8Array.from(content)
  relate(files, 'word/_rels/document.xml.rels', related)
  relate(files, '_rels/.rels', ofPackage)
  return zipSync(files)
}

function relate(files: Record<string, Uint8Array>, name: string, more: readonly Related[]): void {
  const xml = strFromU8(files[name] ?? new Uint8Array())
  const added = more.map(
    ({ type, target, isOutside = false }, at) =>
      `<Relationship Id="planted${at}" Type="${type.includes(':') ? type : `${kinds}/${type}`}" Target="${target}"${isOutside ? ' TargetMode="External"' : ''}/>`,
  )
  files[name] = strToU8(xml.replace('</Relationships>', `${added.join('')}</Relationships>`))
}

export const core = (content: string) =>
  `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${content}</cp:coreProperties>`

export const extended = (content: string) =>
  `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">${content}</Properties>`

export const custom = (content: string) =>
  `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${content}</Properties>`

export const customProperty = (name: string, value: string) =>
  `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`

/** A paragraph before and after, so that the place can be told apart. */
export const amid = (xml: string) =>
  `${paragraph('The first one.')}${xml}${paragraph('The last one.')}`

/** A paragraph with this in it, between two others. */
export const inParagraph = (xml: string, properties = '') =>
  amid(`<w:p>${properties}${run('It is ')}${xml}${run(' here.')}</w:p>`)

/** What is found in the document: `kind | what | words | place`, the place as the words of its line. */
export function foundIn(parts: Planted): readonly string[] {
  const { text, contents } = finish(wordToLeave(planted(parts)))
  return contents.traces.map(({ kind, what, words, at, where }) => {
    const line = at === undefined ? where : (text.slice(at).split('\n', 1)[0] ?? '')
    return [kind, what, words, line].join(' | ')
  })
}

/** A test for each document, with what is found in it. */
export function each(cases: Readonly<Record<string, readonly [Planted, readonly string[]]>>): void {
  for (const [name, [parts, expected]] of Object.entries(cases))
    it(name, () => assert.deepEqual(foundIn(parts), expected))
}
