/** When a report's inspection was, and when it was published, as its cover says. */

import type { DateRange, Report } from '../../report/model'

/** The days of the inspection: the first cover field that holds dates; undefined where none does. */
export function inspectionDates({ cover }: Report): DateRange | undefined {
  return cover.fields.find(({ definition, dates }) => definition?.kind === 'dates' && dates)?.dates
}

/** The day of publication; undefined where the cover has none. */
export function publicationDate({ cover }: Report): string | undefined {
  return cover.fields.find(({ id, dates }) => id === 'published' && dates)?.dates?.from
}
