/**
 * The report-type format described as data, on which the checks of type files and their JSON schema are based.
 */

import { changedSection, sectionShape } from './section-format'
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
  OpeningsSource,
  OthersSource,
  OutcomeSource,
  OutcomesSource,
  ProportionSource,
  RecogniseSource,
  RowSource,
  ScaleSource,
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
      'Titles by which a report of this type is recognised, in capitals or not, wrapped over lines or not. {authority} stands for a name of up to eight words.',
  },
  with: {
    shape: someTexts,
    about: 'Beginnings of lines, at least one of which must also be in the text.',
  },
}

const grade: Described<GradeSource> = {
  word: { shape: text, required: true, about: 'The grade as it is written in a sentence: good.' },
  number: { shape: number, about: 'The number that a grade line gives.' },
  aliases: { shape: texts, about: 'Other words for the same grade.' },
  meaning: { shape: text, about: 'What the grade means, as the report itself explains it.' },
  singular: {
    shape: text,
    about: 'What a sentence about one thing says: requires improvement to be good.',
  },
  plural: {
    shape: text,
    about: 'What a sentence about several says: require improvement to be good.',
  },
}

const scale: Described<ScaleSource> = {
  line: {
    shape: text,
    required: true,
    about: 'The grade line, with {word} and {number} where they go: Grade {number} ({word}).',
  },
  grades: {
    shape: someOf(keys('grade', () => grade)),
    required: true,
    about: 'The grades, the best first.',
  },
  none: {
    shape: texts,
    about: 'What is written in place of a grade where none is given: not judged.',
  },
}

const field: Described<FieldSource> = {
  id: {
    shape: id,
    required: true,
    about: 'The name by which the rest of the type refers to the field.',
  },
  labels: {
    shape: someTexts,
    required: true,
    about: 'What comes before the value; the first is written into new reports.',
  },
  kind: {
    shape: oneOf('text', 'date', 'dates', 'year'),
    required: true,
    about: 'What the value is; dates is a first and a last day.',
  },
  required: {
    shape: { kind: 'either', of: [flag, day] },
    about:
      'Must every report have the field? A day (2014-03-01): those of inspections from then on.',
  },
  example: { shape: text, about: 'Written after the label when the field is inserted.' },
}

const cover: Described<CoverSource> = {
  fields: {
    shape: listOf(keys('field', () => field)),
    required: true,
    about: 'The fields of the cover.',
  },
  order: { shape: listOf(id), about: 'Ids of fields whose dates must not run backwards.' },
}

const row: Described<RowSource> = {
  group: { shape: text, about: 'The title of a group row, which has rows below it.' },
  id: { shape: id, about: 'The name by which limits refer to the row, if it has no section.' },
  title: { shape: text, about: 'The label of the row, if it is not the title of its section.' },
  short: { shape: text, about: 'What narrow lists call a group or a row without a section.' },
  aliases: { shape: texts, about: 'Other labels that are also right.' },
  label: {
    shape: text,
    about: 'The printed number of the row ("2.1"), which is not part of its title.',
  },
  section: { shape: id, about: 'Id of the section whose grade the row states.' },
  required: { shape: flag, about: 'Must every table have the row?' },
  statements: {
    shape: texts,
    about:
      "Sentences on the cover that state the judgement in place of a row: Children's services in {authority} are {grade}.",
  },
  rows: { shape: listOf(keys('row', () => row)), about: 'The rows of the group.' },
}

