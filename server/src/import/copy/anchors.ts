/** Where in a Word document the comment about a problem belongs. */

import { isSpace, type Span, trimmed } from '../../text/span'
import { storyOf } from '../word/placed-xml'
import type { Origin, WordOrigins } from '../word-origins'

/** What a comment is about, from the first of its characters to the last. */
export interface Anchor {
  readonly first: Origin
  readonly last: Origin
  /** What the problem is in, where Word allows no comment: this is only the place of it. */
  readonly inside: 'text box' | 'footnote' | 'endnote' | 'comment' | undefined
}

/**
 * The place of the words in this span of the text that was read. For words that the document does not have, such as a
 * number that Word counts, it is the nearest word in the line; undefined where no line has one.
 */
export function anchorOf(text: string, traced: WordOrigins, span: Span): Anchor | undefined {
  const own = anchorAt(text, traced, trimmed(text, span))
  if (own !== undefined) return own
  const near = nearestWord(text, traced, span, isLetterOrDigit) ?? nearestWord(text, traced, span)
  return near === undefined ? undefined : anchorAt(text, traced, near)
}

function anchorAt(text: string, traced: WordOrigins, span: Span): Anchor | undefined {
  const origins = traced.originsIn(span)
  const words = origins.filter(({ element }) => element.name === 'w:t')
  const [first] = words
  if (first === undefined) return anchorOfOther(text, traced, span, origins[0])
  const story = storyOf(first.element)
  let last = first
  for (const each of words) {
    if (storyOf(each.element) !== story || each.xml.start < last.xml.start) break
    last = each
  }
  return { first, last, inside: story === undefined ? undefined : 'text box' }
}

/** Of words in whose place the document has something else. */
function anchorOfOther(
  text: string,
  { xml, inside }: WordOrigins,
  span: Span,
  origin: Origin | undefined,
): Anchor | undefined {
  if (origin === undefined) return undefined
  const { element } = origin
  const whole = { first: origin, last: origin }
  switch (element.name) {
    case 'w:commentReference':
      return { ...whole, inside: 'comment' }
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const isNote = text.startsWith('[^', text.lastIndexOf('\n', span.start - 1) + 1)
      if (!isNote) return { ...whole, inside: undefined }
      return { ...whole, inside: element.name === 'w:endnoteReference' ? 'endnote' : 'footnote' }
    }
    default: {
      const prompt = inside(element).filter(
        ({ name, content }) =>
          name === 'w:t' && xml.slice(content.start, content.end).trim() !== '',
      )
      const [first, last] = [prompt[0], prompt.at(-1)]
      if (first === undefined || last === undefined) return undefined
      return {
        first: { element: first, xml: first.content },
        last: { element: last, xml: last.content },
        inside: storyOf(first) === undefined ? undefined : 'text box',
      }
    }
  }
}

/** The highlighted words that end before this place; undefined where the runs do not say that they are highlighted. */
export function highlightedBefore(
  text: string,
  traced: WordOrigins,
  end: number,
): Span | undefined {
  const isHighlighted = ({ element }: Origin) => {
    const run = element.parent
    return run?.name === 'w:r' && look.test(traced.xml.slice(run.span.start, element.span.start))
  }
  let start = end
  for (let at = end - 1; at >= 0 && text[at] !== '\n'; at--) {
    const origins = traced.originsIn({ start: at, end: at + 1 })
    if (origins.some(isHighlighted)) start = at
    // The space before the note may be that of the words after it.
    else if (origins.length > 0 && (start < end || !isSpace(text.charCodeAt(at)))) break
  }
  return start === end ? undefined : { start, end }
}

const look = /<(?:\w+:)?(?:highlight|shd)\b/

const isLetterOrDigit = (letter: string) => /[\p{L}\p{N}]/u.test(letter)

/**
 * The word of the document nearest to the span: in its line, otherwise in the lines before it or after it. `isMeant`
 * says which characters are looked for.
 */
function nearestWord(
  text: string,
  traced: WordOrigins,
  { start, end }: Span,
  isMeant = (_: string) => true,
): Span | undefined {
  const isThere = (at: number) =>
    !isSpace(text.charCodeAt(at)) &&
    isMeant(text.charAt(at)) &&
    traced.originsIn({ start: at, end: at + 1 }).some(({ element }) => element.name === 'w:t')
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = endOfLine(text, end)
  for (let far = 1; start - far >= lineStart || end + far <= lineEnd; far++) {
    if (start - far >= lineStart && isThere(start - far)) return wordAt(text, start - far)
    if (end + far <= lineEnd && isThere(end + far - 1)) return wordAt(text, end + far - 1)
  }
  for (let at = lineStart - 1; at >= 0; at--) if (isThere(at)) return wordAt(text, at)
  for (let at = lineEnd; at < text.length; at++) if (isThere(at)) return wordAt(text, at)
  return undefined
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

function wordAt(text: string, at: number): Span {
  const isPart = (place: number) => isLetterOrDigit(text.charAt(place))
  let [start, end] = [at, at + 1]
  if (isPart(at)) {
    while (start > 0 && isPart(start - 1)) start--
    while (end < text.length && isPart(end)) end++
  }
  return { start, end }
}
