/** The report-type format described as data: what the checks of type files and their JSON schema go by. */

import {
  type Described,
  day,
  flag,
  id,
  type KeysShape,
  keys,
  listOf,
  number,
  oneOf,
  someOf,
  someTexts,
  text,
  texts,
} from './shape'
import type {
  CoverSource,
  DraftSource,
  EditionSource,
  FieldSource,
  GradeSource,
  LimitSource,
  OutcomeSource,
  OutcomesSource,
  ProportionSource,
  RecogniseSource,
  RowSource,
  ScaleSource,
  SectionSource,
  StandardSentenceSource,
  SummarySource,
  TypeBody,
  TypeSource,
  WordSource,
} from './source'

export type { Key, KeysShape, Shape } from './shape'

const recognise: Described<RecogniseSource> = {
  titles: {
    shape: someTexts,
    about:
      'Titles by which a report of this type is known, in any case, also wrapped over lines. {authority} stands for a name of up to eight words.',
  },
  with: {
    shape: someTexts,
    about: 'Beginnings of lines of which at least one must stand in the text as well.',
  },
}

const grade: Described<GradeSource> = {
  word: { shape: text, required: true, about: 'The grade as it stands in a sentence: good.' },
  number: { shape: number, about: 'The number that a grade line gives.' },
  aliases: { shape: texts, about: 'Other words for the same grade.' },
  meaning: { shape: text, about: 'What the grade means, as the report itself explains it.' },
  singular: {
    shape: text,
    about: 'What stands in a sentence about one thing: requires improvement to be good.',
  },
  plural: {
    shape: text,
    about: 'What stands in a sentence about several: require improvement to be good.',
  },
}

const scale: Described<ScaleSource> = {
  line: {
    shape: text,
    required: true,
    about: 'The grade line, with {word} and {number} where they stand: Grade {number} ({word}).',
  },
  grades: {
    shape: someOf(keys('grade', () => grade)),
    required: true,
    about: 'The grades, the best first.',
  },
}

const field: Described<FieldSource> = {
  id: { shape: id, required: true, about: 'By which the rest of the type names the field.' },
  labels: {
    shape: someTexts,
    required: true,
    about: 'What stands before the value; the first is written into new reports.',
  },
  kind: {
    shape: oneOf('text', 'date', 'dates', 'year'),
    required: true,
    about: 'What the value is; dates is a first and a last day.',
  },
  required: { shape: flag, about: 'Must every report have the field?' },
  example: { shape: text, about: 'Written behind the label when the field is inserted.' },
}

const cover: Described<CoverSource> = {
  fields: {
    shape: listOf(keys('field', () => field)),
    required: true,
    about: 'The fields of the cover.',
  },
  order: { shape: listOf(id), about: 'Ids of fields whose dates must not run backwards.' },
}

const section: Described<SectionSource> = {
  id: { shape: id, required: true, about: 'By which rows, limits and changes name the section.' },
  title: { shape: text, required: true, about: 'The heading.' },
  aliases: { shape: texts, about: 'Other wordings of the heading that are right as well.' },
  required: {
    shape: { kind: 'either', of: [flag, oneOf('usually'), day] },
    about:
      'false where it may be left out; usually where it is only told as information that it is missing; a day (2010-11-01) from which on it must be there.',
  },
  repeatable: {
    shape: flag,
    about:
      'May the section stand several times, with all that stands in it? With a grade it is a judgement each time.',
  },
  prefix: {
    shape: flag,
    about:
      'The title is a beginning: whatever follows on the line belongs to it (Case study: a young carer).',
  },
  anywhere: { shape: flag, about: 'May the section stand at any place among its neighbours?' },
  contents: { shape: oneOf('always', 'never', 'optional'), about: 'Is it listed in the contents?' },
  grade: {
    shape: oneOf('line', 'suffix', 'sentence', 'table'),
    about:
      'The section is a judgement, and its grade stands on a line of its own; behind the title (": good"); at the end of a sentence that stands for the heading, of which the aliases are the beginnings; or in the summary table.',
  },
  kind: {
    shape: oneOf('text', 'group', 'recommendations', 'summary', 'scale'),
    about:
      'group has no text of its own, recommendations holds timescales, summary is the summary table, scale explains the grades.',
  },
  subjects: {
    shape: texts,
    about: 'Phrases of which one names the judgement in its first sentence; the title always does.',
  },
  opening: { shape: text, about: 'The usual first sentence, with {grade} and {authority}.' },
  draft: {
    shape: someTexts,
    about:
      'What a new report has under the heading: paragraphs, list items (- …) and table rows, with [places to fill in]. The section is then written even where it may be left out.',
  },
  sections: { shape: listOf(keys('section', () => section)), about: 'The sections in this one.' },
}

const sectionShape = keys('section', () => section)

/** In `change` every key may be left out. */
const changedSection = keys('changedSection', () =>
  Object.fromEntries(
    Object.entries(section).map(([name, { shape, about, required }]) => [
      name,
      { shape, about, ...(required && { kept: required }) },
    ]),
  ),
)

