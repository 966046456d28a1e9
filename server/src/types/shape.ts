/** The kinds of values that a type file has, by which the format is described. */

/** What may be at one place in a type file. */
export type Shape =
  | { readonly kind: 'text'; readonly of?: readonly string[]; readonly form?: 'id' | 'day' }
  | { readonly kind: 'number' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'list'; readonly of: Shape; readonly least?: 1 }
  /** Keys of the user's own, with values of one shape. */
  | { readonly kind: 'map'; readonly of: Shape }
  | { readonly kind: 'either'; readonly of: readonly Shape[] }
  | KeysShape

export interface KeysShape {
  readonly kind: 'keys'
  /** What the schema calls the keys. */
  readonly name: string
  /** Called only when it is used, since sections hold sections. */
  keys(): Readonly<Record<string, Key>>
}

export interface Key {
  readonly shape: Shape
  readonly required?: true
  /** Need not be said again where it is inherited, but cannot be removed with null either. */
  readonly kept?: true
  /** One or two sentences, shown while a type is being written. */
  readonly about: string
}

/** Every key of a source is described, and no other key: the compiler makes sure of it. */
export type Described<Source> = { readonly [Name in keyof Required<Source>]: Key }

export const text: Shape = { kind: 'text' }
export const id: Shape = { kind: 'text', form: 'id' }
export const day: Shape = { kind: 'text', form: 'day' }
export const number: Shape = { kind: 'number' }
export const flag: Shape = { kind: 'flag' }
export const texts: Shape = { kind: 'list', of: text }
export const someTexts: Shape = { kind: 'list', of: text, least: 1 }

export const oneOf = (...of: readonly string[]): Shape => ({ kind: 'text', of })
export const listOf = (of: Shape): Shape => ({ kind: 'list', of })
export const someOf = (of: Shape): Shape => ({ kind: 'list', of, least: 1 })
export const keys = (name: string, described: () => Readonly<Record<string, Key>>): KeysShape => ({
  kind: 'keys',
  name,
  keys: described,
})
