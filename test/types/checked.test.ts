import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse as parseYaml } from 'yaml'
import { allRules } from '../../server/src/rules/all'
import { catalogueOf } from '../../server/src/types/catalogue'
import {
  type CheckOptions,
  checkTypeSource,
  checkTypeSources,
} from '../../server/src/types/checked'
import { compileType } from '../../server/src/types/compile'
import { typeShape } from '../../server/src/types/format'

/** The words that each problem marks, with its message. */
const faults = (text: string, options?: CheckOptions) =>
  checkTypeSource(text, options).problems.map(
    ({ start, end, message }) => `${text.slice(start, end)} | ${message}`,
  )

const visit = `id: visit
name: Visit
recognise: { titles: [Report of a visit] }
scale:
  line: 'Grade: {word}'
  grades: [{ word: good, number: 1 }, { word: weak, number: 2 }]
cover:
  fields:
    - { id: dates, labels: [Dates], kind: dates }
sections:
  - { id: about, title: About this visit }
  - id: care
    title: Quality of care
    grade: line
  - { id: record, title: Record, kind: summary }
summary:
  rows:
    - section: care
    - { id: overall, title: Overall }
`

describe('a right type file', () => {
  it('gives what it says', () => {
    assert.deepEqual(faults(visit), [])
    assert.deepEqual(checkTypeSource(visit).source, parseYaml(visit))
  })

  it('may write numbers and dates as text without quotes', () => {
    const { source } = checkTypeSource(
      `${visit.replace('title: Overall', 'title: Overall, label: 2.10')}valid: { from: 2018-01-01 }\n`,
    )
    assert.equal(source?.summary?.rows[1]?.label, '2.10')
    assert.equal(source?.valid?.from, '2018-01-01')
  })

  it('is each of the built-in ones', () => {
    const folder = path.join(import.meta.dirname, '../server/types')
    const files = readdirSync(folder).filter(name => name.endsWith('.yaml'))
    const texts = files.map(name => readFileSync(path.join(folder, name), 'utf8'))
    const rules = new Set(allRules.map(({ id }) => id))
    const checked = checkTypeSources(texts, { rules })
    for (const [at, { source, problems }] of checked.entries()) {
      const text = texts[at] as string
      const shown = problems.map(
        ({ start, end, message }) => `${text.slice(start, end)} | ${message}`,
      )
      assert.deepEqual(shown, [], files[at])
      assert.deepEqual(source, parseYaml(text), files[at])
    }
  })
})

