/** Makes Word files for the tests, from the XML of their parts. */

import { strToU8, zipSync } from 'fflate'

const spaces: Readonly<Record<string, string>> = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  v: 'urn:schemas-microsoft-com:vml',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
}
const space = Object.entries(spaces)
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(' ')
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export interface WordParts {
  /** The content of `w:body`. */
  readonly body: string
  readonly numbering?: string
  readonly styles?: string
  readonly comments?: string
  readonly commentsExtended?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly people?: string
  readonly footer?: string
  /** Addresses of links, by their ids: those of the text, and those of the footnotes. */
  readonly links?: Readonly<Record<string, string>>
  readonly footnoteLinks?: Readonly<Record<string, string>>
}

export function wordFile({ body, links = {}, footnoteLinks, ...parts }: WordParts): Uint8Array {
  const names = Object.keys(parts) as (keyof typeof parts)[]
  const root = {
    numbering: 'w:numbering',
    styles: 'w:styles',
    comments: 'w:comments',
    commentsExtended: 'w15:commentsEx',
    people: 'w15:people',
    footnotes: 'w:footnotes',
    endnotes: 'w:endnotes',
    footer: 'w:ftr',
  }
  const overrides = names.map(
    name => `<Override PartName="/word/${name}.xml" ContentType="${kind}.${name}+xml"/>`,
  )
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kind}.document.main+xml"/>${overrides.join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${space}><w:body>${body}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="${packages}/relationships">${names
        .map(name => `<Relationship Id="${name}" Type="${relation}/${name}" Target="${name}.xml"/>`)
        .join('')}${linked(links)}</Relationships>`,
    ),
    ...(footnoteLinks && {
      'word/_rels/footnotes.xml.rels': strToU8(
        `<Relationships>${linked(footnoteLinks)}</Relationships>`,
      ),
    }),
  }
  for (const name of names)
    files[`word/${name}.xml`] = strToU8(`<${root[name]} ${space}>${parts[name]}</${root[name]}>`)
  return zipSync(files)
}

const linked = (links: Readonly<Record<string, string>>) =>
  Object.entries(links)
    .map(
      ([id, address]) =>
        `<Relationship Id="${id}" Type="${relation}/hyperlink" Target="${address}" TargetMode="External"/>`,
    )
    .join('')

/** A paragraph; `properties` is the content of `w:pPr`. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`
}

export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text.replace(/&/g, '&amp;')}</w:t></w:r>`
}

/** Puts a paragraph into a list. */
export function inList(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
}

export function level(at: number, format: string, pattern: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>${more}</w:lvl>`
}

export function definition(id: number, levels: string): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
}

export function list(id: number, definition: number, more = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`
}

export function table(rows: readonly (readonly string[])[], header = false): string {
  const cells = (row: readonly string[]) =>
    row.map(cell => `<w:tc>${paragraph(cell)}</w:tc>`).join('')
  return `<w:tbl>${rows
    .map(
      (row, at) =>
        `<w:tr>${header && at === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells(row)}</w:tr>`,
    )
    .join('')}</w:tbl>`
}
