/** A page as Markdown. */

import type { Page, PageBlock, PageLink, PageSpan, PageText } from './page'

/**
 * The page in Markdown. `address` says where a link leads (`report.md#L12`); a link that leads nowhere is
 * plain text.
 */
export function pageAsMarkdown(
  { title, blocks }: Page,
  address: (to: PageLink) => string | undefined = () => undefined,
): string {
  const inline = (content: PageText) => content.map(span => spanOf(span, address)).join('')
  const parts = blocks.map(block => blockOf(block, inline))
  return `${[`# ${escaped(title)}`, ...parts].join('\n\n')}\n`
}

function blockOf(block: PageBlock, inline: (content: PageText) => string): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`
    case 'text':
      return escapedStart(inline(block.content))
    case 'list':
      return block.items.map(item => `- ${escapedStart(inline(item))}`).join('\n')
    case 'table': {
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
      return [
        line(block.columns.map(escaped)),
        line(block.columns.map(() => '---')),
        ...block.rows.map(row => line(row.map(inline))),
      ].join('\n')
    }
  }
}

function spanOf(span: PageSpan, address: (to: PageLink) => string | undefined): string {
  if (typeof span === 'string') return escaped(span)
  const words = escaped(span.text)
  // Marks around nothing would stand there as they are.
  if (words.trim() === '') return words
  switch (span.kind) {
    case 'strong':
    case 'added':
      return `**${words}**`
    case 'struck':
      return `~~${words}~~`
    case 'link': {
      const to = address(span.to)
      return to === undefined ? words : `[${words}](<${to.replace(/[<>]/g, encodeURIComponent)}>)`
    }
  }
}

/** Text that Markdown shows as it stands, on one line. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
}

/** What would begin a list or a rule at the start of a line. */
function escapedStart(line: string): string {
  return line.replace(/^([-+=]|\d+(?=[.)]))/, start =>
    /\d/.test(start) ? `${start}\\` : `\\${start}`,
  )
}
