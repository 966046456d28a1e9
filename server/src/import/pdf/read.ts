/** Reads the text of a PDF, keeping the columns of its tables. */

import * as l10n from '@vscode/l10n'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { finish, type Steps } from '../../text/steps'
import { ImportError } from '../import-error'
import { type Change, done, open } from '../text/change'
import { annotationsOf } from './annotations'
import { linesInColumns } from './columns'
import { repeatedTitles, withContinuedTables } from './continued-tables'
import { inDocument } from './document'
import { withFootnotes } from './footnotes'
import { type Grid, gridsOf } from './grids'
import { leftEdge, pageText, wordsAtAngle } from './layout'
import { withPlainLettering } from './lettering'
import { withoutLineNumbers } from './line-numbers'
import { rulesOf } from './rules'
import { type Page, withoutRunningLines } from './running'
import { FontNames } from './symbols'
import { turnedItems, turnedRules, turnOf } from './turned'

export { pdfContents } from './contents'

export interface PdfOptions {
  readonly onProgress?: (done: number, all: number) => void
  /** Runs the steps of the work; all at once if left out. */
  readonly run?: <Result>(steps: Steps<Result>) => Result | Promise<Result>
  /** Awaited between pages, and during those that take long; it may stop the work by throwing. */
  readonly pause?: () => Promise<void>
}

export interface ReadPdf {
  /** The text of all pages, with a form feed between them. */
  readonly text: string
  /** Their line numbers refer to lines of `text`. */
  readonly changes: readonly Change[]
}

/**
 * Reads all pages. Throws an `ImportError` for a PDF that has a password, is damaged, consists of pictures, or
 * demands more work than its text accounts for.
 */
export async function readPdf(
  bytes: Uint8Array,
  { onProgress, run = finish, pause = async () => {} }: PdfOptions = {},
): Promise<ReadPdf> {
  const pages = await inDocument(bytes, pause, async (document, { budget, check, rest }) => {
    const { numPages } = document
    const pages: RuledPage[] = []
    const fonts = new FontNames()
    for (let number = 1; number <= numPages; number++) {
      await rest()
      budget.enter(String(number))
      budget.deliver(0, 1)
      const page = await document.getPage(number)
      pages.push(await readPage(page, fonts, check))
      page.cleanup()
      onProgress?.(number, numPages)
    }
    return pages
  })
  return run(putTogether(pages))
}

interface RuledPage extends Page {
  readonly grids: readonly Grid[]
  readonly comments: readonly string[]
}

/**
 * The text on a page and its tables; drawings are looked at only where pieces of text are side by side, or in a font
 * that may be one of symbols.
 */
async function readPage(
  page: PDFPageProxy,
  fonts: FontNames,
  check: () => void,
): Promise<RuledPage> {
  const content = await page.getTextContent()
  check()
  const { fields, comments } = await annotationsOf(page)
  check()
  const given = [...content.items.filter(item => 'str' in item), ...fields]
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const sheet = { left, bottom, right, top }
  const turn = turnOf(given)
  const items = turnedItems(given, turn, sheet)
  const height = turn % 180 === 0 ? top - bottom : right - left
  const mayHaveTable = isInPieces.test(pageText(items)) || linesInColumns(items) !== undefined
  if (!mayHaveTable && !fonts.isWanted(items))
    return { items: fonts.shown(items), height, grids: [], comments }
  try {
    const drawing = await page.getOperatorList()
    check()
    fonts.learn(items, fontName => fontOf(page, fontName)?.name)
    const grids = mayHaveTable ? gridsOf(turnedRules(rulesOf(drawing), turn, sheet), height) : []
    const shown = fonts.shown(items).map(item => ({ ...item, isBold: isBold(page, item) }))
    return { items: shown, height, grids, comments }
  } catch {
    check()
    // A picture that cannot be drawn does no harm to the text.
    return { items, height, grids: [], comments }
  }
}

/** Words beside others, or far to the right, as a grade is; the number of a page may be there on any page. */
const isInPieces = /\S {3,}\S|^ {20,}(?=\S)(?!\d+$)/m

interface Font {
  readonly name?: string
  readonly bold?: boolean
}

/** The fonts are known only once the page has been drawn. */
function fontOf({ commonObjs }: PDFPageProxy, fontName: string): Font | undefined {
  return commonObjs.has(fontName) ? (commonObjs.get(fontName) as Font) : undefined
}

function isBold(page: PDFPageProxy, { fontName = '' }: { readonly fontName?: string }) {
  const font = fontOf(page, fontName)
  return font?.bold === true || /bold|black|heavy/i.test(font?.name ?? '')
}

function* putTogether(read: readonly RuledPage[]): Steps<ReadPdf> {
  const ruled = yield* withPlainLettering(read)
  const unnumbered = yield* withoutLineNumbers(ruled)
  const { pages: own, left } = yield* withoutRunningLines(unnumbered.pages)
  const { pages, open: marks } = yield* withFootnotes(own)
  const edge = leftEdge(pages.map(({ items }) => items))
  yield
  const written: string[] = []
  for (const [at, { items }] of pages.entries()) {
    written.push(pageText(items, ruled[at]?.grids, edge))
    yield
  }
  const { texts, left: titles } = withContinuedTables(written)
  yield
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
    ...unnumbered.left.map(leftOut(l10n.t('Left out the line numbers in the margin.'))),
    ...titles.map(leftOut(repeatedTitles())),
    ...atAngle.map(leftOut(l10n.t('Left out words set at an angle.'))),
    ...marks.map(({ page, text }) =>
      open('footnote', firstLines[page] ?? 0, noFootnote(), { before: text }),
    ),
    ...ruled.flatMap(({ comments }, page) =>
      comments.map(before => open('comment', firstLines[page] ?? 0, leftComment(), { before })),
    ),
  ]
  return { text, changes }
}

const leftComment = () =>
  l10n.t('A comment was left out. Write it into the draft as a note if it still matters.')

const noFootnote = () =>
  l10n.t('No footnote was found for this raised number. Compare it with the PDF.')

const noText = () =>
  l10n.t(
    'This PDF has no text, only pictures of its pages. Ask for the Word file, or have the text recognised (OCR) first.',
  )