const row: Described<RowSource> = {
  group: { shape: text, about: 'The title of a group row, which has rows below it.' },
  id: { shape: id, about: 'By which limits name the row, where it has no section.' },
  title: { shape: text, about: 'The label of the row, where it is not the title of its section.' },
  aliases: { shape: texts, about: 'Other labels that are right as well.' },
  label: { shape: text, about: 'The printed number of the row ("2.1"), no part of its title.' },
  section: { shape: id, about: 'Id of the section whose grade the row states.' },
  required: { shape: flag, about: 'Must every table have the row?' },
  statements: {
    shape: texts,
    about:
      "Sentences of the cover that state the judgement in place of a row: Children's services in {authority} are {grade}.",
  },
  rows: { shape: listOf(keys('row', () => row)), about: 'The rows of the group.' },
}

const summary: Described<SummarySource> = {
  place: {
    shape: oneOf('section', 'cover'),
    about: 'Does the table stand under the heading of its section, or on the cover?',
  },
  title: { shape: text, about: 'What messages call a table on the cover.' },
  header: { shape: texts, about: 'Column titles, by which a table on the cover is found.' },
  rows: {
    shape: listOf(keys('row', () => row)),
    required: true,
    about: 'The rows in their order.',
  },
}

const limit: Described<LimitSource> = {
  of: {
    shape: someOf(id),
    required: true,
    about: 'Ids of the rows or graded sections that limit.',
  },
  atLeast: { shape: number, about: 'How many of them it takes; 1 where left out.' },
  is: { shape: someTexts, required: true, about: 'The grades that limit.' },
  // biome-ignore lint/suspicious/noThenProperty: it is the format's word
  then: { shape: id, required: true, about: 'Id of the judgement that is limited.' },
  atMost: { shape: text, about: 'The best grade it can have.' },
  exactly: { shape: text, about: 'The only grade it can have.' },
  onlyIf: { shape: flag, about: 'Does the limited grade stand only where the condition holds?' },
  source: { shape: text, about: 'Where the rule is known from.' },
}

const outcome: Described<OutcomeSource> = {
  id: { shape: id, required: true, about: 'A name for the outcome.' },
  words: { shape: someTexts, required: true, about: 'Words that state it.' },
  needs: { shape: listOf(id), about: 'Ids of sections that must stand in a report with it.' },
  excludes: { shape: listOf(id), about: 'Ids of sections that must not stand there.' },
}

const outcomes: Described<OutcomesSource> = {
  section: { shape: id, required: true, about: 'Id of the section that states the outcome.' },
  required: { shape: flag, about: 'Does every report state one of them?' },
  of: {
    shape: someOf(keys('outcome', () => outcome)),
    required: true,
    about: 'The outcomes, the best first.',
  },
}

const draft: Described<DraftSource> = {
  title: { shape: text, about: 'The title; else it is the first of recognise.' },
  above: {
    shape: someTexts,
    about: 'Above the title, as in a letter: {day} is its date, words in [brackets] are filled in.',
  },
  introduction: {
    shape: someTexts,
    about:
      'Paragraphs between the cover and the first section: [words to fill in], [grade|good|poor] with what may be chosen, {authority} and {grade}.',
  },
  closing: { shape: someTexts, about: 'Paragraphs behind the last section.' },
}

const standardSentence: Described<StandardSentenceSource> = {
  section: { shape: id, required: true, about: 'Id of the section where the sentence belongs.' },
  words: { shape: text, required: true, about: 'Words by which the sentence is known anywhere.' },
}

const proportion: Described<ProportionSource> = {
  words: { shape: someTexts, required: true, about: 'Words for the proportion: large majority.' },
  from: { shape: number, required: true, about: 'The least percentage.' },
  to: { shape: number, required: true, about: 'The greatest percentage.' },
}

const valid: Described<NonNullable<TypeBody['valid']>> = {
  from: { shape: day, about: 'First day of inspections of this type: 2018-01-01.' },
  to: { shape: day, about: 'Last day.' },
}

const contents: Described<NonNullable<TypeBody['contents']>> = {
  title: { shape: text, required: true, about: 'The heading of the contents.' },
  aliases: { shape: texts, about: 'Other headings that are right as well.' },
}

const added: Described<NonNullable<TypeBody['add']>[number]> = {
  after: { shape: id, about: 'Id of the section behind which it stands.' },
  into: { shape: id, about: 'Id of the section in which it stands, at the end.' },
  section: { shape: sectionShape, required: true, about: 'The section.' },
}

