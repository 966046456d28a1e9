import assert from 'node:assert/strict'
import { removeEach } from '../../../client/src/problems/remove-each'

describe('removing what was kept about a report', () => {
  const isBusy = new Error('EBUSY')
  const fail = () => Promise.reject(isBusy)
  const failAtOnce = () => {
    throw isBusy
  }

  it('goes on where one thing cannot be removed', async () => {
    const removed: string[] = []
    const remove = (what: string) => () => removed.push(what) > 0
    const { wasAny, errors } = await removeEach([fail, remove('ticks'), failAtOnce, remove('page')])
    assert.deepEqual(removed, ['ticks', 'page'])
    assert.equal(wasAny, true)
    assert.deepEqual(errors, [isBusy, isBusy])
  })

  it('says whether there was anything', async () => {
    assert.deepEqual(await removeEach([() => false, async () => false]), {
      wasAny: false,
      errors: [],
    })
    assert.equal((await removeEach([async () => true, () => false])).wasAny, true)
  })
})
