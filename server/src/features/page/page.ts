/** A page to read, made by a feature, which is then written as Markdown or HTML. */

export interface Page {
  readonly title: string
  readonly blocks: readonly PageBlock[]
}

export type PageBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly content: PageText }
  | {
      readonly kind: 'list'
      readonly items: readonly PageText[]
      /** Has each item a box, for whoever works through the list? */
      readonly isToTick?: boolean
    }
  | {
      readonly kind: 'table'
      /** What the table holds, for those who hear it. */
      readonly caption: string
      readonly columns: readonly string[]
      readonly rows: readonly (readonly PageText[])[]
    }

/** Stretches of one line. */
export type PageText = readonly PageSpan[]

export type PageSpan =
  | string
  | { readonly kind: 'strong' | 'struck' | 'added'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: PageLink }

/** A place in one of the documents that the page is about; the offset in UTF-16 code units. */
export interface PageLink {
  readonly document: 'earlier' | 'present'
  readonly offset: number
}

export function heading(text: string, level: 2 | 3 = 2): PageBlock {
  return { kind: 'heading', level, text }
}

export function text(...content: PageText): PageBlock {
  return { kind: 'text', content }
}

export function list(items: readonly (string | PageText)[]): PageBlock {
  return { kind: 'list', items: items.map(item => (typeof item === 'string' ? [item] : item)) }
}

export function strong(words: string): PageSpan {
  return { kind: 'strong', text: words }
}

export function link(words: string, document: PageLink['document'], offset: number): PageSpan {
  return { kind: 'link', text: words, to: { document, offset } }
}

/** The spans in the places `{0}`, `{1}` of a sentence: a translation may have them in another order. */
export function inSentence(sentence: string, ...spans: PageText): PageText {
  return sentence
    .split(/(\{\d\})/)
    .map(piece => {
      const place = /^\{(\d)\}$/.exec(piece)
      return place === null ? piece : (spans[Number(place[1])] ?? '')
    })
    .filter(piece => piece !== '')
}
