export { hasPostgresPrograms, type OwnPostgres, startOwnPostgres } from './own-postgres.ts'
