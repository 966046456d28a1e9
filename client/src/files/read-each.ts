/** Reads many files one after another: one that cannot be read does not hold up the others. */

export interface FilesRead<File, Answer> {
  readonly answers: readonly Answer[]
  readonly unread: readonly { readonly file: File; readonly error: unknown }[]
}

export interface Reading<File> {
  /** Asked before and after each file. */
  readonly isStopped: () => boolean
  /** Called with the number, counted from 0, of the file that comes next, and the file. */
  readonly onNext: (at: number, file: File) => void
}

/** What `read` makes of each file; undefined where it was stopped, whatever was read by then. */
export async function readEach<File, Answer>(
  files: readonly File[],
  read: (file: File) => Promise<Answer>,
  { isStopped, onNext }: Reading<File>,
): Promise<FilesRead<File, Answer> | undefined> {
  const answers: Answer[] = []
  const unread: { readonly file: File; readonly error: unknown }[] = []
  for (const [at, file] of files.entries()) {
    if (isStopped()) return undefined
    onNext(at, file)
    try {
      answers.push(await read(file))
    } catch (error) {
      unread.push({ file, error })
    }
  }
  return isStopped() ? undefined : { answers, unread }
}
