/** Texts to try everything on: reports that are spliced, cut and changed, and characters of any kind. */

import fc from 'fast-check'
import { sample, sampleNames } from '../reports/samples'

/** One report that texts are made from. */
export interface Source {
  readonly name: string
  readonly text: string
}

export const samples: readonly Source[] = sampleNames.map(name => ({ name, text: sample(name) }))

/** Texts, half of them made from `sources` and half from characters of any kind, made smaller on failure. */
export function texts(sources: readonly Source[], longest: number): fc.Arbitrary<string> {
  return new Cut(fc.oneof(changedReports(sources, longest), characters(sources)))
}

// --- From reports -----------------------------------------------------------------------------

type Change = (text: string) => string

function changedReports(sources: readonly Source[], longest: number): fc.Arbitrary<string> {
  return fc
    .record({ base: spliced(sources, longest), changes: fc.array(change, { maxLength: 6 }) })
    .map(({ base, changes }) => changes.reduce((text, each) => each(text), base))
}

/** A stretch of one report, or the beginning of one and the rest of another, cut at lines or anywhere. */
function spliced(sources: readonly Source[], longest: number): fc.Arbitrary<string> {
  const stretch = fc.record({
    source: fc.constantFrom(...sources),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 200, max: longest }),
  })
  return fc
    .record({
      first: stretch,
      second: stretch,
      kind: fc.constantFrom('beginning', 'beginning', 'middle', 'splice', 'splice', 'gap'),
      atLines: fc.boolean(),
    })
    .map(({ first, second, kind, atLines }) => {
      const text = first.source.text
      const cut = (from: string, at: number) => (atLines ? from.lastIndexOf('\n', at) + 1 : at)
      const piece = ({ source, from, length }: typeof first) => {
        const start = cut(source.text, Math.floor(from * source.text.length))
        return source.text.slice(start, cut(source.text, start + length))
      }
      const head = text.slice(0, cut(text, first.length))
      if (kind === 'beginning') return head
      if (kind === 'middle') return piece(first)
      if (kind === 'splice') return head + piece(second)
      return head + piece({ ...second, source: first.source })
    })
}

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

/** Changes a line that `fits`, the one nearest to a place; the text as it is where none does. */
function lineChange(
  fits: (line: string) => boolean,
  change: fc.Arbitrary<(line: string) => string>,
): fc.Arbitrary<Change> {
  return fc.tuple(place, change).map(([at, changed]) => text => {
    const lines = text.split('\n')
    const from = Math.floor(at * lines.length)
    const found = [...lines.keys()].map(each => (each + from) % lines.length)
    const line = found.find(each => fits(lines[each] as string))
    if (line === undefined) return text
    return lines.with(line, changed(lines[line] as string)).join('\n')
  })
}

const isHeading = (line: string): boolean => /^#*\s*\p{Lu}.{2,70}[^.\s]$/u.test(line)
const isRow = (line: string): boolean => /\||\t| {3,}\S/.test(line)
const hasNumber = (line: string): boolean => /\d/.test(line)

