/** A page as Markdown. */

import { markdownLine, markdownText } from '../../text/escape'
import type { Page, PageBlock, PageLink, PageSpan, PageText } from './page'

/**
 * The page in Markdown. `address` says where a link leads (`report.md#L12`); a link that leads nowhere is plain text.
 */
export function pageAsMarkdown({ title, blocks }: Page, address?: Address): string {
  return `# ${markdownText(title)}\n\n${blocksAsMarkdown(blocks, address)}\n`
}

/** Blocks in Markdown, without a title and without a line end after them. */
export function blocksAsMarkdown(
  blocks: readonly PageBlock[],
  address: Address = () => undefined,
): string {
  const inline = (content: PageText) =>
    withoutSeams(content)
      .map(span => spanOf(span, address))
      .join('')
  return blocks.map(block => blockOf(block, inline)).join('\n\n')
}

type Address = (to: PageLink) => string | undefined

function blockOf(block: PageBlock, inline: (content: PageText) => string): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${markdownText(block.text)}`
    case 'text':
      return markdownLine(inline(block.content))
    case 'list':
      return block.items
        .map(item => `- ${block.isToTick ? '[ ] ' : ''}${markdownLine(inline(item))}`)
        .join('\n')
    case 'table': {
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
      return [
        line(block.columns.map(markdownText)),
        line(block.columns.map(() => '---')),
        ...block.rows.map(row => line(row.map(inline))),
      ].join('\n')
    }
  }
}

/** Joins stretches of text that are side by side: `http:/` and `/…` would each be harmless alone. */
function withoutSeams(content: PageText): PageText {
  const spans: PageSpan[] = []
  for (const span of content) {
    const last = spans.at(-1)
    if (typeof span === 'string' && typeof last === 'string') spans.splice(-1, 1, last + span)
    else spans.push(span)
  }
  return spans
}

function spanOf(span: PageSpan, address: Address): string {
  if (typeof span === 'string') return markdownText(span)
  const words = markdownText(span.text)
  // Marks around nothing, or with a space inside, would be shown as they are.
  const inner = words.trim()
  if (inner === '') return words
  return words.replace(inner, () => marked(inner, span, address))
}

function marked(words: string, span: Exclude<PageSpan, string>, address: Address): string {
  switch (span.kind) {
    case 'strong':
    case 'added':
      return `**${words}**`
    case 'struck':
      return `~~${words}~~`
    case 'link': {
      const to = address(span.to)
      return to === undefined
        ? words
        : `[${words}](<${to.replace(/[<>\\&\s]/g, encodeURIComponent)}>)`
    }
  }
}
