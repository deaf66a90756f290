/**
 * What operators did, one row an act, never changed. Each row's code covers the row and the code before it; the head names the last one,
 * so that neither a changed row nor a missing one goes unnoticed.
 */
export const operators = {
  up: [
    `create table audit_log (
       sequence int8 primary key,
       at timestamptz not null,
       actor text not null,
       role text not null,
       action text not null,
       target text not null,
       before jsonb,
       after jsonb,
       code text not null
     )`,
    `create table audit_head (
       id int4 primary key check (id = 1),
       sequence int8 not null,
       code text not null,
       seal text not null
     )`,
    `insert into audit_head (id, sequence, code, seal) values (1, 0, '', '')`,
    // Which cached answer was shown: what a person reports is removed by it.
    'alter table served_answers add column answer_id text',
  ],
  down: ['alter table served_answers drop column answer_id', 'drop table audit_head, audit_log'],
}