const headingChanges: fc.Arbitrary<(line: string) => string> = fc.oneof(
  fc.nat(60).map(at => (line: string) => line.slice(0, at) + line.slice(at + 1)),
  fc.nat(60).map(at => (line: string) => line.slice(0, at) + line.charAt(at) + line.slice(at)),
  fc
    .constantFrom('# ', '## ', '#### ', '1. ', 'Annex A: ', '**', '<a id="x"></a>', '2.1 ', '> ')
    .map(mark => (line: string) => mark + line.replace(/^#*\s*/, '')),
  fc
    .constantFrom(':', ' is good', ': Good', '[^1]', ' {#id}', ' (continued)', '.', ' Grade 2')
    .map(mark => (line: string) => line + mark),
  fc.constantFrom<(line: string) => string>(
    line => line.toUpperCase(),
    line => line.toLowerCase(),
    line => line.replace(' ', '\n'),
    line => `${line}\n\n${line}`,
    () => '',
  ),
)

const rowChanges: fc.Arbitrary<(line: string) => string> = fc.constantFrom<
  (line: string) => string
>(
  line => line.replace('|', ''),
  line => line.replace(/\|\s*$/, ''),
  line => line.replaceAll('|', '\t'),
  line => line.replaceAll('|', '   '),
  line => line.replaceAll(/\t| {3,}/g, ' | '),
  line => `${line} | more |`,
  line => line.replace(/(good|adequate|inadequate|outstanding)/i, 'great'),
  line => line.replace(/(good|adequate|inadequate|outstanding)/i, ''),
  line => line.replace(/(good|adequate|inadequate)/i, 'outstanding'),
  line => line.replace(/ (\w+) *\|/, ' $1<br>$1 |'),
  line => line.replace(' ', '\n'),
  line => `${line}\n${line}`,
)

const numberChanges: fc.Arbitrary<(line: string) => string> = fc
  .constantFrom(
    '0',
    '1',
    '2',
    '7',
    '12',
    '13',
    '99',
    '2011',
    '99999999999999999999',
    '1.2',
    'iv',
    '',
  )
  .chain(number =>
    fc.constantFrom<(line: string) => string>(
      line => line.replace(/\d+/, number),
      line => line.replace(/(\d+)(?!.*\d)/, number),
      line => line.replaceAll(/\d+/g, number),
    ),
  )

/** Pieces of text that mean something somewhere. */
const pieces = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\f',
  '\t',
  '   ',
  '\u0000',
  '\ud800',
  '\udc00',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u000b',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u202e',
  '\u2066',
  '\u0301',
  '\ufeff',
  '\ufffd',
  '\u00a0',
  '\ufb01',
  '[',
  ']',
  '(',
  '|',
  '*',
  '**',
  '_',
  '.',
  '....',
  '-',
  '—',
  '#',
  '`',
  '```\n',
  '<!--',
  '-->',
  '---\n',
  '<br>',
  '&nbsp;',
  '$1',
  '${1:x}',
  '\\',
  '[grade]',
  '[TBC: 14]',
  'Grade 2 (good)\n',
  'Grade 2 (ade',
  'Grade\n',
  '14. ',
  '\n14. ',
  'see paragraphs 3, 4 and 7',
  'Within three months:\n',
  'Page 3 of 20\n',
  'Contents\n',
  'Status: draft\n',
  'Published: 31 November 2011\n',
  '<!-- inspection-reports ignore missing-grade: x -->\n',
  '<!-- inspection-reports\nignore-file\nsplit-paragraph: x -->',
  '<!-- note AB: what? -->',
  '[AB: what about this?]',
  '[^1]',
  '\n[^1]: a note\n',
  '| a | b |\n|---|---|\n',
  'is good ',
  'are inadequate. ',
] as const

const insertion: fc.Arbitrary<Change> = fc
  .tuple(place, fc.constantFrom(...pieces), fc.integer({ min: 1, max: 3 }))
  .map(([at, piece, times]) => text => {
    const offset = Math.floor(at * text.length)
    return text.slice(0, offset) + piece.repeat(times) + text.slice(offset)
  })

const deletion: fc.Arbitrary<Change> = fc
  .tuple(place, fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 40, max: 3000 })))
  .map(([at, length]) => text => {
    const offset = Math.floor(at * text.length)
    return text.slice(0, offset) + text.slice(offset + length)
  })

/** Lines that are moved elsewhere, or repeated. */
const movement: fc.Arbitrary<Change> = fc
  .tuple(place, place, fc.integer({ min: 1, max: 12 }), fc.boolean())
  .map(([from, to, count, keeps]) => text => {
    const lines = text.split('\n')
    const first = Math.floor(from * lines.length)
    const taken = keeps ? lines.slice(first, first + count) : lines.splice(first, count)
    lines.splice(Math.floor(to * (lines.length + 1)), 0, ...taken)
    return lines.join('\n')
  })

