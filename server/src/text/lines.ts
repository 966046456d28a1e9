/** Lines of a text: where each begins, and the way from an offset to a line and column and back. */

/** A place as line and column, both counted from 0; the column in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where the lines of one text begin. A line ends with `\n`, `\r\n` or `\r`, as in the Language Server Protocol. */
export class LineIndex {
  readonly starts: readonly number[]

  constructor(readonly text: string) {
    const starts = [0]
    let newline = text.indexOf('\n')
    if (text.includes('\r')) {
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at)
        if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
      }
    } else {
      while (newline !== -1) {
        starts.push(newline + 1)
        newline = text.indexOf('\n', newline + 1)
      }
    }
    this.starts = starts
  }

  get count(): number {
    return this.starts.length
  }

  /** The offset at which line `line` begins; the end of the text for a line that is not there. */
  start(line: number): number {
    return this.starts[line] ?? this.text.length
  }

  /** The offset after the last character of the line, before its line end. */
  end(line: number): number {
    let end = this.start(line + 1)
    if (line + 1 >= this.count) return end
    if (this.text.charCodeAt(end - 1) === 10) end--
    if (this.text.charCodeAt(end - 1) === 13 && end > this.start(line)) end--
    return end
  }

  /** The line in which the offset lies. */
  lineAt(offset: number): number {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The line and column of an offset. */
  position(offset: number): Position {
    const line = this.lineAt(offset)
    return { line, column: offset - this.start(line) }
  }

  /** The offset of a line and column; a column beyond the line's end is moved back to it. */
  offset(position: Position): number {
    return Math.min(this.start(position.line) + position.column, this.end(position.line))
  }
}
