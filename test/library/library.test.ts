/** The library as a program sees it, and every example on its page. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as library from '../../server/src/library/library'
import type * as Public from '../../server/src/library/public'

const root = path.resolve(import.meta.dirname, '..')
const sample = (name: string) => readFileSync(path.join(root, 'samples', name), 'utf8')
const clean = sample('westmarch.inspection.md')
const wrong = sample('westmarch-with-problems.inspection.md')
const page = readFileSync(path.join(root, 'docs/library.md'), 'utf8')

/** What is promised is what is there, no more and no less: otherwise this does not compile. */
type Same<A, B> = [A, B] extends [B, A] ? true : never
const isAsPromised: Same<typeof library, typeof Public> = true

describe('the library', () => {
  it('has on its page every function that it has', () => {
    assert(isAsPromised)
    for (const name of Object.keys(library)) assert(page.includes(`\`${name}(`), name)
  })

  it('parses a report into plain data', () => {
    const report = library.parse(clean)
    assert.equal(report?.type, 'ofsted-slac')
    assert.equal(report.status, 'finished')
    const { title, start, end } = report.sections.find(({ part }) => part.length > 0)!
    assert(clean.slice(start.offset, end.offset).includes(title))
    assert.deepEqual(structuredClone(report), report)
    assert.equal(library.parse('Two pints of milk.\n'), undefined)
  })

  it('checks, and fixes what cannot change what the report says', () => {
    const problems = library.check(wrong)
    assert(problems.some(({ rule, fixes }) => rule === 'misspelt-heading' && fixes[0]?.safe))
    assert.deepEqual(structuredClone(problems), problems)
    const { text, applied } = library.fix(wrong)
    assert(applied.length > 0)
    assert.deepEqual(library.fix(text), { text, applied: [] })
    assert.deepEqual(library.check('Two pints of milk.\n'), [])
  })

  it('takes severities, types and what type a text is', () => {
    const off = library.check(wrong, { rules: { 'misspelt-heading': 'off' } })
    assert(!off.some(({ rule }) => rule === 'misspelt-heading'))
    const own = 'id: visit\nname: Visit report\nextends: ofsted-slac\n'
    assert.throws(
      () => library.parse(clean, { type: 'visit' }),
      /There is no report type "visit"\./,
    )
    assert.throws(
      () => library.parse(clean, { types: ['id: [\n'] }),
      /^Error: Report type 1 cannot/,
    )
    assert.equal(library.parse(clean, { types: [own], type: 'visit' })?.type, 'visit')
  })

  it('says in one sentence which rule or level there is not', () => {
    const faults: Readonly<Record<string, object>> = {
      'There is no rule "open-nots". Did you mean open-note?': { 'open-nots': 'off' },
      'There is no rule "milk and bread".': { 'open-note': 'off', 'milk and bread': 'off' },
      'The level of "open-note" cannot be "high". Choose one of off, hint, information, warning, error.':
        { 'open-note': 'high' },
      'The level of "open-note" cannot be 2. Choose one of off, hint, information, warning, error.':
        {
          'open-note': 2,
        },
    }
    for (const [message, rules] of Object.entries(faults))
      for (const use of [library.check, library.fix])
        for (const text of [wrong, 'Milk'])
          assert.throws(
            () => use(text, { rules: rules as NonNullable<Public.CheckOptions['rules']> }),
            {
              message,
            },
          )
  })

  it('reads any text, and exports any report', async () => {
    const short = clean.slice(0, clean.indexOf('\n## ', 2000))
    const texts = [
      ...[
        '',
        '\0',
        '\ud800 \udc00',
        '\ufeff\ufffe',
        'PK Smith',
        'PK\u0003\u0004',
        '%PDF-1.7',
        '{\\rtf1 a}',
      ],
      ...[
        '<!doctype html><p>Milk',
        'MIME-Version: 1.0',
        'GIF8',
        'ÐÏ',
        '\r\r\n\n',
        '  '.repeat(10_000),
      ],
    ]
    for (const each of texts)
      for (const text of [each, `${each}${short}`, `${short}\n${each}\n`]) {
        library.parse(text)
        library.check(text)
        library.fix(text)
        library.judgements(text)
        assert.equal(typeof (await library.importText(text)).text, 'string')
        if (library.parse(text) !== undefined) assert((await library.exportWord(text)).length > 0)
      }
  })

  it('lists judgements with every place that states them', () => {
    const all = library.judgements(clean)
    assert(all.length > 10 && all.every(({ grade }) => grade !== null))
    assert(all.some(({ mentions }) => mentions.length > 2))
  })

  it('says in one sentence what it cannot read', async () => {
    const bytes = Buffer.from('Two pints of milk.')
    await assert.rejects(
      library.importWord(bytes),
      /^Error: This is not a Word document \(\.docx\)\.$/,
    )
    await assert.rejects(library.importPdf(bytes), /^Error: This is not a PDF\.$/)
    await assert.rejects(
      library.exportWord('Milk'),
      /^Error: This is not a report of a known type\./,
    )
    assert.deepEqual(await library.importText(''), { text: '', isReport: false, changes: [] })
  })

  it('makes a draft of a text', async () => {
    const { text, isReport, changes } = await library.importText(sample('westmarch-extracted.txt'))
    assert(isReport && changes.length > 0)
    assert.match(text, /^# /m)
  })

  describe('has examples that run', () => {
    let folder = ''
    before(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
      mkdirSync(path.join(folder, 'node_modules'))
      symlinkSync(root, path.join(folder, 'node_modules/inspection-reports'), 'junction')
      copyFileSync(
        path.join(root, 'samples/westmarch-with-problems.inspection.md'),
        path.join(folder, 'draft.md'),
      )
    })
    after(() => rmSync(folder, { recursive: true }))

    const examples = [...page.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code)
    it('are looked at', () => assert(examples.length >= 3))
    for (const [at, code] of examples.entries())
      it(`number ${at + 1}`, () => {
        const file = path.join(folder, `example-${at}.mjs`)
        writeFileSync(file, code)
        const { stdout, stderr, status } = spawnSync(process.execPath, [file], {
          cwd: folder,
          encoding: 'utf8',
        })
        assert.equal(stderr, '')
        assert.equal(status, 0)
        assert.notEqual(stdout, '')
      })

    it('and can be required', () => {
      const code = "console.log(Object.keys(require('inspection-reports')).join())"
      const { stdout } = spawnSync(process.execPath, ['-e', code], {
        cwd: folder,
        encoding: 'utf8',
      })
      assert.deepEqual(stdout.trim().split(',').sort(), Object.keys(library).sort())
    })
  })
})
