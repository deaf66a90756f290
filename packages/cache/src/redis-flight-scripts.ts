/**
 * Lua for one flight, whose keys share a hash tag. The lock holds the flight that is under way; each flight has one leader for all its life.
 * The log holds the flight's entries; their position is their number. Without the lock nobody may add to it.
 */

/** KEYS: lock. ARGV: flight, lease (ms), channel. Begins the flight where none is under way, and says so; returns the one that is. */
export const claimFlight = `
local underway = redis.call('GET', KEYS[1])
if underway then
  return underway
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[1] .. ' 0 ')
return ARGV[1]
`

/** KEYS: lock. ARGV: flight, lease (ms). 1 while the flight is under way. */
export const keepFlight = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
`

/** KEYS: lock, log. ARGV: flight, lease (ms), channel, entry, '1' for its last. The entry's number; 0: the flight is not under way any more. */
export const appendToFlight = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
local number = redis.call('RPUSH', KEYS[2], ARGV[4])
if ARGV[5] == '1' then
  redis.call('DEL', KEYS[1])
else
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
redis.call('PEXPIRE', KEYS[2], ARGV[2] * 10)
redis.call('PUBLISH', ARGV[3], ARGV[1] .. ' ' .. number .. ' ' .. ARGV[4])
return number
`

/** KEYS: lock, log. ARGV: entries known. The flight that is under way, and the log's entries after the known ones. */
export const readFlight = `
return { redis.call('GET', KEYS[1]) or '', redis.call('LRANGE', KEYS[2], ARGV[1], -1) }
`
