/** An incident goes out by webhook until its receiver has confirmed it, whichever replica tries. */
export const incidentDelivery = {
  up: [
    `alter table incidents
       add column webhook_tries int4 not null default 0,
       add column webhook_due_at timestamptz,
       add column webhook_confirmed_at timestamptz`,
    `create index incidents_unconfirmed on incidents (id) where webhook_confirmed_at is null`,
  ],
  down: [
    'drop index incidents_unconfirmed',
    'alter table incidents drop column webhook_tries, drop column webhook_due_at, drop column webhook_confirmed_at',
  ],
}
