/** A new report: what there is to choose and to fill in, checks on what is typed, and the draft. */

import type {
  NewReport,
  NewReportType,
  NewReportValues,
  ValueCheck,
} from '../../features/drafts/new-report'

/** Client to server: the types of which a report can be made. */
export const newReportTypesMethod = 'inspectionReports/newReportTypes'

export interface NewReportTypesParams {
  /** Today, where the user is: an ISO date. */
  readonly day: string
}

export type NewReportTypesResult = readonly NewReportType[]

/** Client to server: is there anything to say about a value that is being typed? */
export const checkNewReportMethod = 'inspectionReports/checkNewReport'

export interface CheckNewReportParams {
  readonly type: string
  /** The values of all fields, including that of `field`. */
  readonly values: NewReportValues
  readonly field: string
}

export type CheckNewReportResult = ValueCheck | null

/** Client to server: the whole draft. */
export const newReportMethod = 'inspectionReports/newReport'

export interface NewReportParams {
  readonly type: string
  readonly values: NewReportValues
}

/** Null where the type is no longer there. */
export type NewReportResult = NewReport | null
