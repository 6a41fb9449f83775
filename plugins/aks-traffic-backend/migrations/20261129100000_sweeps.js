/*
 * When a sweep began and ended. Of the one that is under way, or was the last, before this was noted, nothing is known:
 * its begin stays empty, and it is not measured.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('discoveries', table => {
    table
      .text('began_at')
      .comment('Begin of the look that began the sweep; null when not known');
    table
      .text('swept_at')
      .comment('When the last cluster of the sweep was done; null before');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('discoveries', table => {
    table.dropColumns('began_at', 'swept_at');
  });
};
