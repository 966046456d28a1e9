/**
 * Puts a report into a Word document that an office has made as its template.
 *
 * The library fills placeholders in a document and gives what it adds list numbers of its own, so the
 * template's body is reduced to one placeholder, unless it has `{{report}}` somewhere itself: then all
 * that stands around it is kept. Styles, headers, footers and page sizes are the template's.
 */

import * as l10n from '@vscode/l10n'
import { PatchType, patchDocument } from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Part } from './document'
import { numberingOf, withStyleNumbers } from './numbering'
import { type Role, styleId } from './styles'
import { removeLeftovers } from './template-leftovers'
import { fittedStyles } from './template-styles'
import { bodyOf, contentsDepth } from './word'

/** Why a template cannot be used, as a sentence for the user. */
export class TemplateError extends Error {}

export interface TemplateOptions {
  /** Names of the template's styles by role, where they differ from the usual ones. */
  readonly styleNames?: Readonly<Partial<Record<Role, string>>>
  /** The styles of a new document, as XML: those that the template lacks are taken from it. */
  readonly defaults: string
  /** The title of the report, which programs read out and show for the file. */
  readonly title: string
}

const documentPart = 'word/document.xml'
const stylesPart = 'word/styles.xml'
const propertiesPart = 'docProps/core.xml'
const numberingPart = 'word/numbering.xml'
const footnotesPart = 'word/footnotes.xml'
const placeholder = 'report'

/** The report in the template. Throws a `TemplateError` where the template is no Word document. */
export async function fillTemplate(
  template: Uint8Array,
  parts: readonly Part[],
  options: TemplateOptions,
): Promise<Uint8Array> {
  const files = unzipped(template)
  const body = strFromU8(files[documentPart] as Uint8Array)
  const styles = fittedStyles(strFromU8(files[stylesPart] ?? new Uint8Array()), options)
  const textWidth = textWidthOf(body)
  const emptied = withPlaceholder(body)
  files[documentPart] = strToU8(emptied)
  removeLeftovers(files, emptied)
  files[stylesPart] = strToU8(styles.xml)
  asDocument(files)
  const children = bodyOf(parts, {
    of: role => styles.ids.get(role) ?? styleId(role),
    footnoteText: styles.footnotes.text,
    selfNumbered: new Set(styles.selfNumbered.keys()),
    contentsDepth: contentsDepth(parts),
    textWidth,
    hasContents: parts.some(({ kind }) => kind === 'contents'),
    hasCoverPage: false,
  })
  const filled = await patchDocument({
    outputType: 'uint8array',
    data: zipSync(files),
    patches: { [placeholder]: { type: PatchType.DOCUMENT, children } },
    numbering: numberingOf(parts),
    pageNumbers: estimatePageNumbers,
  })
  const own = idsOfLists(strFromU8(files[numberingPart] ?? new Uint8Array()))
  const result = unzipSync(filled)
  const list = styles.selfNumbered.get('numbered')
  for (const part of [documentPart, footnotesPart]) {
    const xml = result[part]
    if (xml !== undefined) result[part] = strToU8(withMark(strFromU8(xml), styles.footnotes.mark))
  }
  const document = withContentsOf(
    strFromU8(result[documentPart] as Uint8Array),
    styles.contents,
    textWidth,
  )
  result[documentPart] = strToU8(document)
  const style = styles.ids.get('numbered')
  const numbers = result[numberingPart]
  if (list !== undefined && style !== undefined && numbers !== undefined)
    result[numberingPart] = strToU8(
      withStyleNumbers(strFromU8(numbers), document, { style, list }, own),
    )
  const properties = result[propertiesPart]
  if (properties !== undefined)
    result[propertiesPart] = strToU8(withTitle(strFromU8(properties), options.title))
  return zipSync(result, { level: 6 })
}

/** The library calls the style of a footnote's mark as English Word does. */
const withMark = (xml: string, style: string) =>
  xml.replaceAll('<w:rStyle w:val="FootnoteReference"/>', `<w:rStyle w:val="${style}"/>`)

