const { randomBytes } = require('node:crypto');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('watch_replicas', table => {
    table.comment('Replicas of the backend that watch clusters');
    table.string('id', 36).primary();
    table
      .text('alive_until')
      .notNullable()
      .comment("ISO time of the database's clock; moved on every few seconds");
  });
  await knex.schema.createTable('watches', table => {
    table.comment('Which replica watches a cluster, or why none does');
    table.text('cluster').primary();
    table.string('replica', 36).comment('Null while nobody is to watch it');
    table
      .text('held_until')
      .comment("ISO time of the database's clock; others may take it then");
    table
      .text('watched_since')
      .comment('ISO time; null until everything is followed');
    table.text('gap').comment('Why it is not watched, one sentence');
    table.text('retry_at').comment('ISO time; not tried before');
    table.index(['replica'], 'watches_replica_index');
  });
  await knex.schema.alterTable('clusters', table => {
    table
      .string('topic', 16)
      .comment('Random; open pages are told of changes under it');
  });
  for (const name of await knex('clusters').pluck('name')) {
    await knex('clusters')
      .where({ name })
      .update({ topic: randomBytes(9).toString('base64url') });
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('clusters', table => {
    table.dropColumn('topic');
  });
  await knex.schema.dropTable('watches');
  await knex.schema.dropTable('watch_replicas');
};