/** The whole text in another form. */
const form: fc.Arbitrary<Change> = fc.constantFrom<Change>(
  text => text.replaceAll('\n', '\r\n'),
  text => text.replaceAll('\n', '\r'),
  text => text.replace(/\n/g, '\r\n').replace(/(.*\r\n.*)\r\n/g, '$1\n'),
  text => text.replaceAll('\n\n', '\n'),
  text => text.replaceAll('\n', '\n\n'),
  text => text.replaceAll('\n', '  \n'),
  text => text.replaceAll(/^/gm, '  '),
  text => text.replaceAll(' ', '\u00a0'),
  text => text.replaceAll(/(\w{9})(\w)/g, '$1\u00ad$2'),
  text => text.replaceAll(/(.{60}\S*) /g, '$1\n'),
  text => text.replace(/^/, 'Status: draft\n\n'),
  text => text.replace(/\n/, '\n\nStatus: draft\n'),
  text => text.trimEnd(),
)

const change: fc.Arbitrary<Change> = fc.oneof(
  { arbitrary: lineChange(isHeading, headingChanges), weight: 3 },
  { arbitrary: lineChange(isRow, rowChanges), weight: 3 },
  { arbitrary: lineChange(hasNumber, numberChanges), weight: 3 },
  { arbitrary: insertion, weight: 3 },
  { arbitrary: deletion, weight: 2 },
  { arbitrary: movement, weight: 2 },
  { arbitrary: form, weight: 1 },
)

// --- Characters of any kind -------------------------------------------------------------------

function characters(sources: readonly Source[]): fc.Arbitrary<string> {
  const lines = [
    ...new Set(sources.slice(0, 6).flatMap(({ text }) => text.split('\n').slice(0, 90))),
  ]
  return fc
    .array(
      fc.oneof(
        {
          arbitrary: fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code)),
          weight: 2,
        },
        {
          arbitrary: fc.integer({ min: 0, max: 0x7f }).map(code => String.fromCharCode(code)),
          weight: 3,
        },
        { arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }), weight: 1 },
        { arbitrary: fc.constantFrom(...pieces), weight: 5 },
        { arbitrary: fc.constantFrom(...lines), weight: 3 },
        { arbitrary: fc.constant('\n'), weight: 2 },
      ),
      { maxLength: 120 },
    )
    .map(list => list.join(''))
}

// --- Smaller ----------------------------------------------------------------------------------

/** How a text is cut next: `size` lines, or characters once no line can go, from the end on. */
interface Cutting {
  readonly unit: 'lines' | 'characters'
  readonly size: number
}

/**
 * Texts that are made smaller by what they are, not by how they were made: pieces go, halves first, as long
 * as the fault stays; so what is left is short enough to be a test.
 */
class Cut extends fc.Arbitrary<string> {
  constructor(private readonly inner: fc.Arbitrary<string>) {
    super()
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<string> {
    return new fc.Value(this.inner.generate(random, bias).value, undefined)
  }

  override canShrinkWithoutContext(value: unknown): value is string {
    return typeof value === 'string'
  }

  override shrink(text: string, context?: unknown): fc.Stream<fc.Value<string>> {
    return new fc.Stream(smaller(text, (context as Cutting | undefined) ?? firstCutting(text)))
  }
}

function firstCutting(text: string): Cutting {
  const count = linesOf(text).length
  return count > 1
    ? { unit: 'lines', size: Math.ceil(count / 2) }
    : { unit: 'characters', size: Math.ceil(text.length / 2) }
}

function* smaller(text: string, { unit, size }: Cutting): IterableIterator<fc.Value<string>> {
  const parts = unit === 'lines' ? linesOf(text) : [...text]
  for (let now = Math.min(size, parts.length); now >= 1; now = Math.floor(now / 2)) {
    for (let at = parts.length - now; at > -now; at -= now) {
      const start = Math.max(0, at)
      const rest = parts.toSpliced(start, at + now - start).join('')
      yield new fc.Value(rest, { unit, size: now } satisfies Cutting)
    }
  }
  if (unit === 'lines' && text.length < 4000)
    yield* smaller(text, { unit: 'characters', size: Math.ceil(text.length / 2) })
}

/** The lines of the text with their line ends, of any kind. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []
}
