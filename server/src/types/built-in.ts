/** The report types that ship with the product. */

import cabinetReport from '../../types/council-cabinet-report.yaml'
import areaSend from '../../types/ofsted-area-send.yaml'
import childrensServicesAssessment from '../../types/ofsted-childrens-services-assessment.yaml'
import focusedVisit from '../../types/ofsted-focused-visit.yaml'
import ilacs from '../../types/ofsted-ilacs.yaml'
import jtai from '../../types/ofsted-jtai.yaml'
import lookedAfterChildren from '../../types/ofsted-looked-after-children.yaml'
import singleInspection from '../../types/ofsted-single-inspection.yaml'
import slac from '../../types/ofsted-slac.yaml'
import unannouncedInspection from '../../types/ofsted-unannounced-inspection.yaml'
import { catalogueOf, type TypeCatalogue } from './catalogue'
import type { ReportType } from './report-type'

let catalogue: TypeCatalogue | undefined

/** The built-in report types; each is compiled when it is used. */
export function builtInCatalogue(): TypeCatalogue {
  catalogue ??= catalogueOf([
    slac,
    lookedAfterChildren,
    singleInspection,
    ilacs,
    focusedVisit,
    jtai,
    areaSend,
    unannouncedInspection,
    childrensServicesAssessment,
    cabinetReport,
  ])
  return catalogue
}

/** All editions of all built-in report types, compiled. */
export function builtInTypes(): readonly ReportType[] {
  return builtInCatalogue().types.flatMap(({ editions }) =>
    editions.map(edition => edition.compiled()),
  )
}
