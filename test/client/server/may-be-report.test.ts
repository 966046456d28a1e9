/** Which texts start the server: whatever may be a report, and not what else people have open. */

import assert from 'node:assert/strict'
import { lookedAt, mayBeReport } from '../../../client/src/server/may-be-report'
import telltales from '../../../client/src/server/telltales.json'
import { telltalesOf } from '../../../server/src/report/recognise/telltales'
import { builtInCatalogue } from '../../../server/src/types/built-in'
import { changed, clean, sample, sampleNames } from '../../reports/samples'

/** One that the server recognises by its title, in as few words as can be. */
const short = `Inspection of safeguarding and looked after children services

Westmarch

Inspection dates: 8–19 March 2010
`
const title = 'Inspection of safeguarding and looked after children services'

const reports: Readonly<Record<string, string>> = {
  'with nothing but its cover': short,
  'of which only the title is typed': title,
  'after a byte order mark': `\uFEFF${short}`,
  'with the line ends of Windows': short.replaceAll('\n', '\r\n'),
  'in capitals': short.toUpperCase(),
  'with its title in bold': short.replace(title, `**${title}**`),
  'with its title in bold in the middle': short.replace('looked after', '**looked** _after_'),
  'with its title wrapped over lines': short.replace('and looked', 'and\n  looked'),
  'with no-break spaces': short.replaceAll(' ', '\xA0'),
  'with soft hyphens, as Word pastes them': short.replace('safeguarding', 'safe\u00ADguarding'),
  'with ligatures, as a PDF has them': clean.replaceAll('fi', 'ﬁ'),
  'with its title misspelt': short.replace('safeguarding', 'safegaurding'),
  'with two words of its title misspelt': short.replace('safeguarding and', 'safegaurding nad'),
  'after some pages of mail': `${'Dear all, the draft is below.\n'.repeat(300)}${short}`,
  'without its title': changed(clean, title, 'Draft 3'),
  'without its cover': clean.slice(clean.indexOf('## ')),
  'named in its first lines': '---\nreport: visit-of-ours\n---\n\nMonday\n',
  'named on a line of its cover': 'Monday\n\nReport: ofsted-slac\n',
  'with a remark to this product': '<!-- inspection-reports ignore open-note: later -->\n\nText\n',
  'of two other kinds of word':
    'Overall effectiveness\n\nGood\n\nAreas for improvement\n\n- None\n',
  'to a cabinet': '# Report to Cabinet\n\nReport by the Director\n',
  'to a cabinet, with a short title': 'Cabinet – 5 May\n\nRecommendations\n\n- None\n',
  'in a letter': 'Dear Maria\n\nFocused visit to Westmarch children’s services\n',
}

const others: Readonly<Record<string, string>> = {
  'an empty text': '',
  'a shopping list': '- milk\n- eggs\n- 12. candles\n',
  'a read-me': `# left-pad

Pads a string on the left. See the report of known issues.

## Contents

- [Install](#install)
- [Recommendations](#recommendations)

## Recommendations

Use \`padStart\`. The overall quality is good; the effectiveness was measured.
`,
  'notes about code':
    'TODO\n- report: none yet, see main.c\n- grade the benchmark (2 = good)\n'.replace(
      'report:',
      'the report,',
    ),
  'a mail about a meeting': `Dear Maria

Thank you for the agenda. The inspection of the boiler is on Tuesday; please bring the report.
Leadership training and management of the office move are next week. Published minutes follow.

Best wishes
Jo
`,
  'a letter to a bank':
    'Dear Sir or Madam\n\nI write about my account. An adequate answer would be good.\n',
  'a diary': '12 May 2024\n\nChildren looked after the hens. Good care, safe and well.\n',
  'a log':
    '2024-05-12 10:00:00 INFO inspection started\n2024-05-12 10:00:01 WARN report inadequate\n',
  'a licence':
    'Permission is hereby granted, free of charge, to any person obtaining a copy of this software.',
}

describe('a text that may be a report', () => {
  for (const name of sampleNames)
    it(`is each sample: ${name}`, () => assert.ok(mayBeReport(sample(name))))
  for (const [name, text] of Object.entries(reports))
    it(`is one ${name}`, () => assert.ok(mayBeReport(text)))
})

describe('a text that is not taken for a report', () => {
  for (const [name, text] of Object.entries(others))
    it(`is ${name}`, () => assert.ok(!mayBeReport(text)))

  it('is one that has its report after the beginning, which alone is looked at', () => {
    const lines = 'nothing\n'.repeat(lookedAt / 8)
    assert.ok(!mayBeReport(lines + short))
    assert.ok(mayBeReport(lines.slice(short.length) + short))
  })
})

describe('the words by which a text may be a report', () => {
  it('are those of the report types; if not, run `npm run generate`', () =>
    assert.deepEqual(telltales, telltalesOf(builtInCatalogue())))
})