describe('of a type file is reported, at its place,', () => {
  it('what is not YAML, which is not used', () => {
    for (const text of [
      '',
      'id: [',
      'id: visit\nid: other\n',
      '\tid: a',
      '--- a\n--- b\n',
      ': : :',
      '&a [*a]',
    ])
      assert.ok(checkTypeSource(text).source === undefined && faults(text).length > 0, text)
    assert.deepEqual(faults('id: visit\nname: Visit\nid: other\n').slice(0, 1), [
      'id | This key appears twice. Remove one.',
    ])
  })

  it('an unknown key, with the nearest; the rest is used', () => {
    const { source } = checkTypeSource(visit.replace('grade: line', 'grad: line'))
    assert.deepEqual(source?.sections?.[1], { id: 'care', title: 'Quality of care' })
    assert.deepEqual(faults(visit.replace('grade: line', 'grad: line')), [
      'grad | There is no key "grad" here. Did you mean "grade"?',
    ])
    assert.deepEqual(
      faults(`${visit}colour: red\n`).map(fault => fault.slice(0, 49)),
      ['colour | There is no key "colour" here. The keys '].map(fault => fault.slice(0, 49)),
    )
  })

  it('a value of the wrong kind', () => {
    assert.deepEqual(faults(visit.replace('[Report of a visit]', 'Report of a visit')), [
      'Report of a visit | This should be a list with at least one entry.',
    ])
    assert.deepEqual(faults(visit.replace('grade: line', 'grade: lines')), [
      'lines | This should be one of these: line, suffix, sentence, table. Did you mean "line"?',
    ])
    assert.deepEqual(faults(visit.replace('number: 2', 'number: two')), [
      'two | This should be a number.',
    ])
    assert.deepEqual(faults(visit.replace('grade: line', 'required: 2010-02-30')), [
      '2010-02-30 | This should be one of these: true; false; usually; a day such as 2018-01-31.',
    ])
    assert.deepEqual(faults(visit.replace('id: about', 'id: About us')), [
      'About us | This should be an id: lower-case letters and numbers, joined by hyphens or dots.',
    ])
  })

  it('a key without a value, and one that is missing', () => {
    assert.deepEqual(faults(visit.replace('grade: line', 'grade:')), [
      'grade | "grade" has no value. Write one, or remove the key.',
    ])
    assert.deepEqual(faults(visit.replace('name: Visit\n', '')), [
      'id | "name" is missing here. Add it: What the user reads.',
    ])
  })

  it('a section that does not exist', () => {
    assert.deepEqual(faults(visit.replace('section: care', 'section: car')), [
      'car | There is no section "car". Did you mean "care"?',
    ])
    const limit = 'limits: [{ of: [safety], is: [weak], then: overall, atMost: poor }]\n'
    assert.deepEqual(faults(visit + limit), [
      'safety | There is no row or graded section "safety". Name one that is there, or add it.',
      'poor | There is no grade "poor". Name one that is there, or add it.',
    ])
    const outcomes =
      'outcomes: { section: abut, of: [{ id: good, words: [well], needs: [record, end] }] }\n'
    assert.deepEqual(faults(visit + outcomes), [
      'abut | There is no section "abut". Did you mean "about"?',
      'end | There is no section "end". Name one that is there, or add it.',
    ])
    assert.deepEqual(faults(`${visit}change: { carre: { grade: suffix } }\n`), [
      'carre | There is no section "carre". Did you mean "care"?',
    ])
  })

  it('an id that appears twice', () => {
    assert.deepEqual(faults(visit.replace('id: about', 'id: care')), [
      'care | Two sections have the id "care". Change one of them.',
    ])
  })

  it('a scale without words, and grades without a scale', () => {
    assert.deepEqual(faults(visit.replace(/grades: .*/, 'grades: []')), [
      '[] | This should be a list with at least one entry.',
    ])
    assert.deepEqual(faults(visit.replace(/\{ word: good, number: 1 \}/, '{ number: 1 }')), [
      'number | "word" is missing here. Add it: The grade as it is written in a sentence: good.',
    ])
    assert.deepEqual(faults(visit.replace(/scale:\n.*\n.*\n/, '')), [
      'line | This type has no scale, so nothing in it can be graded.',
    ])
    assert.deepEqual(faults(visit.replace('{word}', '{grade}')), [
      "'Grade: {grade}' | Only {word} and {number} can be in braces here.",
      "'Grade: {grade}' | The grade line has no place for the grade. Put {word} or {number} into it.",
    ])
  })

  it('words in braces that a new report cannot fill in', () => {
    const drafted = `${visit.trimEnd()}\ndraft: { above: ['{day}'], closing: ['Seen on {day}'] }\n`
    assert.deepEqual(faults(drafted), [
      "'Seen on {day}' | Only {grade} and {authority} can be in braces here.",
    ])
    const above = `${visit.trimEnd()}\ndraft: { title: 'Visit of {day}', above: ['{keeper}'] }\n`
    assert.deepEqual(faults(above), [
      "'Visit of {day}' | Only {authority} can be in braces here.",
      "'{keeper}' | Only {grade}, {authority} and {day} can be in braces here.",
    ])
  })

  it('a title that fits no line, or every line', () => {
    const titled = (title: string) => faults(visit.replace('[Report of a visit]', `['${title}']`))
    assert.deepEqual(titled('{authority}'), [
      "'{authority}' | This title would fit every line. Add words that are always there.",
    ])
    assert.deepEqual(titled('(Report)'), [
      "'(Report)' | This title cannot fit any line. Begin it with a letter or a number.",
    ])
    assert.deepEqual(titled('Visit to {council}'), [
      "'Visit to {council}' | Only {authority} can be in braces here, and only once.",
    ])
  })

  it('editions out of order', () => {
    const editions = `editions:
  - name: first
  - { name: second, valid: { from: 2023-01-01 } }
  - { name: third, valid: { from: 2020-01-01 } }
  - name: fourth
`
    assert.deepEqual(faults(visit + editions), [
      '2020-01-01 | The oldest edition comes first. Move this one.',
      'fourth | This edition has no first day. Add "valid: { from: … }".',
    ])
  })

  it('a rule that does not exist', () => {
    const rules = new Set(['missing-field', 'open-note'])
    assert.deepEqual(faults(`${visit}rules: { mising-field: off }\n`, { rules }), [
      'mising-field | There is no rule "mising-field". Did you mean "missing-field"?',
    ])
  })

  it('a type to extend that does not exist, and a circle', () => {
    assert.deepEqual(faults('id: own\nname: Own\nextends: nothing\nchange: { care: null }\n'), [
      'nothing | There is no type "nothing" to extend. Add it, or remove "extends".',
    ])
    const one = 'id: one\nname: One\nextends: two\n'
    const two = 'id: two\nname: Two\nextends: one\n'
    const checked = checkTypeSources([one, two])
    assert.deepEqual(
      checked.map(({ source }) => source),
      [undefined, undefined],
    )
    for (const [at, { problems }] of checked.entries()) {
      assert.equal(problems.length, 1, 'one fault, one finding')
      const circle = at === 0 ? /one → two → one/ : /two → one → two/
      assert.match(problems[0]?.message ?? '', circle)
    }
  })

  it('an id that two files have', () => {
    const [first, second] = checkTypeSources([visit, visit])
    assert.ok(first?.source !== undefined && second?.source === undefined)
    assert.deepEqual(
      second?.problems.map(({ message }) => message),
      ['Another file has the id "visit" too. Change one of them.'],
    )
  })
})

