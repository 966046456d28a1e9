/** Defects of what is still to be written. */

import { insert, replace } from '../../server/src/text/edits'
import { severalOf } from './choose'
import { defect, expected, type Generator } from './defect'
import { textPlaces } from './places'

/** Sentences in which something is still to be written, between bars. */
const sentences = [
  'The next review is |TBC|.',
  'The board’s chair is |tbc|.',
  'There were |??| such plans.',
  'Leaders saw |????| children.',
  'Of these, |xx%| were seen alone.',
  'Of these, |XX%| were seen alone.',
  'Of these, |X per cent| were seen alone.',
  'Of these, |x%| were seen alone.',
  'Plans had improved |[check this]|.',
  'Plans had improved |[check with the director]|.',
  'Visits were late |[check figure]| in some teams.',
  'Leaders met again |[AB to confirm date]|.',
  'The plan has 12 actions |[JS to check]|.',
  'A new plan is due |(date to follow)|.',
  'Teams are now larger |(figures to follow)|.',
  'There were |<<number>>| plans.',
  'The chair is |<<insert name>>|.',
  '|DN:| say which plans these were.',
  'The manager is |****| and has been since May.',
  'There are |[insert number]| teams.',
  'The board |(insert name of the board)| met.',
  'The date of the review is |[to be confirmed]|.',
  'The chair of the board |(to be confirmed)| will write.',
  'There were |[TBC]| plans.',
  'There were |XX| plans.',
  'The cost was |£XX| for each child.',
  'In |[month]| leaders met again.',
  '|[Date]| was agreed.',
  'There were |[x]| plans.',
  'There were |[XX]| plans.',
  'Caseloads fell from |[number]| to 15.',
  'The report of |XX Month 2024| says so.',
  'Reviews are late |[ref]|.',
  'The name of the team is |[NAME]|.',
]

/** What may be in a cell or after a label. */
const cells = ['TBC', '[TBC]', 'to be confirmed', 'tbc', 'XX', '[grade]', 'insert grade', '????']

/** Something is still to be written. */
export const openPlaceholder: Generator = function* (report) {
  for (const [index, { of, sentenceEnd, start }] of textPlaces(report).entries()) {
    for (const each of severalOf(sentences, 2, index * 3)) {
      const [before = '', mark = '', after = ''] = each.split('|')
      const sentence = before + expected(mark) + after
      const isFirst = index % 4 === 3
      const edit = isFirst ? insert(start, `${sentence} `) : insert(sentenceEnd, ` ${sentence}`)
      yield defect(`${mark} in ${of === 'item' ? 'an item' : 'a paragraph'}`, [edit], {
        undoable: false,
      })
    }
  }
  for (const [index, { section, row, title }] of report.judgements.entries()) {
    const word = section?.grade?.word
    if (word !== undefined) {
      yield defect(
        `[grade] in the grade line of "${title}"`,
        [replace(word, expected('[grade]'))],
        {
          at: [section?.grade?.span ?? word],
          undoable: false,
        },
      )
    }
    if (row?.grade?.form !== 'cell' || row.grade.more !== undefined) continue
    for (const mark of severalOf(cells, 2, index * 2)) {
      yield defect(`row "${title}" says ${mark}`, [replace(row.grade.span, expected(mark))], {
        undoable: false,
      })
    }
  }
  for (const { label, value } of report.cover.fields) {
    for (const mark of ['TBC', 'to be confirmed', '[dates]', 'XX Month 2024'])
      yield defect(`"${label.text}" is ${mark}`, [replace(value, expected(mark))], {
        undoable: false,
        or: ['invalid-date'],
      })
  }
}
