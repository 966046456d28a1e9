/** Semantic tokens: the colours that only the parser knows. */

import type { Report } from '../report/model'
import type { Span } from '../text/span'

/** The kinds of tokens, in the order of the legend. */
export const tokenTypes = [
  'heading',
  'grade',
  'paragraphNumber',
  'timescale',
  'summaryLabel',
  'coverField',
  'note',
  'placeholder',
  'suppression',
] as const

export type TokenType = (typeof tokenTypes)[number]

export interface Token extends Span {
  readonly type: TokenType
}

/** Tokens in the order of the text, never overlapping, each on one line. */
export function semanticTokens(_report: Report): readonly Token[] {
  return []
}
