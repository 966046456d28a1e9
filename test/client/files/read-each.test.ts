import assert from 'node:assert/strict'
import { readEach } from '../../../client/src/files/read-each'

const goOn = { isStopped: () => false, onNext: () => {} }

describe('reading many files', () => {
  it('goes on where one cannot be read, and names it with the reason', async () => {
    const noPermission = new Error('no permission')
    const read = async (file: string) => {
      if (file === 'b') throw noPermission
      return file.toUpperCase()
    }
    assert.deepEqual(await readEach(['a', 'b', 'c'], read, goOn), {
      answers: ['A', 'C'],
      unread: [{ file: 'b', error: noPermission }],
    })
  })

  it('says which file comes next', async () => {
    const told: string[] = []
    const onNext = (at: number, file: string) => told.push(`${at} ${file}`)
    await readEach(['a', 'b'], async file => file, { ...goOn, onNext })
    assert.deepEqual(told, ['0 a', '1 b'])
  })

  it('ends at once where it is stopped, also while the last file is read', async () => {
    for (const last of ['a', 'c']) {
      const seen: string[] = []
      const read = async (file: string) => seen.push(file)
      const isStopped = () => seen.includes(last)
      assert.equal(await readEach(['a', 'b', 'c'], read, { ...goOn, isStopped }), undefined)
      assert.equal(seen.at(-1), last)
    }
  })
})
