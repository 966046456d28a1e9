/** Makes Word files for the tests, from the XML of their parts. */

import { strToU8, zipSync } from 'fflate'

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface WordParts {
  /** The content of `w:body`. */
  readonly body: string
  readonly numbering?: string
  readonly styles?: string
  readonly comments?: string
  readonly commentsExtended?: string
  readonly footnotes?: string
  readonly footer?: string
  /** Addresses of links, by their ids. */
  readonly links?: Readonly<Record<string, string>>
}

export function wordFile({ body, links = {}, ...parts }: WordParts): Uint8Array {
  const names = Object.keys(parts) as (keyof typeof parts)[]
  const root = {
    numbering: 'numbering',
    styles: 'styles',
    comments: 'comments',
    commentsExtended: 'commentsEx',
    footnotes: 'footnotes',
    footer: 'ftr',
  }
  const files: Record<string, Uint8Array> = {
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${space}><w:body>${body}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships>${names
        .map(name => `<Relationship Id="${name}" Type="${relation}/${name}" Target="${name}.xml"/>`)
        .join('')}${Object.entries(links)
        .map(
          ([id, address]) =>
            `<Relationship Id="${id}" Type="${relation}/hyperlink" Target="${address}" TargetMode="External"/>`,
        )
        .join('')}</Relationships>`,
    ),
  }
  for (const name of names)
    files[`word/${name}.xml`] = strToU8(
      `<w:${root[name]} ${space}>${parts[name]}</w:${root[name]}>`,
    )
  return zipSync(files)
}

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
