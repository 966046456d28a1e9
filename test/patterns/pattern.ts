/** A regular expression of the project, wherever it is written or made. */

export interface Pattern {
  /** From the root of the project, with `/`. */
  readonly file: string
  /** 1-based. */
  readonly line: number
  readonly source: string
  readonly flags: string
}

/** The pattern as code writes it: `/^a+$/m`. */
export function written({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string {
  return `/${source}/${flags}`
}

/** The pattern with its place, for a message. */
export function shown(pattern: Pattern): string {
  return `${pattern.file}:${pattern.line} ${written(pattern)}`
}
