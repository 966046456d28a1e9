/** What the report-type format says about sections, described as data. */

import { type Described, day, flag, id, keys, listOf, oneOf, someTexts, text, texts } from './shape'
import type { SectionSource } from './source'

const section: Described<SectionSource> = {
  id: {
    shape: id,
    required: true,
    about: 'The name by which rows, limits and changes refer to the section.',
  },
  title: { shape: text, required: true, about: 'The heading.' },
  short: {
    shape: text,
    about:
      'What narrow lists such as the side panel call the section: Help and protection. A change of the title takes it away unless it gives a new one; a section that repeats is called by its heading.',
  },
  aliases: { shape: texts, about: 'Other wordings of the heading that are also right.' },
  required: {
    shape: { kind: 'either', of: [flag, oneOf('usually'), day] },
    about:
      'false if it may be left out; usually if a missing one is only to be looked at; a day (2010-11-01) from which it must be there.',
  },
  repeatable: {
    shape: flag,
    about:
      'May the section appear several times, with everything in it? With a grade it is a judgement each time.',
  },
  prefix: {
    shape: flag,
    about:
      'The title is a beginning: whatever follows on the line belongs to it (Case study: a young carer).',
  },
  anywhere: { shape: flag, about: 'May the section be anywhere among its neighbours?' },
  namesPeople: {
    shape: flag,
    about:
      'Are people and organisations named here, with their addresses? They are not asked about then (identifying-detail).',
  },
  ownNumbers: {
    shape: flag,
    about:
      'May the paragraphs here be numbered from 1 again, as in a report of its own? Numbers that go on from the part before are as right.',
  },
  contents: { shape: oneOf('always', 'never', 'optional'), about: 'Is it listed in the contents?' },
  grade: {
    shape: oneOf('line', 'suffix', 'sentence', 'table'),
    about:
      'The section is a judgement. Its grade is on a line of its own; after the title (": good"); at the end of a sentence that takes the place of the heading and begins with one of the aliases; or in the summary table.',
  },
  kind: {
    shape: oneOf('text', 'group', 'recommendations', 'summary', 'scale'),
    about:
      'group has no text of its own, recommendations holds timescales, summary is the summary table, scale explains the grades.',
  },
  subjects: {
    shape: texts,
    about: 'Phrases that may name the judgement in its first sentence; the title always may.',
  },
  sameAs: {
    shape: id,
    about:
      'A name shared with sections of other types that judge much the same; two inspections are compared by it.',
  },
  opening: { shape: text, about: 'The usual first sentence, with {grade} and {authority}.' },
  draft: {
    shape: someTexts,
    about:
      'What a new report has under the heading: paragraphs, list items (- …) and table rows, with [places to fill in]. The section is then written even where it may be left out.',
  },
  sections: { shape: listOf(keys('section', () => section)), about: 'The sections in this one.' },
}

export const sectionShape = keys('section', () => section)

/** In `change` every key may be left out. */
export const changedSection = keys('changedSection', () =>
  Object.fromEntries(
    Object.entries(section).map(([name, { shape, about, required }]) => [
      name,
      { shape, about, ...(required && { kept: required }) },
    ]),
  ),
)
