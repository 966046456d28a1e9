/** What is known to fail on published reports; a failure that is not in this list fails the tests. */

export interface KnownFailure {
  readonly file: string
  /** The test's short name, as the test gives it to `itHolds`. */
  readonly test: string
  /** What in the report is not understood, and why. */
  readonly cause: string
}

/** How many entries the list may have. This number is only ever lowered. */
export const mostKnownFailures = 2

export const knownFailures: readonly KnownFailure[] = [
  {
    file: 'sif-2014-02-11-hartlepool.txt',
    test: 'words moved by import',
    cause: 'a heading is seen after the import only',
  },
  {
    file: 'sif-2017-06-13-knowsley.txt',
    test: 'words moved by import',
    cause: 'a heading is seen after the import only',
  },
]
