/** What client and server say to each other beyond the Language Server Protocol. */

export * from './checks'
export * from './compare'
export * from './edits'
export * from './grades'
export * from './import'
export * from './lists'
export * from './overview'
export * from './places'
export * from './preview'
export * from './start'
export * from './types'
export * from './word'
