/** What a PDF carries besides the text that is read in it: who made it, comments, files and scripts inside. */

import * as l10n from '@vscode/l10n'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { FileTrace } from '../../features/leaving/file-traces'
import { append } from '../../text/lists'
import { singleSpaced } from '../../text/spaces'
import { isAddress } from '../word/outside'
import { commentTypes } from './annotations'
import { inDocument } from './document'

interface ContentsOptions {
  /** Awaited between pages; it may stop the work by throwing. */
  readonly pause?: () => Promise<void>
}

/** Throws an `ImportError` as the reading of the text does. */
export function pdfContents(
  bytes: Uint8Array,
  { pause = async () => {} }: ContentsOptions = {},
): Promise<readonly FileTrace[]> {
  return inDocument(bytes, pause, async (document, { budget, check, rest }) => {
    const found: FileTrace[] = []
    for (let number = 1; number <= document.numPages; number++) {
      await rest()
      budget.enter(String(number))
      budget.deliver(0, 1)
      const page = await document.getPage(number)
      append(found, await pageTraces(page, number))
      page.cleanup()
      check()
    }
    append(found, await programs(document))
    append(found, await attachments(document))
    append(found, await properties(document))
    check()
    return found
  })
}

/** The parts of an annotation, as the reader gives them, that are used here. */
interface Annotation {
  readonly subtype?: string
  readonly unsafeUrl?: string
  readonly actions?: unknown
  readonly file?: { readonly filename?: string }
  readonly contentsObj?: { readonly str?: string }
  readonly titleObj?: { readonly str?: string }
}

async function pageTraces(page: PDFPageProxy, number: number): Promise<readonly FileTrace[]> {
  // Those that are not shown are in the file all the same.
  const all = (await page.getAnnotations({ intent: 'any' })) as readonly Annotation[]
  const where = l10n.t('Page {0}', number)
  const scripts = (await page.getJSActions()) !== null || all.some(({ actions }) => hasAny(actions))
  const seen = new Set<string>()
  const found = all
    .flatMap(each => annotationTraces(each, where))
    .filter(({ what, words }) => {
      const isNew = !seen.has(`${what} ${words}`)
      seen.add(`${what} ${words}`)
      return isNew
    })
  return scripts ? [...found, { ...script(), where }] : found
}

function annotationTraces(
  { subtype = '', unsafeUrl = '', file, contentsObj, titleObj }: Annotation,
  where: string,
): readonly FileTrace[] {
  const words = singleSpaced(contentsObj?.str ?? '').trim()
  const place = { at: undefined, where }
  if (commentTypes.test(subtype)) {
    const author = titleObj?.str?.trim() ?? ''
    const what = author === '' ? l10n.t('Comment') : l10n.t('Comment by {0}', author)
    return [{ kind: 'comments', what, words, ...place }]
  }
  if (subtype === 'FileAttachment')
    return [
      { kind: 'embedded', what: l10n.t('A file inside'), words: file?.filename ?? words, ...place },
    ]
  const leadsAway = isAddress(unsafeUrl) && !/^(?:https?|mailto):/i.test(unsafeUrl)
  return leadsAway
    ? [{ kind: 'fetching', what: l10n.t('A link leads to'), words: unsafeUrl, ...place }]
    : []
}

const hasAny = (actions: unknown) =>
  typeof actions === 'object' && actions !== null && Object.keys(actions).length > 0

const script = (): FileTrace => ({
  kind: 'embedded',
  what: l10n.t('A program'),
  words: '',
  at: undefined,
  where: '',
})

async function programs(document: PDFDocumentProxy): Promise<readonly FileTrace[]> {
  return (await document.hasJSActions()) ? [script()] : []
}

async function attachments(document: PDFDocumentProxy): Promise<readonly FileTrace[]> {
  const files: unknown = await document.getAttachments()
  if (typeof files !== 'object' || files === null) return []
  return Object.keys(files).map(words => ({
    kind: 'embedded',
    what: l10n.t('A file inside'),
    words,
    at: undefined,
    where: '',
  }))
}

/** What the file says of itself, in its own list and in the one that other programs read, each once. */
async function properties(document: PDFDocumentProxy): Promise<readonly FileTrace[]> {
  const { info, metadata } = await document.getMetadata()
  const own = Object.entries(info as Readonly<Record<string, unknown>>)
  const custom = own.find(([name]) => name === 'Custom')?.[1]
  const added = typeof custom === 'object' && custom !== null ? Object.entries(custom) : []
  const others = metadata === null ? [] : ([...metadata] as readonly [string, unknown][])
  const found = new Map<string, FileTrace>()
  let hasLabel = false
  const add = (what: string | undefined, value: unknown) => {
    const words = singleSpaced(
      [value]
        .flat()
        .filter(each => typeof each === 'string')
        .join(', '),
    ).trim()
    if (what === undefined || words === '' || found.has(words)) return
    found.set(words, { kind: 'properties', what, words, at: undefined, where: '' })
  }
  for (const [name, value] of [...own, ...others]) add(named(name), value)
  for (const [name, value] of [...added, ...others.filter(([name]) => name.startsWith('pdfx:'))]) {
    if (/(?:^|:)msip_label_/i.test(name)) hasLabel = true
    else add(l10n.t('Property “{0}”', name.replace(/^pdfx:/, '')), value)
  }
  return hasLabel ? [...found.values(), labelled()] : [...found.values()]
}

const labelled = (): FileTrace => ({
  kind: 'properties',
  what: l10n.t('A label of the office, with the number by which Microsoft knows the office'),
  words: '',
  at: undefined,
  where: '',
})

/** What a property is called that says who or what about; undefined for dates, numbers and programs. */
function named(name: string): string | undefined {
  switch (name) {
    case 'Author':
    case 'dc:creator':
      return l10n.t('Author')
    case 'Title':
    case 'dc:title':
      return l10n.t('Title')
    case 'Subject':
    case 'dc:description':
      return l10n.t('Subject')
    case 'Keywords':
    case 'dc:subject':
    case 'pdf:keywords':
      return l10n.t('Keywords')
    default:
      return undefined
  }
}
