export { hasRedisServer, type OwnRedis, startOwnRedis } from './own-redis.ts'
