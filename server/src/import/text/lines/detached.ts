/**
 * Reunites list marks and paragraph numbers with their texts where extraction has separated them: "•", "(a)" and
 * "12." are on lines of their own, often several of them before all their texts.
 */

import * as l10n from '@vscode/l10n'
import { isListItem, lineBeginning } from '../../../text/line-beginning'
import { append } from '../../../text/lists'
import { beginsLower, endsSentence } from '../../../text/sentences'
import { Pace, type Steps } from '../../../text/steps'
import { type Change, done, excerpt, open, type SourceLine, type Step } from '../change'
import { joinHyphen, Vocabulary } from '../words/vocabulary'
import { isFull, isNumberAlone, wrapWidth } from './lines'

/** A list mark or number alone on its line, or neighbouring lines of text. */
interface Token {
  readonly kind: 'mark' | 'number' | 'text'
  readonly lines: readonly SourceLine[]
}

export function* joinDetached(source: readonly SourceLine[]): Steps<Step> {
  const marks = source.filter(({ text }) => kindOf(text) === 'mark').length
  if (marks < 2) return { lines: source, changes: [] }
  const texts = source.map(({ text }) => text)
  const vocabulary = yield* Vocabulary.of(texts.join('\n'))
  return yield* new Joiner(source, vocabulary, wrapWidth(texts) ?? 160).join()
}

function kindOf(text: string): Token['kind'] {
  // Its gap is where its text has been.
  const line = `${text.trimEnd()} `
  const beginning = lineBeginning(line)
  if (beginning.bullet === undefined && isNumberAlone(line)) return 'number'
  const isAlone = isListItem(beginning) && beginning.textStart === line.length
  return isAlone && beginning.label?.depth !== 1 ? 'mark' : 'text'
}

class Joiner {
  private readonly lines: SourceLine[] = []
  private readonly changes: Change[] = []
  private readonly tokens: readonly Token[]
  /** Marks and a number that are waiting for their texts. */
  private marks: SourceLine[] = []
  private number: SourceLine | undefined

  constructor(
    source: readonly SourceLine[],
    private readonly vocabulary: Vocabulary,
    private readonly width: number,
  ) {
    this.tokens = tokensOf(source)
  }

  *join(): Steps<Step> {
    const pace = new Pace()
    for (let at = 0; at < this.tokens.length; ) {
      const { kind, lines } = this.tokens[at] as Token
      if (pace.isOver(lines.reduce((sum, { text }) => sum + text.length, 0))) yield
      at++
      if (kind === 'mark') this.marks.push(lines[0] as SourceLine)
      else if (kind === 'number') {
        this.flushNumber()
        this.number = lines[0]
      } else if (this.marks.length === 0) this.addText(lines)
      else {
        const groups = [lines]
        while (this.tokens[at]?.kind === 'text' && !this.isEnough(groups)) {
          const more = [...groups, (this.tokens[at] as Token).lines]
          // In that case, what follows is not an item, but the text of the waiting number, or a heading.
          if (this.countOf(more, 'short') > this.marks.length) break
          groups.push((this.tokens[at] as Token).lines)
          at++
        }
        this.addItems(groups)
      }
    }
    this.flushNumber()
    this.leaveMarks()
    return { lines: this.lines, changes: this.changes }
  }

  private isEnough(groups: readonly (readonly SourceLine[])[]): boolean {
    return this.countOf(groups, 'ended') >= this.marks.length
  }

  private countOf(groups: readonly (readonly SourceLine[])[], by: 'short' | 'ended'): number {
    return groups.flatMap(group => this.pieces(group, by)).length
  }

  private addText(lines: readonly SourceLine[]): void {
    const { number } = this
    const [first, ...rest] = lines
    if (first === undefined) return
    this.number = undefined
    this.lines.push({ text: '', line: first.line })
    if (number === undefined) append(this.lines, [first, ...rest])
    else {
      const text = `${number.text.trim()} ${first.text.trim()}`
      append(this.lines, [{ text, line: first.line }, ...rest])
      this.changes.push(
        done(
          'number-alone',
          number.line,
          l10n.t('Joined a number on a line of its own with its text.'),
          {
            before: number.text.trim(),
            after: excerpt(text),
          },
        ),
      )
    }
    this.lines.push({ text: '', line: first.line })
  }

