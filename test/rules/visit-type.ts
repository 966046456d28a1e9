/** A small report type for tests: two parts with a title in common, a group, and a summary table. */

import { compileType } from '../../server/src/types/compile'

export const visitType = compileType({
  id: 'visit',
  name: 'Visit',
  recognise: { titles: ['Report of a visit'] },
  scale: {
    line: 'Grade {number} ({word})',
    grades: [
      { word: 'good', number: 1 },
      { word: 'weak', number: 2 },
    ],
  },
  contents: { title: 'Contents' },
  timescales: ['At once', 'Within a year'],
  numbering: 'continuous',
  placeholders: ['grade', 'number', 'authority'],
  sections: [
    { id: 'about', title: 'About this visit', opening: 'Inspectors visited {authority}.' },
    {
      id: 'children',
      title: 'Children',
      kind: 'group',
      sections: [
        {
          id: 'care',
          title: 'Quality of care',
          grade: 'line',
          opening: 'The quality of care is {grade}.',
        },
        { id: 'safety', title: 'Staying safe', grade: 'line', opening: 'Outcomes are {grade}.' },
        { id: 'actions', title: 'What to do', kind: 'recommendations', contents: 'never' },
      ],
    },
    {
      id: 'staff',
      title: 'Staff and managers',
      kind: 'group',
      sections: [
        { id: 'training', title: 'Training', required: false, contents: 'optional' },
        { id: 'staff-care', title: 'Quality of care', grade: 'line' },
      ],
    },
    { id: 'record', title: 'Record of grades', kind: 'summary' },
  ],
  summary: {
    rows: [
      { group: 'Children', rows: [{ section: 'care' }, { section: 'safety' }] },
      { group: 'Staff and managers', rows: [{ section: 'staff-care' }] },
    ],
  },
})
