import { reserveAttempt } from '../sql/reserve-attempt.sql.ts'
import { firstReserveAttempt } from './002-reserve-attempt.sql.ts'

/**
 * Who waits for the rate, and when each product was last served. Unlogged: it means nothing after a crash, and a refusal that writes only
 * here costs no flush to disk.
 */
export const fairRate = {
  up: [
    `create unlogged table rate_lines (
       process_id text not null,
       product text not null,
       until timestamptz not null,
       primary key (process_id, product)
     ) with (fillfactor = 20)`,
    'create unlogged table rate_turns (product text primary key, served_at timestamptz not null) with (fillfactor = 20)',
    'drop function reserve_attempt',
    reserveAttempt,
  ],
  down: ['drop function reserve_attempt', firstReserveAttempt, 'drop table rate_turns, rate_lines'],
}
