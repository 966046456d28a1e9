/** What the settings of a folder may say about the template for exports: only a file of that folder. */

import assert from 'node:assert/strict'
import { checkSettings } from '../../server/src/types/checked'

const check = (exportTemplate: string): ReturnType<typeof checkSettings> =>
  checkSettings(JSON.stringify({ exportTemplate }), { rules: new Set(), types: new Set() })

describe('the template that the settings of a folder name', () => {
  for (const path of [
    'office.dotx',
    'templates/office.dotx',
    'templates\\office.dotx',
    './templates/office.dotx',
    'our templates/..office...dotx',
    '.templates/office..dotx',
  ])
    it(`may be ${path}`, () => {
      const { source, problems } = check(path)
      assert.deepEqual(problems, [])
      assert.equal(source.exportTemplate, path)
    })

  for (const path of [
    '/templates/office.dotx',
    '\\templates\\office.dotx',
    '\\\\server\\share\\office.dotx',
    '//server/share/office.dotx',
    '\\\\?\\UNC\\server\\share\\office.dotx',
    'C:/templates/office.dotx',
    'c:\\templates\\office.dotx',
    'C:office.dotx',
    ' /templates/office.dotx',
    'file:///templates/office.dotx',
    'https://server/office.dotx',
    '../office.dotx',
    '..\\office.dotx',
    'templates/../../office.dotx',
    'templates/.. /.. /office.dotx',
    'templates/.../office.dotx',
    '..',
  ])
    it(`may not be ${path}`, () => {
      const { source, problems } = check(path)
      assert.equal(source.exportTemplate, undefined)
      assert.deepEqual(
        problems.map(({ message }) => message),
        [
          'The template must be a file in the folder that has .inspection-reports, or further down: write its path from there, such as "templates/office.dotx".',
        ],
      )
    })
})
