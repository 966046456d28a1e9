/** What a report must have by the day on which its inspection began. */

import type { Cover } from '../model'

/** The first day of the inspection as the cover has it (ISO date); undefined where it has none. */
export function firstDayOf(cover: Cover): string | undefined {
  return cover.fields.find(field => field.definition?.kind === 'dates')?.dates?.from
}

/**
 * Must a report have it if its inspection began on that day? What is required from a certain day on is also
 * required where the day is not known: `isRequiredOn({ required: true, requiredFrom: '2014-03-01' },
 * '2013-11-19')` is false.
 */
export function isRequiredOn(
  {
    required,
    requiredFrom,
  }: { readonly required: boolean; readonly requiredFrom: string | undefined },
  inspected: string | undefined,
): boolean {
  if (!required) return false
  return requiredFrom === undefined || inspected === undefined || inspected >= requiredFrom
}
