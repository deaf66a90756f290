/**
 * Erasing people and retention. An erasure leaves a mark that names nobody: a hash of the pseudonym. By it, what a replica still held in memory
 * or on disk when the person was erased is not written afterwards.
 */
export const personalRecords = {
  up: [
    `create table erasures (
       id uuid primary key,
       person text not null,
       product text not null,
       erased_at timestamptz not null,
       counts jsonb not null
     )`,
    'create index erasures_person on erasures (person, erased_at)',
    `create function person_mark(p_user_key text) returns text language sql immutable parallel safe as $$
       select encode(sha256(convert_to('erased ' || p_user_key, 'UTF8')), 'hex')
     $$`,
    `create function was_erased(p_user_key text, p_at timestamptz) returns boolean language sql stable parallel safe as $$
       select exists (select from erasures e where e.person = person_mark(p_user_key) and e.erased_at >= p_at)
     $$`,
    // The keys of exposures have no partition that could be dropped; the day on which one was first seen says when it may go.
    'alter table exposure_keys add column seen_on date not null default current_date',
    'create index exposure_keys_seen on exposure_keys (seen_on)',
    // One row a day: whoever writes it does the day's work, and what is not finished is taken over.
    `create table retention_runs (
       day date primary key,
       started_at timestamptz not null,
       finished_at timestamptz,
       first_day_kept date not null,
       partitions int4 not null default 0,
       keys int4 not null default 0
     )`,
  ],
  down: [
    'drop table retention_runs',
    'alter table exposure_keys drop column seen_on',
    'drop function was_erased(text, timestamptz)',
    'drop function person_mark(text)',
    'drop table erasures',
  ],
}
