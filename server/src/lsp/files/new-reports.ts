/** Making new reports: the client asks and shows, the server knows the types. */

import { checkValue, newReport, newReportTypes } from '../../features/drafts/new-report'
import type { Context } from '../context'
import {
  type CheckNewReportParams,
  type CheckNewReportResult,
  checkNewReportMethod,
  type NewReportParams,
  type NewReportResult,
  type NewReportTypesParams,
  type NewReportTypesResult,
  newReportMethod,
  newReportTypesMethod,
} from '../protocol'

export function serveNewReports({ connection, types }: Context): void {
  connection.onRequest<NewReportTypesResult, void>(
    newReportTypesMethod,
    ({ day }: NewReportTypesParams): NewReportTypesResult => newReportTypes(types.catalogue(), day),
  )
  connection.onRequest<CheckNewReportResult, void>(
    checkNewReportMethod,
    ({ type, values, field }: CheckNewReportParams): CheckNewReportResult => {
      const known = types.catalogue().find(type)
      return (known && checkValue(known, values, field)) ?? null
    },
  )
  connection.onRequest<NewReportResult, void>(
    newReportMethod,
    ({ type, values }: NewReportParams): NewReportResult => {
      const catalogue = types.catalogue()
      const known = catalogue.find(type)
      return known === undefined ? null : newReport(catalogue, known, values)
    },
  )
}