const body: Described<TypeBody> = {
  valid: { shape: keys('valid', () => valid), about: 'When inspections of this type took place.' },
  recognise: { shape: keys('recognise', () => recognise), about: 'How a report is known.' },
  letter: { shape: flag, about: 'A letter gives no graded judgement.' },
  scale: { shape: keys('scale', () => scale), about: 'The grades and how they are written.' },
  cover: { shape: keys('cover', () => cover), about: 'The fields of the cover.' },
  contents: { shape: keys('contents', () => contents), about: 'The list of contents.' },
  sections: { shape: listOf(sectionShape), about: 'The sections in their order.' },
  change: {
    shape: { kind: 'map', of: changedSection },
    about:
      'Changes to sections that are taken over, by id: the keys that differ, or null to take it out.',
  },
  add: {
    shape: listOf(keys('added', () => added)),
    about: 'Sections put behind or into those that are taken over.',
  },
  summary: { shape: keys('summary', () => summary), about: 'The table of all judgements.' },
  limits: {
    shape: listOf(keys('limit', () => limit)),
    about: 'How some judgements limit another.',
  },
  outcomes: {
    shape: keys('outcomes', () => outcomes),
    about: 'The outcomes of which the report states one.',
  },
  timescales: { shape: texts, about: 'Headings of recommendations, the soonest first.' },
  draft: {
    shape: keys('draft', () => draft),
    about: 'What a new report has besides its cover and sections.',
  },
  numbering: {
    shape: oneOf('continuous', 'after-cover', 'by-section', 'none'),
    about:
      'How paragraphs are numbered: from 1 through the report; the same with rows of the cover numbered by themselves; 1.1, 1.2, 2.1; or not at all.',
  },
  openings: {
    shape: keys('openings', () => openings),
    about: 'What first sentences of judgements may say.',
  },
  placeholders: {
    shape: texts,
    about: 'Words in square brackets that are still to be written: grade for [grade].',
  },
  standardSentences: {
    shape: listOf(keys('standardSentence', () => standardSentence)),
    about: 'Sentences that belong to one section and are easily copied into another.',
  },
  annexes: {
    shape: keys('annexes', () => annexes),
    about: 'The report has annexes, listed under a title and referred to in the text.',
  },
  footer: {
    shape: keys('footer', () => footer),
    about: 'The foot of each page repeats the title and some fields of the cover.',
  },
  proportions: {
    shape: listOf(keys('proportion', () => proportion)),
    about: 'What words such as "large majority" stand for, in percentages.',
  },
  word: {
    shape: keys('word', () => word),
    about: 'The styles of the Word template, where they have other names than the usual ones.',
  },
  rules: {
    shape: { kind: 'map', of: oneOf('off', 'hint', 'information', 'warning', 'error') },
    about: 'How grave the problems of a rule are in this type, by the name of the rule.',
  },
}

const openings: Described<NonNullable<TypeBody['openings']>> = {
  words: {
    shape: texts,
    about: 'Words that may stand around the name of the judgement without narrowing it.',
  },
}

const annexes: Described<NonNullable<TypeBody['annexes']>> = {
  titles: { shape: someTexts, required: true, about: 'Titles under which annexes are listed.' },
}

const footer: Described<NonNullable<TypeBody['footer']>> = {
  fields: { shape: listOf(id), about: 'Ids of the fields that it repeats.' },
}

const word: Described<WordSource> = {
  title: { shape: text, about: 'The style of the title.' },
  authority: { shape: text, about: 'The style of the name of the authority.' },
  cover: { shape: text, about: 'The style of the lines of the cover.' },
  contents: { shape: text, about: 'The style of the heading over the contents.' },
  heading1: { shape: text, about: 'The style of headings of the first level.' },
  heading2: { shape: text, about: 'The style of headings of the second level.' },
  heading3: { shape: text, about: 'The style of headings of the third level.' },
  heading4: { shape: text, about: 'The style of headings of the fourth level.' },
  grade: { shape: text, about: 'The style of grade lines.' },
  timescale: { shape: text, about: 'The style of timescale headings.' },
  numbered: { shape: text, about: 'The style of numbered paragraphs.' },
  text: { shape: text, about: 'The style of paragraphs without a number.' },
  bullet: { shape: text, about: 'The style of list items with bullets.' },
  lettered: { shape: text, about: 'The style of list items with letters.' },
  tableText: { shape: text, about: 'The style of the cells of tables.' },
  tableHeader: { shape: text, about: 'The style of the header cells of tables.' },
  tableGroup: { shape: text, about: 'The style of the group rows of tables.' },
}

const edition: Described<EditionSource> = {
  name: { shape: text, about: 'What stands behind the name of the type: from January 2023.' },
  ...body,
}

const type: Described<TypeSource> = {
  id: {
    shape: id,
    required: true,
    about: 'Lower-case words joined by hyphens; what settings and reports call the type.',
  },
  name: { shape: text, required: true, about: 'What the user reads.' },
  extends: { shape: id, about: 'Id of the type that this one takes over and changes.' },
  ...body,
  editions: {
    shape: someOf(keys('edition', () => edition)),
    about:
      'The wordings of this type, oldest first; each says what differs from the one before it.',
  },
}

/** A whole type file. */
export const typeShape: KeysShape = keys('type', () => type)
