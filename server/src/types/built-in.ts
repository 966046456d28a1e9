/** The report types that ship with the product. */

import slac from '../../types/ofsted-slac.yaml'
import { compileType, type ReportType } from './report-type'

let types: readonly ReportType[] | undefined

/** The built-in report types; built at the first call. */
export function builtInTypes(): readonly ReportType[] {
  types ??= [slac].map(compileType)
  return types
}
