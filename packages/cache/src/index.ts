export { createLayeredSuggestionCache } from './layered-suggestion-cache.ts'
export { createMemoryFlights, type MemoryFlights } from './memory-flights.ts'

export { createMemorySuggestionCache } from './memory-suggestion-cache.ts'
export { connectRedis, type RedisConnection, type RedisProbe } from './redis-connection.ts'
export { createRedisFlights } from './redis-flights.ts'
export { createRedisSuggestionCache } from './redis-suggestion-cache.ts'
export { createSeal, type Seal } from './seal.ts'
