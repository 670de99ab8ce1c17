/** How many events of a site ended in which way, by the quarter of an hour in which they were received. */
const ledger = `
create table if not exists ledger (
  slot bigint not null,
  site varchar not null,
  synthetic boolean not null,
  received bigint not null,
  accepted bigint not null,
  duplicate bigint not null,
  late bigint not null,
  bot bigint not null,
  test bigint not null,
  consent_missing bigint not null,
  invalid bigint not null,
  over_limit bigint not null,
  dropped bigint not null,
  refused bigint not null
)`

/** The events that were not taken in, one by one, for the days in which somebody may ask about them. */
const ledgerEvents = `
create table if not exists ledger_events (
  event_id varchar not null,
  outcome varchar not null,
  reason varchar not null,
  site varchar not null,
  tab_id uuid,
  seq integer,
  received_at bigint not null
)`

export const ledgerSchemaSql: readonly string[] = [ledger, ledgerEvents]
