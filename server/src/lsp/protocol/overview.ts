/** A report at a glance, for the trees of the side panel. */

import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-protocol'
import type {
  JudgementNode,
  LeftNode,
  OpenNode,
  Overview,
  PartNode,
  SectionNode,
} from '../../features/lists/overview'
import type { Span } from '../../text/span'

/** Client to server: everything that the side panel shows; null where the text is not a report. */
export const overviewMethod = 'inspectionReports/overview'

export interface OverviewParams {
  readonly textDocument: TextDocumentIdentifier
  /** The identities of problems that the user has dealt with, which are not counted or listed; none if left out. */
  readonly settled?: readonly string[]
}

/** The same, with places in the form of the protocol: lines and UTF-16 columns, both counted from 0. */
type Placed<T> = T extends Span
  ? Range
  : T extends readonly (infer Item)[]
    ? readonly Placed<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Placed<T[Key]> }
      : T

export type PlacedOverview = Placed<Overview>
export type PlacedPart = Placed<PartNode>
export type PlacedJudgement = Placed<JudgementNode>
export type PlacedSection = Placed<SectionNode>
export type PlacedOpen = Placed<OpenNode>
export type PlacedLeft = Placed<LeftNode>

export type OverviewResult = PlacedOverview | null
