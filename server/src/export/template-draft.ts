/** Says on each page of a document made with a template that it is a draft. */

import { strFromU8, strToU8 } from 'fflate'
import { attributeOf, elements, firstTag } from './xml-elements'

/** Reports are English, whatever the language of VS Code. */
export const draftWord = 'Draft'

const line = `<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>${draftWord}</w:t></w:r></w:p>`

const documentPart = 'word/document.xml'
const relations = 'word/_rels/document.xml.rels'
const types = '[Content_Types].xml'
const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relationSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const headerType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml'

/**
 * Puts the word at the top of each header that the document has, and makes a header of those that its first section
 * lacks, which later sections take over.
 */
export function markAsDraft(files: Record<string, Uint8Array>): void {
  for (const name of headersIn(files))
    change(files, name, xml => {
      const { end = 0 } = firstTag(xml, 'w:hdr') ?? {}
      return xml.slice(0, end) + line + xml.slice(end)
    })
  const document = text(files, documentPart)
  const section = firstTag(document, 'w:sectPr')
  const kinds = ['default', 'first', 'even'].filter(kind => !hasHeader(document, kind))
  if (section === undefined || kinds.length === 0) return
  const part = 'word/headerDraft.xml'
  files[part] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr xmlns:w="${space}">${line}</w:hdr>`,
  )
  change(files, types, xml =>
    xml.replace('</Types>', `<Override PartName="/${part}" ContentType="${headerType}"/></Types>`),
  )
  change(files, relations, xml =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="draftHeader" Type="${relationSpace}/header" Target="headerDraft.xml"/></Relationships>`,
    ),
  )
  const references = kinds
    .map(
      kind => `<w:headerReference xmlns:r="${relationSpace}" w:type="${kind}" r:id="draftHeader"/>`,
    )
    .join('')
  const open = section.tag.endsWith('/>')
    ? `${section.tag.slice(0, -2)}>${references}</w:sectPr>`
    : section.tag + references
  files[documentPart] = strToU8(
    document.slice(0, section.start) + open + document.slice(section.end),
  )
}

/** Does the first section have a header of that kind? */
function hasHeader(document: string, kind: string): boolean {
  const [section] = elements(document, 'w:sectPr')
  if (section === undefined) return false
  const own = document.slice(section.start, section.end)
  return [...elements(own, 'w:headerReference')].some(
    ({ tag }) => attributeOf(tag, 'w:type') === kind,
  )
}

function headersIn(files: Record<string, Uint8Array>): readonly string[] {
  return [...elements(text(files, relations), 'Relationship')]
    .filter(({ tag }) => attributeOf(tag, 'Type')?.endsWith('/header'))
    .map(({ tag }) => attributeOf(tag, 'Target') ?? '')
    .map(target => (target.startsWith('/') ? target.slice(1) : `word/${target}`))
    .filter(name => files[name] !== undefined)
}

const text = (files: Record<string, Uint8Array>, name: string) =>
  strFromU8(files[name] ?? new Uint8Array())

function change(files: Record<string, Uint8Array>, name: string, by: (xml: string) => string) {
  files[name] = strToU8(by(text(files, name)))
}