describe('what is wrong in a type file is left out of the type', () => {
  const titles = (text: string) => {
    const { source } = checkTypeSource(text)
    assert.ok(source)
    return compileType(source).rows.map(({ title }) => title)
  }

  it('such as a row whose section is not there', () => {
    assert.deepEqual(titles(visit.replace('section: care', 'section: car')), ['Overall'])
  })

  it('and a group without a title, whose rows stay', () => {
    const text = visit.replace('- section: care', '- group:\n      rows: [{ section: care }]')
    assert.deepEqual(faults(text), ['group | "group" has no value. Write one, or remove the key.'])
    assert.deepEqual(titles(text), ['Quality of care', 'Overall'])
  })

  it('and a row of nothing known', () => {
    const text = visit.replace('section: care', 'sction: care')
    assert.deepEqual(faults(text), [
      'sction | There is no key "sction" here. Did you mean "section"?',
    ])
    assert.deepEqual(titles(text), ['Overall'])
  })
})

describe('a type that extends another', () => {
  const source = checkTypeSource(visit).source
  const under = catalogueOf(source ? [source] : [])
  const own = 'id: own\nname: Own\nextends: visit\n'

  it('is reported when it takes out the scale and leaves the grades', () => {
    assert.deepEqual(faults(`${own}scale: null\n`, { under }), [
      'null | Without a scale nothing is graded, but sections are (care). Under "change", remove their "grade" too.',
    ])
    assert.deepEqual(
      faults(`${own}scale: null\nchange: { care: { grade: null } }\n`, { under }),
      [],
    )
  })

  it('can take nothing out that its parts need', () => {
    assert.deepEqual(faults(`${own}scale: { grades: null }\n`, { under }), [
      'grades | "grades" has no value. Write one, or remove what it belongs to.',
    ])
    assert.deepEqual(faults(`${own}change: { care: { title: null } }\n`, { under }), [
      'title | "title" has no value. Write one, or remove what it belongs to.',
    ])
    assert.equal(
      checkTypeSource(`${own}cover: { fields: null }\n`, { under }).source?.cover?.fields,
      undefined,
    )
    assert.deepEqual(faults('id: own\nname: null\n'), [
      'name | "name" has no value. Write one, or remove what it belongs to.',
    ])
  })

  it('can be compiled whichever key it takes out', () => {
    const inner = [
      'scale',
      'cover',
      'contents',
      'summary',
      'outcomes',
      'annexes',
      'footer',
      'openings',
    ]
    const keys = Object.keys(typeShape.keys()).filter(
      key => !['id', 'name', 'extends'].includes(key),
    )
    const texts = [
      ...keys.map(key => `${key}: null\n`),
      ...keys.map(key => `editions: [{ name: one }, { name: two, ${key}: null }]\n`),
      ...inner.flatMap(outer => {
        const shape = typeShape.keys()[outer]?.shape
        const names = shape?.kind === 'keys' ? Object.keys(shape.keys()) : []
        return names.map(name => `${outer}: { ${name}: null }\n`)
      }),
      ...['id', 'title', 'aliases', 'grade', 'sections', 'subjects'].map(
        key => `change: { care: { ${key}: null } }\n`,
      ),
    ]
    for (const text of texts) {
      const read = checkTypeSource(own + text, { under }).source
      if (read === undefined) continue
      const { types } = catalogueOf([read], under)
      for (const { editions } of types) for (const edition of editions) edition.compiled()
    }
  })

  it('may leave out what it takes over', () => {
    const changed = `id: own
name: Own
extends: visit
scale: null
summary: { title: Grades }
change: { about: null, care: { title: Care } }
add: [{ after: care, section: { id: end, title: End } }]
`
    assert.deepEqual(faults(changed.replace('scale: null\n', ''), { under }), [])
    assert.deepEqual(checkTypeSource(changed, { under }).source, parseYaml(changed))
  })

  it('may change the built-in one of its own id', () => {
    assert.deepEqual(faults('id: visit\nname: Our visits\nextends: visit\n', { under }), [])
  })
})
