/** What the tests use of the Markdown parser with which VS Code shows Markdown files. */

declare module 'markdown-it' {
  export interface Token {
    readonly type: string
    readonly content: string
    readonly children: readonly Token[] | null
    readonly map: readonly [number, number] | null
    attrGet(name: string): string | null
  }
  export default class MarkdownIt {
    constructor(options: { readonly html: boolean; readonly linkify: boolean })
    readonly linkify: { set(options: { readonly fuzzyLink: boolean }): void }
    parse(markdown: string, environment: object): Token[]
  }
}
