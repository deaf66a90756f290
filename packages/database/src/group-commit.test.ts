import { expect, test } from 'vitest'
import { GroupCommit, NotSent } from './group-commit.ts'

const refused = Object.assign(new Error('refused'), { code: '23514' })
const lost = new Error('connection lost')

/** A statement that ends when it is told to. */
function controlled() {
  const groups: { requests: number[]; end: PromiseWithResolvers<number[]> }[] = []
  const commit = new GroupCommit<number, number>((requests) => {
    const end = Promise.withResolvers<number[]>()
    groups.push({ requests, end })
    return end.promise
  })
  return { commit, groups }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('the first call goes at once, what comes meanwhile goes together, and everybody gets their own result', async () => {
  const { commit, groups } = controlled()
  const results = [1, 2, 3].map((each) => commit.call(each))
  expect(groups.map(({ requests }) => requests)).toEqual([[1]])
  groups[0]!.end.resolve([10])
  await turn()
  expect(groups[1]!.requests).toEqual([2, 3])
  groups[1]!.end.resolve([20, 30])
  expect(await Promise.all(results)).toEqual([10, 20, 30])
  void commit.call(4)
  expect(groups[2]!.requests).toEqual([4])
})

test('a group is bounded', async () => {
  const { commit, groups } = controlled()
  for (let call = 0; call < 100; call += 1) void commit.call(call)
  groups[0]!.end.resolve([0])
  await turn()
  groups[1]!.end.resolve(groups[1]!.requests)
  await turn()
  expect(groups.map(({ requests }) => requests.length)).toEqual([1, 64, 35])
})

test('one call that the database refuses does not harm the others of its group', async () => {
  const seen: number[][] = []
  const commit = new GroupCommit<number, number>(async (requests) => {
    seen.push(requests)
    await turn()
    if (requests.includes(2)) throw refused
    return requests.map((each) => each * 10)
  })
  const results = await Promise.allSettled([0, 1, 2, 3].map((each) => commit.call(each)))
  expect(seen).toEqual([[0], [1, 2, 3], [1], [2], [3]])
  expect(results.map((each) => (each.status === 'fulfilled' ? each.value : each.reason))).toEqual([0, 10, refused, 30])
})

test('where the database is away the group fails once, and who waited behind it was not sent', async () => {
  const { commit, groups } = controlled()
  const results = [1, 2, 3].map((each) => commit.call(each).catch((problem: unknown) => problem))
  groups[0]!.end.reject(lost)
  const [first, ...others] = await Promise.all(results)
  expect(first).toBe(lost)
  expect(others.every((each) => each instanceof NotSent)).toBe(true)
  expect(groups).toHaveLength(1)
  const again = commit.call(4)
  groups[1]!.end.resolve([40])
  expect(await again).toBe(40)
})