const summary: Described<SummarySource> = {
  place: {
    shape: oneOf('section', 'cover'),
    about: 'Is the table under the heading of its section, or on the cover?',
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
  atLeast: { shape: number, about: 'How many of them it takes; 1 if left out.' },
  is: { shape: someTexts, required: true, about: 'The grades that limit.' },
  // biome-ignore lint/suspicious/noThenProperty: it is the format's word
  then: { shape: id, required: true, about: 'Id of the judgement that is limited.' },
  atMost: { shape: text, about: 'The best grade it can have.' },
  exactly: { shape: text, about: 'The only grade it can have.' },
  onlyIf: { shape: flag, about: 'Is the limited grade given only where the condition holds?' },
  source: { shape: text, about: 'The source of the rule.' },
}

const outcome: Described<OutcomeSource> = {
  id: { shape: id, required: true, about: 'A name for the outcome.' },
  words: { shape: someTexts, required: true, about: 'Words that state it.' },
  needs: { shape: listOf(id), about: 'Ids of sections that a report with it must have.' },
  excludes: { shape: listOf(id), about: 'Ids of sections that it must not have.' },
  says: {
    shape: someTexts,
    about:
      'Words that the section may say with this outcome, such as when the next inspection is; with an outcome that does not list them, they are reported.',
  },
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
  title: { shape: text, about: 'The title; if left out, the first one under recognise.' },
  above: {
    shape: someTexts,
    about: 'Above the title, as in a letter: {day} is its date, words in [brackets] are filled in.',
  },
  introduction: {
    shape: someTexts,
    about:
      'Paragraphs between the cover and the first section: [words to fill in], [grade|good|poor] with what may be chosen, {authority} and {grade}.',
  },
  closing: { shape: someTexts, about: 'Paragraphs after the last section.' },
}

const standardSentence: Described<StandardSentenceSource> = {
  section: { shape: id, required: true, about: 'Id of the section where the sentence belongs.' },
  words: {
    shape: text,
    required: true,
    about: 'Words by which the sentence is recognised anywhere.',
  },
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
  aliases: { shape: texts, about: 'Other headings that are also right.' },
}

const added: Described<NonNullable<TypeBody['add']>[number]> = {
  after: { shape: id, about: 'Id of the section that it comes after.' },
  into: { shape: id, about: 'Id of the section that it goes into, at the end.' },
  section: { shape: sectionShape, required: true, about: 'The section.' },
}

const body: Described<TypeBody> = {
  valid: { shape: keys('valid', () => valid), about: 'When inspections of this type took place.' },
  recognise: { shape: keys('recognise', () => recognise), about: 'How a report is recognised.' },
  letter: { shape: flag, about: 'A letter gives no graded judgement.' },
  scale: { shape: keys('scale', () => scale), about: 'The grades and how they are written.' },
  cover: { shape: keys('cover', () => cover), about: 'The fields of the cover.' },
  contents: { shape: keys('contents', () => contents), about: 'The list of contents.' },
  sections: { shape: listOf(sectionShape), about: 'The sections in their order.' },
  change: {
    shape: { kind: 'map', of: changedSection },
    about:
      'Changes to inherited sections, by id: the keys that differ, or null to leave the section out.',
  },
  add: {
    shape: listOf(keys('added', () => added)),
    about: 'Sections added after or into inherited ones.',
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
  inspectorates: {
    shape: texts,
    about:
      'Names of the inspectorates that carry out such inspections: what is judged "by" one of them was judged elsewhere.',
  },
  wellKnown: {
    shape: texts,
    about:
      'Names, telephone numbers, addresses and postcodes that identify nobody: the inspectorate’s own, and what a published review calls its child (Child Q).',
  },
  others: {
    shape: keys('others', () => others),
    about: 'Words of other kinds of report that may be in this one.',
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
    about: 'What words such as "large majority" mean, in percentages.',
  },
  word: {
    shape: keys('word', () => word),
    about: 'The styles of the Word template, where their names differ from the usual ones.',
  },
  rules: {
    shape: { kind: 'map', of: oneOf('off', 'hint', 'information', 'warning', 'error') },
    about: 'How serious the problems of a rule are in this type, by the name of the rule.',
  },
}

const openings: Described<OpeningsSource> = {
  words: {
    shape: texts,
    about: 'Words that may surround the name of the judgement without narrowing it.',
  },
  common: {
    shape: texts,
    about: 'Words in names of judgements that do not show which one is meant: quality.',
  },
}

const others: Described<OthersSource> = {
  grades: {
    shape: texts,
    about:
      'Grades of other scales, which are a mistake in place of a grade, or anywhere in a letter.',
  },
  judgements: {
    shape: texts,
    about: 'How the names of other judgements begin; a letter gives none of them a grade.',
  },
  inspections: {
    shape: texts,
    about: 'What other inspections are called, before the word inspection: unannounced.',
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
  name: { shape: text, about: 'What comes after the name of the type: from January 2023.' },
  ...body,
}

const type: Described<TypeSource> = {
  id: {
    shape: id,
    required: true,
    about: 'Lower-case words joined by hyphens; what settings and reports call the type.',
  },
  name: { shape: text, required: true, about: 'What the user reads.' },
  extends: { shape: id, about: 'Id of the type that this one builds on and changes.' },
  ...body,
  editions: {
    shape: someOf(keys('edition', () => edition)),
    about:
      'The wordings of this type, oldest first; each says what differs from the one before it.',
  },
}

/** A whole type file. */
export const typeShape: KeysShape = keys('type', () => type)
