/** Tidying keeps each note, wherever in a report it is. */

import assert from 'node:assert/strict'
import { tidy } from '../../../server/src/import/text/tidy'
import { sample } from '../../reports/samples'

const report = sample('westmarch.inspection.md')
const note = '[Note AB, 3 March 2025: x y]'

describe('a note in a text that is tidied', () => {
  for (const [words, ...places] of [
    ['- discussions', '- NOTE discussions', '- NOTE\n- discussions', 'NOTE\n- discussions'],
    [
      '## Safeguarding services\n',
      '## NOTE Safeguarding services\n',
      '## Safeguarding services NOTE\n',
    ],
    [
      'Grade 3 (adequate)',
      'NOTE Grade 3 (adequate)',
      'Grade 3 NOTE (adequate)',
      'Grade 3 (adequate) NOTE',
      'Grade 3 (adequate)\nNOTE',
    ],
    ['Immediately:', 'NOTE Immediately:', 'Immediately: NOTE', 'Immediately NOTE:'],
    ['| Adequate |', '| NOTE Adequate |', '| Adequate NOTE |'],
    [
      '| Being healthy |',
      '| NOTE Being healthy |',
      '| Being NOTE healthy |',
      '| Being healthy NOTE |',
    ],
    ['Published: 21', 'NOTE Published: 21', 'Published: NOTE 21', 'Published NOTE: 21'],
    ['21 October 2011', '21 October 2011 NOTE', '21 NOTE October 2011'],
    ['# Inspection', '# NOTE Inspection', 'NOTE\n\n# Inspection'],
    ['Westmarch\n', 'Westmarch NOTE\n', 'NOTE Westmarch\n'],
    ['## Contents\n', '## Contents NOTE\n', '## Contents\n\nNOTE\n'],
    ['\n2. ', '\nNOTE 2. ', '\n2. NOTE ', '\nNOTE\n\n2. ', '\nNOTE\n2. '],
  ] as const)
    for (const place of places)
      it(`stays: ${place.replace(/\n/g, '⏎')}`, () => {
        assert.ok(report.includes(words))
        const { text } = tidy(report.replace(words, place.replace('NOTE', note)))
        assert.equal(text.split(note).length, 2, text)
      })
})