/** The document's properties with the report's title in place of the template's. */
function withTitle(properties: string, title: string): string {
  const written = title.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const own = `<dc:title>${written}</dc:title>`
  const without = properties.replace(/<dc:title\b[^>]*(?:\/>|>[^<]*<\/dc:title>)/, '')
  return without.includes('xmlns:dc=')
    ? without.replace('</cp:coreProperties>', () => `${own}</cp:coreProperties>`)
    : properties
}

function unzipped(template: Uint8Array): Record<string, Uint8Array> {
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(template)
  } catch {
    throw new TemplateError(
      l10n.t('The template is not a Word document (.docx). Open it in Word and save it as one.'),
    )
  }
  if (files[documentPart] === undefined || files[stylesPart] === undefined) {
    throw new TemplateError(
      l10n.t(
        'The template has no Word text in it. Open it in Word and save it as a Word document (.docx).',
      ),
    )
  }
  return files
}

/** A template (.dotx) is turned into a document; one with macros would not open, so it is refused. */
function asDocument(files: Record<string, Uint8Array>): void {
  const types = strFromU8(files['[Content_Types].xml'] ?? new Uint8Array())
  if (types.includes('macroEnabled')) {
    throw new TemplateError(
      l10n.t(
        'The template has macros in it. Open it in Word and save it as a document without macros (.docx).',
      ),
    )
  }
  files['[Content_Types].xml'] = strToU8(
    types.replace('wordprocessingml.template.main+xml', 'wordprocessingml.document.main+xml'),
  )
}

/** The document's XML with the placeholder as its only text, before the last section's settings. */
function withPlaceholder(xml: string): string {
  if (visibleText(xml).includes(`{{${placeholder}}}`)) return xml
  const open = /<w:body(?:\s[^>]*)?>/.exec(xml)
  const close = xml.lastIndexOf('</w:body>')
  if (open === null || close === -1) {
    throw new TemplateError(
      l10n.t(
        'The template cannot be read. Open it in Word and save it as a Word document (.docx).',
      ),
    )
  }
  const start = open.index + open[0].length
  const paragraph = `<w:p><w:r><w:t>{{${placeholder}}}</w:t></w:r></w:p>`
  return xml.slice(0, start) + paragraph + lastSection(xml.slice(start, close)) + xml.slice(close)
}

function visibleText(xml: string): string {
  return [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)/g)].map(([, text]) => text).join('')
}

/** The settings of the last section: page size, headers and footers. */
function lastSection(body: string): string {
  const start = body.lastIndexOf('<w:sectPr')
  return start === -1 || /<\/w:(?:p|tbl)>/.test(body.slice(start)) ? '' : body.slice(start)
}

/** Width of the text on a page of the last section, in twentieths of a point. */
function textWidthOf(xml: string): number {
  const section = xml.slice(xml.lastIndexOf('<w:sectPr'))
  const value = (tag: string, name: string, otherwise: number): number => {
    const attributes = new RegExp(`<w:${tag}\\s([^>]*)>`).exec(section)?.[1] ?? ''
    const found = new RegExp(`w:${name}="(-?\\d+)`).exec(attributes)?.[1]
    return found === undefined ? otherwise : Number(found)
  }
  const width =
    value('pgSz', 'w', 11906) - value('pgMar', 'left', 1440) - value('pgMar', 'right', 1440)
  return width > 1000 ? width : 9026
}

const idsOfLists = (numbering: string): ReadonlySet<string> =>
  new Set([...numbering.matchAll(/<w:num\s[^>]*w:numId="(\d+)"/g)].map(([, id]) => id as string))

/** The document with the contents in the template's own styles, their page numbers at its right margin. */
function withContentsOf(
  document: string,
  contents: ReadonlyMap<string, string>,
  textWidth: number,
): string {
  return document
    .replace(/(<w:pStyle w:val=")(TOC\d)(")/g, (whole, before, id, after) => {
      const own = contents.get(id)
      return own === undefined ? whole : before + own + after
    })
    .replace(/(<w:tab w:val="right" )w:pos="9025"/g, `$1w:pos="${textWidth - 1}"`)
}
