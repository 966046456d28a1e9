import assert from 'node:assert/strict'
import {
  type JudgementNode,
  overview,
  type PartNode,
  type SectionNode,
  whatIsLeft,
} from '../../../server/src/features/lists/overview'
import { checkReport } from '../../../server/src/rules/run'
import { reportOf } from '../../support/check-rule'

const report = (status: string) => `# Inspection of safeguarding and looked after children services

Westmarch

Status: ${status}

Published: 6 May 2011

## About this inspection

1. Inspectors met the council.

## Services for looked after children

### Overall effectiveness

Grade 2 (good)

2. The overall effectiveness of services for looked after children is [Note ET: by whom?] good.

### Staying safe

Grade 1 (outstanding)

### Capacity for improvement

3. The capacity for improvement is [grade].

## Record of main findings

| Services for looked after children | |
|---|---|
| Overall effectiveness | Adequate |
| Staying safe | Outstanding |
`

describe('the side panel', () => {
  it('has the judgements under their parts, each with its places', () =>
    checkLines(
      judgementLines(overviewOf(report('draft')).judgements),
      `
        Services for looked after children
          Overall effectiveness: places differ
            Grade line: good
            First sentence: good
            Record of main findings: adequate (differs)
          Capacity for improvement: no grade
          How good are outcomes for looked after children and care leavers?
            Staying safe: outstanding (0)
              Grade line: outstanding
              Record of main findings: outstanding
      `,
    ))

  it('has the sections, the missing ones in their place', () => {
    const lines = sectionLines(overviewOf(report('draft')).sections)
    const known = (words: string) => lines.some(line => line.trim().startsWith(words))
    assert.ok(known('About this inspection: there'))
    assert.ok(known('Staying safe: empty, 1 to do'))
    assert.ok(known('Being healthy: missing'))
    const order = [
      'About this inspection',
      'Safeguarding services',
      'Being healthy',
      'Staying safe',
    ]
    const places = order.map(title => lines.findIndex(line => line.trim().startsWith(title)))
    assert.deepEqual(
      [...places].sort((a, b) => a - b),
      places,
    )
  })

  it('has notes, placeholders and what a draft lacks, with their places', () => {
    const open = overviewOf(report('draft')).open.map(
      ({ kind, author, words, place }) => `${kind} ${author} ${words} (${place})`,
    )
    assert.ok(
      open.includes(
        'note ET by whom? (Overall effectiveness (Services for looked after children), paragraph 2)',
      ),
      open.join('\n'),
    )
    assert.ok(
      open.some(line => /^to-do .*\[grade\]/.test(line)),
      open.join('\n'),
    )
  })

  it('lists a placeholder by its own words', () => {
    const names = overviewOf(report('draft')).open.map(({ name }) => name)
    assert.ok(names.includes('[grade]'), names.join('\n'))
    assert.ok(names.includes('by whom?'), names.join('\n'))
  })

  it('has no to-dos in a finished report, but what is marked as open in it', () => {
    const kinds = overviewOf(report('finished')).open.map(({ kind }) => kind)
    assert.deepEqual(kinds, ['note', 'to-do'])
  })
})

function overviewOf(text: string) {
  const parsed = reportOf(text)
  return overview(parsed, checkReport(parsed))
}

function judgementLines(nodes: readonly (PartNode | JudgementNode)[]): readonly string[] {
  return nodes.flatMap(node => {
    if (node.kind === 'part')
      return [node.title, ...judgementLines(node.children).map(line => `  ${line}`)]
    const grade = node.grade ?? (node.disagrees ? 'places differ' : 'no grade')
    const standing = node.standing === undefined ? '' : ` (${node.standing})`
    return [
      `${node.title}: ${grade}${standing}`,
      ...node.places.map(
        ({ name, says, differs }) =>
          `  ${name}: ${says === '' ? 'no grade' : says}${differs ? ' (differs)' : ''}`,
      ),
    ]
  })
}

function sectionLines(nodes: readonly SectionNode[]): readonly string[] {
  return nodes.flatMap(({ title, state, toDos, children }) => [
    `${title}: ${state}${toDos === 0 ? '' : `, ${toDos} to do`}`,
    ...sectionLines(children).map(line => `  ${line}`),
  ])
}

function checkLines(found: readonly string[], expected: string): void {
  const lines = expected.replace(/^\n|\s+$/g, '').split('\n')
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0
  assert.deepEqual(
    found,
    lines.map(line => line.slice(indent)),
  )
}

describe('what is left before a report leaves the house', () => {
  const text = report('finished')
    .replace(
      '1. Inspectors met the council.',
      '1. Inspectors met the council [TBC] (see paragraph 9).',
    )
    .replace('Grade 2 (good)', 'Grade 2 (adequate)')

  it('begins with what is to be put right, the gravest first, and has each thing once', () => {
    const left = whatIsLeft(reportOf(text), {})
    const kinds = left.map(({ kind }) => kind)
    assert.deepEqual(
      kinds,
      [...kinds].sort((a, b) => Number(b === 'problem') - Number(a === 'problem')),
    )
    assert.equal(left[0]?.kind, 'problem')
    assert.ok(left.some(({ kind, name }) => kind === 'to-do' && /paragraph 9/.test(name)))
    assert.ok(left.some(({ kind, name }) => kind === 'to-do' && name === '[TBC]'))
    assert.ok(left.some(({ kind, author }) => kind === 'note' && author === 'ET'))
    const told = left.map(({ name, target }) => `${target.start} ${name}`)
    assert.equal(new Set(told).size, told.length)
  })
})
