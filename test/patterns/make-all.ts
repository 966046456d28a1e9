/**
 * Lets code put together every pattern that it can: the entry of a bundle in which each of them is recorded.
 * Patterns are made when a text first needs them, so each type gets a text that needs them all.
 */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { parse as parseYaml } from 'yaml'
import { exportReport } from '../../server/src/export/export'
import { withStyleNumbers } from '../../server/src/export/numbering'
import { completion } from '../../server/src/features/complete/completion'
import { htmlToText } from '../../server/src/import/text/html/html'
import { tidy } from '../../server/src/import/text/tidy'
import { readTail } from '../../server/src/report/grades/grade-tails'
import { parseReport } from '../../server/src/report/parse'
import { reportTemplate } from '../../server/src/report/template/template'
import { checkReport } from '../../server/src/rules/run'
import { builtInCatalogue } from '../../server/src/types/built-in'
import { catalogueOf, type TypeCatalogue } from '../../server/src/types/catalogue'
import type { ReportType } from '../../server/src/types/report-type'
import type { TypeSource } from '../../server/src/types/source'
import { sample, sampleNames } from '../reports/samples'

/** Types of the tests, which ask for what no built-in one has. */
const otherTypes = ['cqc-service', 'education-scotland', 'estyn', 'hmi-prisons']

export async function makeAll(): Promise<void> {
  const others = otherTypes.map(name => {
    const file = path.join(import.meta.dirname, `types/${name}.yaml`)
    return parseYaml(readFileSync(file, 'utf8')) as TypeSource
  })
  const types = catalogueOf([...others, ...awkwardTypes], builtInCatalogue())
  const texts = sampleNames.map(sample)
  for (const text of texts) read(text, types)
  for (const known of types.types)
    for (const { compiled } of known.editions) {
      const type = compiled()
      read(reportTemplate(type).plain, types)
      read(textOf(type), types, type)
      makeOf(type)
      readWithoutDate(type, types)
    }
  for (const text of texts) tidy(text, { parse: { types } })
  await inAndOut(types)
}

/** The words where no authority can be in them. */
const plain = (words: string) => words.replaceAll('{authority}', 'of')

/** Types with texts that are hard to look for: words that repeat, one word many times over, marks. */
const awkwardTypes: readonly TypeSource[] = ['a a a a', '- - - -', '{authority} of'].map(
  (words, index) =>
    ({
      id: `awkward-${index}`,
      name: 'Awkward',
      recognise: { titles: [words, `${words} report`], with: [words] },
      cover: { fields: [{ id: 'when', labels: [words], kind: 'dates' }] },
      scale: {
        line: `${plain(words)} {number} ${plain(words)} {word}`,
        grades: [plain(words), plain(`${words} ${words}`)].map((word, rank) => ({
          word,
          number: rank + 1,
        })),
      },
      sections: [
        {
          id: 'care',
          title: words,
          grade: 'line',
          opening: `${words} {authority} ${words} {grade}.`,
        },
        { id: 'help', title: `${words} ${words}`, grade: 'suffix' },
      ],
      summary: {
        rows: [{ title: words, statements: [`${words} {authority} ${words} are {grade}`] }],
      },
    }) as unknown as TypeSource,
)

/** Reads, checks and completes the text, as the given type if there is one. */
function read(text: string, types: TypeCatalogue, type?: ReportType): void {
  const report = parseReport(text, { types, ...(type && { type }) })
  if (report === undefined) return
  checkReport(report)
  const place = report.placeholders.find(({ start }) => start > 0)
  if (place !== undefined) completion(report, place.start + 1)
  const grade = report.sections.find(section => section.grade?.form === 'line')?.grade
  if (grade !== undefined) completion(report, grade.span.end)
}

/** What no text of the type's own is sure to need. */
function makeOf({ scale }: ReportType): void {
  if (scale === undefined) return
  readTail('Care: good', { start: 0, end: 10 }, scale)
}

/** A text with each title, each grade and each sentence that the type looks for. */
function textOf(type: ReportType): string {
  const words = type.scale?.grades.map(({ word }) => word) ?? ['good']
  const statements = type.rows.flatMap(row => row.statements)
  const named = (words: string) => words.replaceAll('{authority}', 'Westmarch')
  return [
    `# ${named(type.titles[0] ?? '')}`,
    ...type.fields.map(({ labels }) => `${labels[0]}: 6 March 2024`),
    ...statements.map(each => named(each).replace('{grade}', words[0] ?? '')),
    'Overall, services are [grade].',
    ...type.sections.flatMap(({ title, opening = '' }) => [
      `## ${title}: ${words[0]}`,
      `${type.scale?.line.replace('{number}', '2').replace('{word}', words[1] ?? '')}`,
      `1. There is ${words[0]} ${title}. The council has ${words[1]} ${title.toLowerCase()}.`,
      named(opening),
    ]),
    '## Summary',
    ...type.rows.map(({ title }) => `| ${title} | ${words[0]} |`),
    ...type.sections.map(({ title }) => `| ${title} | ${words[0]} |`),
    ...statements.map(each => named(each).replace('{grade}', words[1] ?? '')),
    '',
  ].join('\n\n')
}

/** The type's text as a report of its kind whose edition has to be found out from its titles and rows. */
function readWithoutDate(type: ReportType, types: TypeCatalogue): void {
  const text = textOf(type).replaceAll('6 March 2024', '[dates]')
  read(`---\nreport: ${type.id}\n---\n\n${text}`, types)
}

/** Reads HTML and fills a template, in which a few patterns are made of names of tags. */
async function inAndOut(types: TypeCatalogue): Promise<void> {
  htmlToText(
    '<ol start="3"><li value="4">One</li></ol><table><tr><td colspan=2>A</td></tr></table>',
  )
  tidy('1. One is said here. 3. Three is too.\n\n2. Two is below.\n', { parse: { types } })
  const page = `Westmarch has ${'staff and managers who work well '.repeat(3)}`
  tidy(`1. ${page}.1\n\n1 See the guidance.\n\f\n2. ${page}.\n`, { parse: { types } })
  const document = new Document({ sections: [{ children: [new Paragraph('To be replaced')] }] })
  const template = new Uint8Array(await Packer.toArrayBuffer(document))
  const report = parseReport(sample('westmarch.inspection.md'))
  if (report !== undefined) await exportReport(report, { template })
  withStyleNumbers('<w:num/>', '<w:p/>', { style: 'Numbered', list: '1' }, new Set())
}
