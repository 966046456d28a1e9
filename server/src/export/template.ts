/**
 * Puts a report into a Word document that an office has made as its template.
 *
 * The library fills placeholders in a document and gives what it adds list numbers of its own, so the template's
 * body is reduced to one placeholder, unless it has `{{report}}` somewhere itself: in that case, everything
 * around that is kept. Styles, headers, footers and page sizes are the template's.
 */

import * as l10n from '@vscode/l10n'
import { PatchType, patchDocument } from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { htmlText } from '../text/escape'
import { finish } from '../text/steps'
import type { Part } from './document'
import { numberingOf, withStyleNumbers } from './numbering'
import { type Role, styleId } from './styles'
import { markAsDraft } from './template-draft'
import { TemplateError } from './template-error'
import { removeLeftovers } from './template-leftovers'
import { removeOutside } from './template-outside'
import { documentPart, stylesPart, templateParts, unreadable } from './template-parts'
import { fittedStyles } from './template-styles'
import { bodyOf, contentsDepth } from './word'
import { attributeOf, elements, firstTag, withElements } from './xml-elements'

export interface TemplateOptions {
  /** Names of the template's styles by role, where they differ from the usual ones. */
  readonly styleNames?: Readonly<Partial<Record<Role, string>>>
  /** The styles of a new document, as XML: any that the template lacks are taken from it. */
  readonly defaults: string
  /** The title of the report, which programs read out and show for the file. */
  readonly title: string
  /** Does each page say that this is a draft? */
  readonly isDraft: boolean
}

export interface FilledTemplate {
  readonly bytes: Uint8Array
  /** What was left out of the template, in sentences for the user. */
  readonly remarks: readonly string[]
}

const propertiesPart = 'docProps/core.xml'
const numberingPart = 'word/numbering.xml'
const footnotesPart = 'word/footnotes.xml'
const placeholder = 'report'

/** The report in the template. Throws a `TemplateError` where the template is not a Word document. */
export async function fillTemplate(
  template: Uint8Array,
  parts: readonly Part[],
  options: TemplateOptions,
): Promise<FilledTemplate> {
  const files = finish(templateParts(template))
  const remarks = removeOutside(files)
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
  if (options.isDraft) markAsDraft(result)
  return { bytes: zipSync(result, { level: 6 }), remarks }
}

/** The library gives the style of a footnote's mark the name that English Word does. */
const withMark = (xml: string, style: string) =>
  xml.replaceAll('<w:rStyle w:val="FootnoteReference"/>', `<w:rStyle w:val="${style}"/>`)

/** The document's properties with the report's title in place of the template's. */
function withTitle(properties: string, title: string): string {
  const own = `<dc:title>${htmlText(title)}</dc:title>`
  const without = withElements(properties, 'dc:title', () => '')
  return without.includes('xmlns:dc=')
    ? without.replace('</cp:coreProperties>', () => `${own}</cp:coreProperties>`)
    : properties
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

/** The document's XML with the placeholder as its only text, before the settings of the last section. */
function withPlaceholder(xml: string): string {
  if (visibleText(xml).includes(`{{${placeholder}}}`)) return xml
  const open = firstTag(xml, 'w:body')
  const close = xml.lastIndexOf('</w:body>')
  if (open === undefined || close === -1) throw new TemplateError(unreadable())
  const start = open.end
  const paragraph = `<w:p><w:r><w:t>{{${placeholder}}}</w:t></w:r></w:p>`
  return xml.slice(0, start) + paragraph + lastSection(xml.slice(start, close)) + xml.slice(close)
}

function visibleText(xml: string): string {
  let text = ''
  for (const { start, end, tag } of elements(xml, 'w:t'))
    text += xml.slice(start + tag.length, xml.lastIndexOf('<', end - 1))
  return text
}

/** The settings of the last section: page size, headers and footers. */
function lastSection(body: string): string {
  const start = body.lastIndexOf('<w:sectPr')
  return start === -1 || /<\/w:(?:p|tbl)>/.test(body.slice(start)) ? '' : body.slice(start)
}

/** The width of the text on a page of the last section, in twentieths of a point. */
function textWidthOf(xml: string): number {
  const section = xml.slice(xml.lastIndexOf('<w:sectPr'))
  const value = (tag: string, name: string, otherwise: number): number => {
    const found = attributeOf(firstTag(section, `w:${tag}`)?.tag ?? '', `w:${name}`)
    const number = Number.parseInt(found ?? '', 10)
    return Number.isNaN(number) ? otherwise : number
  }
  const width =
    value('pgSz', 'w', 11906) - value('pgMar', 'left', 1440) - value('pgMar', 'right', 1440)
  return width > 1000 ? width : 9026
}

const idsOfLists = (numbering: string): ReadonlySet<string> =>
  new Set([...elements(numbering, 'w:num')].flatMap(({ tag }) => attributeOf(tag, 'w:numId') ?? []))

/** The document with its contents in the template's own styles, and their page numbers at its right margin. */
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
