declare module '*.yaml' {
  import type { TypeSource } from './source'

  const source: TypeSource
  export default source
}
