/** Sections that are out of the order of the report type. */

import * as l10n from '@vscode/l10n'
import type { Report, Section } from '../report/model'
import { onOneLine } from './fixes/one-line'
import { moveSection, placeBeside, type SectionPlace, sectionBefore } from './fixes/sections'
import type { Fix, Rule } from './rule'

export const misplacedSection: Rule = {
  id: 'misplaced-section',
  summary: 'A section is not in the place that this type of report has for it',
  severity: 'warning',
  fixable: 'sometimes',
  *check(report) {
    for (const section of report.sections) {
      if (section.placement !== 'misplaced' || isMovedWithItsPart(report, section)) continue
      const place = placeBeside(report, section.definition)
      const neighbour = sectionBefore(report, section.definition)
      yield {
        span: onOneLine(report, section.heading.title),
        message: message(section.definition.title, place, part(report, section, place)),
        ...(neighbour === undefined
          ? {}
          : {
              related: [
                {
                  span: onOneLine(report, neighbour.heading.title),
                  message: l10n.t('It belongs after this section.'),
                },
              ],
            }),
        fixes: () => fixes(report, section),
      }
    }
  },
}

function message(
  title: string,
  place: SectionPlace | undefined,
  inPart: string | undefined,
): string {
  return inPart === undefined ? outOfOrder(title, place) : outOfOrderIn(title, place, inPart)
}

function outOfOrder(title: string, place: SectionPlace | undefined): string {
  switch (place?.kind) {
    case 'before':
      return l10n.t('"{0}" is out of order. Move it before "{1}".', title, place.title)
    case 'at-start':
      return l10n.t('"{0}" is out of order. Move it to the start of "{1}".', title, place.title)
    case 'after':
      return l10n.t('"{0}" is out of order. Move it after "{1}".', title, place.title)
    default:
      return l10n.t('"{0}" is out of order. Move it to its place.', title)
  }
}

function outOfOrderIn(title: string, place: SectionPlace | undefined, part: string): string {
  switch (place?.kind) {
    case 'before':
      return l10n.t(
        '"{0}" is out of order. Move it before "{1}", in "{2}".',
        title,
        place.title,
        part,
      )
    case 'at-start':
      return l10n.t(
        '"{0}" is out of order. Move it to the start of "{1}", in "{2}".',
        title,
        place.title,
        part,
      )
    case 'after':
      return l10n.t(
        '"{0}" is out of order. Move it after "{1}", in "{2}".',
        title,
        place.title,
        part,
      )
    default:
      return l10n.t('"{0}" is out of order. Move it to its place, in "{1}".', title, part)
  }
}

/** What is inside a part that is itself misplaced goes where the part goes. */
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

/** Names the part, where the title occurs in several and the place does not name it already. */
function part(
  { type }: Report,
  { definition }: Section,
  place: SectionPlace | undefined,
): string | undefined {
  const parent = definition.path[0]
  const isRepeated = type.sections.some(
    each => each !== definition && each.title === definition.title,
  )
  return isRepeated && place?.title !== parent ? parent : undefined
}

function fixes(report: Report, section: Section): readonly Fix[] {
  const edits = moveSection(report, section)
  if (edits.length === 0) return []
  const title = l10n.t('Move "{0}" to its place', section.definition.title)
  return [{ title, safe: false, preferred: true, edits }]
}