  /** Gives each mark its text, where there are no more texts than marks. */
  private addItems(groups: readonly (readonly SourceLine[])[]): void {
    const { marks } = this
    const short = groups.flatMap(group => this.pieces(group, 'short'))
    const ended = groups.flatMap(group => this.pieces(group, 'ended'))
    // A single mark gets the whole of the one text that follows it.
    const pieces = marks.length === 1 ? groups : short.length === marks.length ? short : ended
    if (pieces.length > marks.length) {
      this.leaveMarks()
      for (const group of groups) this.addText(group)
      return
    }
    const line = marks[0]?.line ?? 0
    this.lines.push({ text: '', line })
    for (const [at, piece] of pieces.entries()) {
      const mark = marks[at]?.text.trim() ?? ''
      const { label } = lineBeginning(`${mark} `)
      const text = `${label === undefined ? '-' : mark} ${this.joined(piece)}`
      this.lines.push({ text, line: piece[0]?.line ?? line })
    }
    this.lines.push({ text: '', line })
    this.marks = []
    this.changes.push(
      pieces.length === marks.length
        ? done(
            'list-mark',
            line,
            marks.length === 1
              ? l10n.t('Put a bullet or letter back before its text.')
              : l10n.t('Put {0} bullets or letters back before their texts.', marks.length),
          )
        : open(
            'list-mark',
            line,
            l10n.t(
              'There are {0} bullets or letters for this text. Divide it into its items.',
              marks.length,
            ),
            { before: excerpt(pieces[0]?.[0]?.text ?? '') },
          ),
    )
  }

  private leaveMarks(): void {
    const [first] = this.marks
    if (first === undefined) return
    append(this.lines, [
      { text: '', line: first.line },
      ...this.marks,
      { text: '', line: first.line },
    ])
    this.changes.push(
      open(
        'list-mark',
        first.line,
        l10n.t(
          'It is not clear which texts these bullets or letters belong to. Nothing was changed.',
        ),
      ),
    )
    this.marks = []
  }

  private flushNumber(): void {
    if (this.number !== undefined) this.lines.push(this.number)
    this.number = undefined
  }

  /**
   * The texts in neighbouring lines: one ends where a line is too short to have been wrapped, or (less certainly)
   * where a sentence ends at the end of its line.
   */
  private pieces(
    lines: readonly SourceLine[],
    by: 'short' | 'ended',
  ): readonly (readonly SourceLine[])[] {
    const pieces: SourceLine[][] = []
    for (const [at, line] of lines.entries()) {
      const before = lines[at - 1]
      const isShort = before !== undefined && !isFull(before.text, line.text, this.width)
      const isEnded = before !== undefined && endsSentence(before.text)
      const starts = !beginsLower(line.text) && (isShort || (by === 'ended' && isEnded))
      if (before === undefined || starts) pieces.push([line])
      else pieces.at(-1)?.push(line)
    }
    return pieces
  }

  private joined(lines: readonly SourceLine[]): string {
    return lines
      .map(({ text }) => text.trim())
      .reduce((text, next) => joinHyphen(text, next, this.vocabulary)?.text ?? `${text} ${next}`)
  }
}

function tokensOf(source: readonly SourceLine[]): readonly Token[] {
  const tokens: Token[] = []
  let text: SourceLine[] = []
  const end = () => {
    if (text.length > 0) tokens.push({ kind: 'text', lines: text })
    text = []
  }
  for (const line of source) {
    const kind = kindOf(line.text)
    if (line.text.trim() === '') end()
    else if (kind === 'text') text.push(line)
    else {
      end()
      tokens.push({ kind, lines: [line] })
    }
  }
  end()
  return tokens
}
