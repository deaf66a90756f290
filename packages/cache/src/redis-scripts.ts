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

/** KEYS: index of a user, references to them. Removes every answer that the index names (same slot), and both; returns how many answers there were. */
export const removeUser = `
local removed = 0
for _, key in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  removed = removed + redis.call('UNLINK', key)
end
redis.call('UNLINK', KEYS[1], KEYS[2])
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
