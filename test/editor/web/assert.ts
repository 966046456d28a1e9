/** Node's assertions, as far as the tests in VS Code for the web use them, where there is no Node. */

class AssertionError extends Error {
  override readonly name = 'AssertionError'

  constructor(
    message: string,
    readonly actual?: unknown,
    readonly expected?: unknown,
  ) {
    super(message)
  }
}

const shown = (value: unknown): string => JSON.stringify(value, undefined, 2) ?? String(value)

function fail(message: string | undefined, actual: unknown, expected: unknown): never {
  const words = `${shown(actual)}\n  is not\n${shown(expected)}`
  throw new AssertionError(message ?? words, actual, expected)
}

function assert(value: unknown, message?: string): asserts value {
  if (!value) throw new AssertionError(message ?? `${shown(value)} is not true`)
}

assert.ok = assert

assert.equal = (actual: unknown, expected: unknown, message?: string): void => {
  if (!Object.is(actual, expected)) fail(message, actual, expected)
}

/** For values that can be written as JSON. */
assert.deepEqual = (actual: unknown, expected: unknown, message?: string): void => {
  if (shown(actual) !== shown(expected)) fail(message, actual, expected)
}

assert.match = (text: string, pattern: RegExp, message?: string): void => {
  if (!pattern.test(text)) fail(message, text, String(pattern))
}

assert.doesNotMatch = (text: string, pattern: RegExp, message?: string): void => {
  if (pattern.test(text)) fail(message, text, `without ${pattern}`)
}

assert.rejects = async (
  run: () => PromiseLike<unknown>,
  isExpected?: (error: never) => boolean,
  message?: string,
): Promise<void> => {
  try {
    await run()
  } catch (error) {
    assert(isExpected === undefined || isExpected(error as never), message ?? String(error))
    return
  }
  throw new AssertionError(message ?? 'It did not fail')
}

export default assert
