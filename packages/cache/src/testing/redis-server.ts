import { hasRedisServer } from './own-redis.ts'

/** Where the tests may use a Redis that others use too; they touch only keys under a prefix of their own. */
export const testRedisUrl = process.env.TEST_REDIS_URL

/** Tests that freeze or kill Redis start one of their own. */
export const mayStartRedis = testRedisUrl !== undefined && hasRedisServer

if (!testRedisUrl) process.stderr.write('\n*** TEST_REDIS_URL is not set: the tests against a real Redis DO NOT RUN. ***\n\n')
else if (!hasRedisServer) process.stderr.write('\n*** There is no redis-server here: the tests that freeze Redis DO NOT RUN. ***\n\n')
