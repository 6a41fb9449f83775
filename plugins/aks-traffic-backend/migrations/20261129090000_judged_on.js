/*
 * The day that the verdicts on a cluster speak of. Severities and scores follow ends of support, and a cluster that
 * cannot be read is stated anew when a day begins. A plain column: the table has few rows.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('clusters', table => {
    table
      .string('judged_on', 10)
      .comment('Day of which its verdicts speak; null while there are none');
  });
  await knex('clusters')
    .whereNotNull('analysed_at')
    .update({ judged_on: knex.raw('substr(analysed_at, 1, 10)') });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Not by knex, which would make a new table for it on SQLite and lose what refers to the old one.
  await knex.raw('alter table clusters drop column judged_on');
};
