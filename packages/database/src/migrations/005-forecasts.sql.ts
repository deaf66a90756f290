/** What was expected of a month, one row a day: so that it can be held against what the month cost. Pico-dollars. */
export const forecasts = {
  up: [
    `create table forecasts (
       day date primary key,
       days int4 not null,
       pico int8 not null,
       low_pico int8,
       high_pico int8
     )`,
  ],
  down: ['drop table forecasts'],
}
