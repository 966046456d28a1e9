/** Reads the text of a PDF, with the columns of its tables kept. */

import * as l10n from '@vscode/l10n'
import './no-drawing'
import { getDocument, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { ImportError } from '../import-error'
import { type Change, done, open } from '../text/change'
import { annotationsOf } from './annotations'
import { linesInColumns } from './columns'
import { repeatedTitles, withContinuedTables } from './continued-tables'
import { type Grid, gridsOf } from './grids'
import { leftEdge, pageText, wordsAtAngle } from './layout'
import { rulesOf } from './rules'
import { type Page, withoutRunningLines } from './running'
import { turnedItems, turnedRules, turnOf } from './turned'

// The library looks here before it loads a worker from a file, which there is none of in a bundle.
;(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker

export interface PdfOptions {
  readonly onProgress?: (done: number, all: number) => void
  readonly isCancelled?: () => boolean
}

export interface ReadPdf {
  /** The text of all pages, a form feed between them. */
  readonly text: string
  /** Their lines are lines of `text`. */
  readonly changes: readonly Change[]
}

/**
 * Reads all pages. Throws an `ImportError` for a PDF that has a password, is damaged, or consists of
 * pictures.
 */
export async function readPdf(
  bytes: Uint8Array,
  { onProgress, isCancelled }: PdfOptions = {},
): Promise<ReadPdf> {
  const task = getDocument({
    // The library takes the bytes over, and the caller may want them again.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
  })
  try {
    const document = await task.promise
    const pages: RuledPage[] = []
    for (let number = 1; number <= document.numPages; number++) {
      if (isCancelled?.()) throw new ImportError(l10n.t('The import was stopped.'))
      const page = await document.getPage(number)
      pages.push(await readPage(page))
      page.cleanup()
      onProgress?.(number, document.numPages)
    }
    return putTogether(pages)
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError(reasonOf(error), { cause: error })
  } finally {
    await task.destroy()
  }
}

interface RuledPage extends Page {
  readonly grids: readonly Grid[]
  readonly comments: readonly string[]
}

/** The text on a page and its tables; what is drawn is looked at only where text stands side by side. */
async function readPage(page: PDFPageProxy): Promise<RuledPage> {
  const content = await page.getTextContent()
  const { fields, comments } = await annotationsOf(page)
  const given = [...content.items.filter(item => 'str' in item), ...fields]
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const sheet = { left, bottom, right, top }
  const turn = turnOf(given)
  const items = turnedItems(given, turn, sheet)
  const height = turn % 180 === 0 ? top - bottom : right - left
  const read = { items, height, grids: [], comments }
  if (!/\S {3,}\S/.test(pageText(items)) && linesInColumns(items) === undefined) return read
  try {
    const rules = rulesOf(await page.getOperatorList())
    const grids = gridsOf(turnedRules(rules, turn, sheet))
    return { ...read, grids, items: items.map(item => ({ ...item, isBold: isBold(page, item) })) }
  } catch {
    // A picture that cannot be drawn takes nothing from the text.
    return read
  }
}

/** Fonts are known once the page has been drawn. */
function isBold({ commonObjs }: PDFPageProxy, { fontName = '' }: { readonly fontName?: string }) {
  if (!commonObjs.has(fontName)) return false
  const font = commonObjs.get(fontName) as { readonly name?: string; readonly bold?: boolean }
  return font.bold === true || /bold|black|heavy/i.test(font.name ?? '')
}

function putTogether(ruled: readonly RuledPage[]): ReadPdf {
  const { pages, left } = withoutRunningLines(ruled)
  const edge = leftEdge(ruled.map(({ items }) => items))
  const read = pages.map(({ items }, at) => pageText(items, ruled[at]?.grids, edge))
  const { texts, left: titles } = withContinuedTables(read)
  const text = texts.join('\n\f')
  // A scanned report may have a stamp or a page number in letters, but no page of text.
  if ((text.match(/\p{L}/gu)?.length ?? 0) < Math.min(20 * pages.length, 100))
    throw new ImportError(noText())
  const firstLines: number[] = []
  for (const [at, each] of texts.entries())
    firstLines[at + 1] = (firstLines[at] ?? 0) + each.split('\n').length
  const leftOut = (message: string) => (each: { readonly page: number; readonly text: string }) =>
    done('page-furniture', firstLines[each.page] ?? 0, message, { before: each.text })
  const atAngle = pages.flatMap(({ items }, page) => {
    const text = wordsAtAngle(items)
    return text === '' ? [] : [{ page, text }]
  })
  const changes = [
    ...left.map(leftOut(l10n.t('Left out a page header or footer.'))),
    ...titles.map(leftOut(repeatedTitles())),
    ...atAngle.map(leftOut(l10n.t('Left out words that stand at an angle.'))),
    ...ruled.flatMap(({ comments }, page) =>
      comments.map(before => open('note', firstLines[page] ?? 0, leftComment(), { before })),
    ),
  ]
  return { text, changes }
}

const leftComment = () =>
  l10n.t('A comment was left out. Write it into the draft as a note if it still matters.')

const noText = () =>
  l10n.t(
    'This PDF has no text, only pictures of its pages. Ask for the Word file, or have the text recognised (OCR) first.',
  )

function reasonOf(error: unknown): string {
  const name = (error as Error | undefined)?.name
  if (name === 'PasswordException')
    return l10n.t('This PDF has a password. Save it without one, and import that.')
  if (name === 'InvalidPDFException')
    return l10n.t(
      'This PDF is damaged. Save it again from the program that made it, and import that.',
    )
  return l10n.t(
    'This PDF could not be read. Save it again from the program that made it, or ask for the Word file, and import that.',
  )
}
