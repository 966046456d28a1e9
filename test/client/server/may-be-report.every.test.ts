/** The cheap look takes every text that the server recognises as a report, and hardly any that is not one. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { mayBeReport } from '../../../client/src/server/may-be-report'
import { newReport } from '../../../server/src/features/drafts/new-report'
import { recognise } from '../../../server/src/report/recognise/recognise'
import { builtInCatalogue } from '../../../server/src/types/built-in'
import { sample, sampleNames } from '../../reports/samples'
import { drafts } from '../../support/drafts'
import { coverOf } from '../../support/new-drafts'
import { publishedReports } from '../../support/published'

const root = path.resolve(import.meta.dirname, '..')
const catalogue = builtInCatalogue()

/** Copies and parts of a report, by what they are. */
const variants: Readonly<Record<string, (text: string) => string>> = {
  'as it is': text => text,
  'after a byte order mark': text => `\uFEFF${text}`,
  'with the line ends of Windows': text => text.replace(/\r?\n/g, '\r\n'),
  'on one line for each paragraph': text => text.replace(/(\S)\r?\n(?=\S)/g, '$1 '),
  'in bold': text => text.replace(/^(?=\S)(.*\S)[ \t]*$/gm, '**$1**'),
  'quoted in a mail': text => text.replace(/^/gm, '> '),
  'without its first lines': text => text.slice(text.indexOf('\n', 400)),
  'without its cover': text => text.slice(text.indexOf('\n', 1500)),
  'without its first pages': text => text.slice(text.indexOf('\n', 4000)),
  'from its middle': text => text.slice(text.indexOf('\n', text.length / 2)),
  'while its cover is typed': text => text.slice(0, 300),
  'while its first page is typed': text => text.slice(0, 1500),
  'without its title': text => text.replace(/^.*inspection.*$/im, 'Draft'),
}

describe('a report that the server recognises', () => {
  for (const [name, make] of Object.entries(variants))
    it(`may be one ${name}`, () => {
      const texts = [...sampleNames.map(each => ({ name: each, text: sample(each) })), ...published]
      const copies = texts.map(({ name, text }) => ({ name, copy: make(text) }))
      const missed = copies.filter(({ copy }) => !mayBeReport(copy) && recognise(copy, catalogue))
      assert.deepEqual(
        missed.map(each => each.name),
        [],
      )
    })

  it('may be one when it is imported', () => {
    const missed = drafts().filter(({ text }) => !mayBeReport(text))
    assert.deepEqual(
      missed.map(({ name }) => name),
      [],
    )
  })

  for (const type of catalogue.types)
    it(`may be one when it is new: ${type.id}`, () => {
      for (const { source } of type.editions)
        for (const values of [{}, coverOf(source.valid?.from)])
          assert.ok(mayBeReport(newReport(catalogue, type, values).plain))
    })
})

const published = publishedReports()

describe('the texts of other people’s packages', () => {
  it('are hardly ever taken for reports', () => {
    const files = globSync(['**/*.md', '**/*.txt', '**/LICENSE*'], {
      cwd: path.join(root, 'node_modules'),
      absolute: true,
    })
    const taken = files.filter(file => mayBeReport(readFileSync(file, 'utf8')))
    const share = `${taken.length} of ${files.length}`
    console.log(`      ${share} texts in node_modules are taken for reports`)
    assert.ok(files.length > 200 && taken.length * 100 < files.length, `${share}: ${taken}`)
  })
})
