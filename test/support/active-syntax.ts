/** What Markdown, HTML, a snippet or a message of VS Code holds besides text, as a viewer would see it. */

import MarkdownIt, { type Token } from 'markdown-it'
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'

// As VS Code reads it.
const reader = new MarkdownIt({ html: true, linkify: true })
reader.linkify.set({ fuzzyLink: false })

const plain: ReadonlySet<string> = new Set([
  ...['paragraph', 'heading', 'bullet_list', 'list_item', 'strong', 's'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ...['inline', 'text', 'text_special'],
])

/**
 * Whatever in the Markdown is not text, a heading, a list, a table or strong or struck words: images, HTML,
 * code, quotations, rules, line breaks, and links whose address `isOurs` does not know.
 */
export function activeInMarkdown(
  markdown: string,
  isOurs: (address: string) => boolean = () => false,
): readonly string[] {
  // Only viewers that follow GitHub's rules make a link of this; ours would make one of any domain.
  const bare = markdown.match(/www\.[^\s<]+/gi) ?? []
  const found = tokensOf(reader.parse(markdown, {})).flatMap(token => {
    const name = token.type.replace(/_(?:open|close)$/, '')
    if (token.type === 'link_close' || plain.has(name)) return []
    const address = token.attrGet('href')
    if (name === 'link' && address !== null && isOurs(address)) return []
    return [`${name} ${address ?? token.attrGet('src') ?? token.content}`]
  })
  return [...found, ...bare.map(address => `link ${address}`)]
}

/** The words that a reader of the Markdown sees. */
export function shownInMarkdown(markdown: string): string {
  return tokensOf(reader.parse(markdown, {}))
    .filter(({ type }) => type === 'text' || type === 'text_special')
    .map(({ content }) => content)
    .join('')
}

function tokensOf(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap(token => [token, ...tokensOf(token.children ?? [])])
}

type Node = DefaultTreeAdapterTypes.Node

/** Every element of a page or a part of one, with its attributes: `a href="#" data-offset="5"`. */
export function elementsOf(html: string): readonly string[] {
  const isPage = /^<!doctype/i.test(html)
  return nodesOf(isPage ? parse(html) : parseFragment(html)).flatMap(node =>
    'tagName' in node
      ? [[node.tagName, ...node.attrs.map(each => `${each.name}="${each.value}"`)].join(' ')]
      : node.nodeName === '#comment'
        ? ['comment']
        : [],
  )
}

/** The words that a reader of the HTML sees. */
export function shownInHtml(html: string): string {
  return nodesOf(parseFragment(html))
    .flatMap(node => ('value' in node && node.nodeName === '#text' ? [node.value] : []))
    .join('')
}

function nodesOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? [node, ...node.childNodes.flatMap(nodesOf)] : [node]
}

/** The variables in a snippet, such as `$CLIPBOARD` and `${TM_FILENAME:…}`, which the editor would fill in. */
export function variablesIn(snippet: string): readonly string[] {
  return [...snippet.replace(/\\[\\$},|]/g, '').matchAll(/\$(?:\{)?([A-Za-z_]\w*)/g)].map(
    ([, name = '']) => name,
  )
}

/** The links and pictures that VS Code makes of words in a message, its status or a code lens. */
export function activeInMessage(words: string): readonly string[] {
  return (
    words.match(
      // As in its linkedText.ts and iconLabels.ts.
      /\[[^\]]+\]\((?:(?:https?:\/\/|command:|file:)[^)\s]+)(?: (["']).+?\1)?\)|(?<!\\)\$\([\w-]+(?:~[\w-]+)?\)/gi,
    ) ?? []
  )
}
