/** A page as HTML. */

import { htmlText } from '../../text/escape'
import type { Page, PageBlock, PageSpan, PageText } from './page'

/** The page as a self-contained document, to be sent, opened in a browser and printed. */
export function pageAsHtml(page: Page): string {
  return pageFrame(page.title).join(`${pageBody(page)}\n`)
}

/** What comes before and after the contents of such a document. */
export function pageFrame(title: string): readonly [string, string] {
  return [
    `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(title)}</title>
<style>
${style}
</style>
</head>
<body>
`,
    `</body>
</html>
`,
  ]
}

/**
 * The contents of the page, without its frame. A link has no address, only `data-document` and `data-offset`, for
 * whoever shows the page to follow.
 */
export function pageBody({ title, blocks }: Page): string {
  return `<main>\n<h1>${htmlText(title)}</h1>\n${blocks.map(blockOf).join('\n')}\n</main>`
}

const style = `body { font: 1rem/1.5 "Segoe UI", Arial, sans-serif; color: #1a1a1a; background: #fff; margin: 2rem auto; max-width: 46rem; padding: 0 1rem }
h1 { font-size: 1.7rem; line-height: 1.2 }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #767676 }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem }
li { margin: .4rem 0 }
.to-tick { padding-left: 1.6rem; list-style: none }
.to-tick input { margin: 0 0 0 -1.6rem; width: 1.2rem }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; font-weight: bold; padding: .3rem 0 }
th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top }
@media print {
  body { margin: 0; max-width: none; font-size: 11pt }
  h2, h3 { break-after: avoid }
  li, tr { break-inside: avoid }
  thead { display: table-header-group }
}`

function blockOf(block: PageBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${htmlText(block.text)}</h${block.level}>`
    case 'text':
      return `<p>${inline(block.content)}</p>`
    case 'list':
      return block.isToTick
        ? `<ul class="to-tick">\n${block.items.map(item => `<li><label><input type="checkbox"> ${inline(item)}</label></li>`).join('\n')}\n</ul>`
        : `<ul>\n${block.items.map(item => `<li>${inline(item)}</li>`).join('\n')}\n</ul>`
    case 'table': {
      const head = block.columns.map(each => `<th scope="col">${htmlText(each)}</th>`).join('')
      const rows = block.rows.map(
        row => `<tr>${row.map(cell => `<td>${inline(cell)}</td>`).join('')}</tr>`,
      )
      const caption = `<caption>${htmlText(block.caption)}</caption>`
      return `<table>\n${caption}\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`
    }
  }
}

function inline(content: PageText): string {
  return content.map(spanOf).join('')
}

function spanOf(span: PageSpan): string {
  if (typeof span === 'string') return htmlText(span)
  const words = htmlText(span.text)
  switch (span.kind) {
    case 'strong':
      return `<strong>${words}</strong>`
    case 'struck':
      return `<del>${words}</del>`
    case 'added':
      return `<ins>${words}</ins>`
    case 'link': {
      const { document, offset } = span.to
      return `<a href="#" data-document="${document}" data-offset="${offset}">${words}</a>`
    }
  }
}
