import { toleranceMs } from './quota-bucket.ts'

/**
 * Lua for single slots. An index is a sorted set: members are keys of answers (for suggestions followed by the prompt version),
 * scores the instants (milliseconds since 1970) at which they expire, so that each write also drops what is gone.
 */

/**
 * KEYS: index. ARGV: now, keepUntil, bound, member. Returns the members that had to leave because the index is full:
 * their answers must go too, since no answer may be cached that a purge cannot find.
 */
export const addToIndex = `
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
redis.call('ZADD', KEYS[1], 'GT', ARGV[2], ARGV[4])
local excess = redis.call('ZCARD', KEYS[1]) - tonumber(ARGV[3])
local evicted = {}
if excess > 0 then
  evicted = redis.call('ZRANGE', KEYS[1], 0, excess - 1)
  redis.call('ZREMRANGEBYRANK', KEYS[1], 0, excess - 1)
end
local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
if last[2] then
  redis.call('PEXPIRE', KEYS[1], math.max(1, tonumber(last[2]) - tonumber(ARGV[1])))
end
return evicted
`

/** KEYS: answer, index of its user (same slot). ARGV: now, keepUntil, bound, value. Writes both, drops the oldest of a full index. */
export const setOfUser = `
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', ARGV[1])
redis.call('ZADD', KEYS[2], ARGV[2], KEYS[1])
local excess = redis.call('ZCARD', KEYS[2]) - tonumber(ARGV[3])
if excess > 0 then
  for _, key in ipairs(redis.call('ZRANGE', KEYS[2], 0, excess - 1)) do
    redis.call('UNLINK', key)
  end
  redis.call('ZREMRANGEBYRANK', KEYS[2], 0, excess - 1)
end
if redis.call('ZSCORE', KEYS[2], KEYS[1]) then
  redis.call('SET', KEYS[1], ARGV[4], 'PX', tonumber(ARGV[2]) - tonumber(ARGV[1]))
end
local last = redis.call('ZRANGE', KEYS[2], -1, -1, 'WITHSCORES')
if last[2] then
  redis.call('PEXPIRE', KEYS[2], math.max(1, tonumber(last[2]) - tonumber(ARGV[1])))
end
return 1
`

/** KEYS: index of a user, then what else is kept of that user (same slot). Removes every answer that the index names, and all keys; returns how many answers there were. */
export const removeUser = `
local removed = 0
for _, key in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  removed = removed + redis.call('UNLINK', key)
end
redis.call('UNLINK', unpack(KEYS))
return removed
`

/** KEYS: answer. ARGV: what its value must begin with. The key may hold a newer answer by now; that one stays. */
export const removeIfPrefix = `
local value = redis.call('GET', KEYS[1])
if value and string.sub(value, 1, #ARGV[1]) == ARGV[1] then
  return redis.call('UNLINK', KEYS[1])
end
return 0
`

/**
 * KEYS: hash of a user or product. ARGV: now, kind, then limit and window (ms) of each quota. Takes one request from every quota's bucket or from
 * none; returns 0, or the milliseconds until it can be taken. The arithmetic is that of `takeFromBucket`.
 */
export const takeQuota = `
local now = tonumber(ARGV[1])
local full = {}
local wait = 0
local last = 0
for index = 3, #ARGV, 2 do
  local limit, window = tonumber(ARGV[index]), tonumber(ARGV[index + 1])
  local field = ARGV[2] .. ':' .. ARGV[index + 1]
  local nextFull = math.max(now, tonumber(redis.call('HGET', KEYS[1], field) or '0')) + window / limit
  wait = math.max(wait, nextFull - window - now)
  last = math.max(last, nextFull)
  full[#full + 1] = field
  full[#full + 1] = string.format('%.17g', nextFull)
end
if wait > ${toleranceMs} then
  return math.ceil(wait)
end
redis.call('HSET', KEYS[1], unpack(full))
local left = redis.call('PTTL', KEYS[1])
redis.call('PEXPIRE', KEYS[1], math.max(left, math.ceil(last - now), 1))
return 0
`
