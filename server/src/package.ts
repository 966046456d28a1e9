/** What the npm package holds, in one bundle: the program and the library, which have nearly everything in common. */

export { start } from './cli/main'
export * from './library/library'
