/** A report type for tests of grades and rows: repeated names, a nested group, rows without a section. */

import { compileType } from '../../server/src/types/compile'

export const homeType = compileType({
  id: 'home',
  name: 'Homes',
  recognise: { titles: ['Inspection of homes'] },
  scale: {
    line: 'Grade {number} ({word})',
    grades: [
      { word: 'outstanding', number: 1 },
      { word: 'good', number: 2 },
      {
        word: 'requires improvement',
        number: 3,
        singular: 'requires improvement to be good',
        plural: 'require improvement to be good',
      },
      { word: 'inadequate', number: 4 },
    ],
  },
  numbering: 'continuous',
  placeholders: ['grade', 'number'],
  openings: { words: ['the', 'of', 'for', 'children', 'outcomes', 'a', 'an', 'service'] },
  sections: [
    {
      id: 'children',
      title: 'Children',
      kind: 'group',
      sections: [
        { id: 'care', title: 'Quality of care', grade: 'line' },
        {
          id: 'outcomes',
          title: 'How children do',
          kind: 'group',
          sections: [
            { id: 'health', title: 'Health outcomes', grade: 'line' },
            { id: 'learning', title: 'Learning', grade: 'line' },
          ],
        },
        { id: 'voice', title: 'Listening to children', grade: 'line' },
      ],
    },
    {
      id: 'staff',
      title: 'Staff',
      kind: 'group',
      sections: [
        { id: 'leaders', title: 'Leaders and managers', grade: 'line' },
        { id: 'staff-care', title: 'Quality of care', grade: 'line' },
      ],
    },
    { id: 'record', title: 'Summary of grades', kind: 'summary' },
  ],
  summary: {
    rows: [
      {
        group: 'Children',
        rows: [
          { section: 'care' },
          { group: 'How children do', rows: [{ section: 'health' }, { section: 'learning' }] },
          { section: 'voice' },
          { title: 'Equality' },
        ],
      },
      {
        group: 'Staff',
        rows: [{ section: 'leaders' }, { section: 'staff-care' }, { title: 'Equality' }],
      },
    ],
  },
})
