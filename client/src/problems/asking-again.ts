/** Questions about a text that changes while the server answers, as it does when a file is read again. */

/** What the protocol calls *content modified* and *server cancelled*: the answer would be about an older text. */
const outdated: ReadonlySet<unknown> = new Set([-32801, -32802])

/** More often than this nobody saves a file while it is checked; then it fails as the question does. */
const most = 5

/** The answer to a question, which is asked again where the text has changed in the meantime. */
export async function askingAgain<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let count = 1; ; count++) {
    try {
      return await ask()
    } catch (error) {
      if (count === most || !outdated.has((error as { readonly code?: unknown })?.code)) throw error
    }
  }
}
