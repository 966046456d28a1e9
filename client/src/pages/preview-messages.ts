/** What the preview's page and the extension say to each other. */

/** How the preview looks; the page keeps it. */
export interface PreviewLook {
  /** White paper whatever the theme is. */
  readonly paper: boolean
  readonly problems: boolean
}

/** To the page. */
export type ToPage =
  | { readonly kind: 'show'; readonly html: string; readonly document: string }
  | { readonly kind: 'say'; readonly words: string }
  /** The 0-based line of the cursor. */
  | { readonly kind: 'cursor'; readonly line: number }

/** From the page. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'go-to'; readonly line: number }
  | { readonly kind: 'print' }
