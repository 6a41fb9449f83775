/*
 * Whether anything changed that is said of a cluster is read for every answer that is kept in memory. The index holds
 * all that is read for it, because rows are wide.
 */

const name = 'clusters_revision_index';

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('clusters', table => {
    table
      .string('revision', 36)
      .notNullable()
      .defaultTo('')
      .comment(
        'Changes with everything that is said of the cluster and its Services',
      );
    table.index(['name', 'revision'], name);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('clusters', table => {
    table.dropIndex([], name);
  });
  // Not by knex, which would make a new table for it on SQLite and lose what refers to the old one.
  await knex.raw('alter table clusters drop column revision');
};
