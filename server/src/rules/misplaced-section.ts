/** Sections that stand out of the report type's order. */

import type { Report, Section } from '../report/model'
import { onOneLine } from './fixes/one-line'
import { moveSection, placeInWords, sectionBefore } from './fixes/sections'
import type { Fix, Rule } from './rule'

export const misplacedSection: Rule = {
  id: 'misplaced-section',
  summary: 'A section stands elsewhere than the order of this type of report has it',
  severity: 'warning',
  fixable: 'sometimes',
  *check(report) {
    for (const section of report.sections) {
      if (section.placement !== 'misplaced' || isMovedWithItsPart(report, section)) continue
      const place = placeInWords(report, section.definition)
      const neighbour = sectionBefore(report, section.definition)
      yield {
        span: onOneLine(report, section.heading.title),
        message: `"${section.definition.title}" is out of order. Move it ${place === '' ? 'to its place' : place.replace(/^at /, 'to ')}${part(report, section, place)}.`,
        ...(neighbour === undefined
          ? {}
          : {
              related: [
                {
                  span: onOneLine(report, neighbour.heading.title),
                  message: 'It belongs after this section.',
                },
              ],
            }),
        fixes: () => fixes(report, section),
      }
    }
  },
}

/** What stands in a part that is itself misplaced goes where the part goes. */
function isMovedWithItsPart({ sections }: Report, section: Section): boolean {
  return sections.some(
    part =>
      part !== section &&
      part.placement === 'misplaced' &&
      part.definition === section.definition.parent &&
      part.extent.start <= section.extent.start &&
      section.extent.end <= part.extent.end,
  )
}

/** Names the part where the title occurs in several and the place does not name it already. */
function part({ type }: Report, { definition }: Section, place: string): string {
  const parent = definition.path[0]
  const isRepeated = type.sections.some(
    each => each !== definition && each.title === definition.title,
  )
  const isNamed = parent !== undefined && place.includes(`"${parent}"`)
  return isRepeated && parent !== undefined && !isNamed ? `, in "${parent}"` : ''
}

function fixes(report: Report, section: Section): readonly Fix[] {
  const edits = moveSection(report, section)
  if (edits.length === 0) return []
  const title = `Move "${section.definition.title}" to its place`
  return [{ title, safe: false, preferred: true, edits }]
}
