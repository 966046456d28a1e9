/** What the page of a file's problems and the extension say to each other. */

/** Words with those around them. */
export interface ShownQuote {
  readonly before: string
  readonly wrong: string
  readonly after: string
}

/** A problem as the page shows it. */
export interface ShownProblem {
  /** By which the page and the extension mean the same one. */
  readonly id: string
  /** The rule's id, and what it is about. */
  readonly rule: string
  readonly about: string
  readonly kind: string
  /** `To be put right`. */
  readonly kindInWords: string
  readonly section: string
  /** `Paragraph 12`; empty where nothing is nearer than the section. */
  readonly place: string
  readonly message: string
  readonly quote: ShownQuote | null
  /** The other places that it is about. */
  readonly others: readonly { readonly place: string; readonly quote: ShownQuote | null }[]
  /** `New`; empty where there is no earlier version. */
  readonly since: string
  readonly isTicked: boolean
  /** Why it is ignored; undefined where it is not. */
  readonly ignored?: string
}

export interface ShownList {
  readonly title: string
  /** Sentences about the whole: how many problems there are, what the file was read as, when. */
  readonly about: readonly string[]
  /** What was read otherwise than it looks. */
  readonly remarks: readonly string[]
  readonly problems: readonly ShownProblem[]
  readonly putRight: readonly ShownProblem[]
  /** Is it a Word document, into a copy of which comments and suggested changes can be put? */
  readonly canBeCopied: boolean
  readonly words: PageWords
}

/** The page's own words, in the user's language. */
export interface PageWords {
  readonly remarks: string
  readonly group: string
  readonly bySection: string
  readonly byKind: string
  readonly show: string
  readonly allKinds: string
  readonly next: string
  readonly previous: string
  readonly earlier: string
  readonly points: string
  readonly comments: string
  readonly suggestions: string
  readonly done: string
  readonly goTo: string
  readonly why: string
  readonly ignore: string
  readonly heed: string
  readonly ignored: string
  readonly putRight: string
  /** `{0} of {1} done`. */
  readonly ticked: string
  readonly tickedAndIgnored: string
}

/** To the page. */
export type ToPage =
  | { readonly kind: 'show'; readonly list: ShownList }
  | { readonly kind: 'say'; readonly words: string }
  /** To the next problem that is shown (1), or to the one before (-1). */
  | { readonly kind: 'step'; readonly by: 1 | -1 }

/** From the page. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'go-to'; readonly id: string }
  | { readonly kind: 'why'; readonly rule: string }
  | { readonly kind: 'tick'; readonly id: string; readonly isTicked: boolean }
  | { readonly kind: 'ignore'; readonly id: string }
  | { readonly kind: 'heed'; readonly id: string }
  | { readonly kind: 'compare' }
  | { readonly kind: 'points' }
  | { readonly kind: 'comments' }
  | { readonly kind: 'suggestions' }
