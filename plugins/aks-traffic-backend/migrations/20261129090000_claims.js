/*
 * Until now the second try at a cluster in one sweep was told by how its claim begins. Replicas of the version before
 * may still be running and go on doing so: such a cluster is tried once more than it should be, and that is all.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('looks', table => {
    table.comment('Who looks for clusters; one row');
    table.integer('id').primary().comment('Always 1');
    table
      .text('requested_at')
      .comment('When a look was asked for that has not begun yet');
    table.text('claim').comment('Token of the look that is under way');
    table
      .text('claimed_until')
      .comment('When one that did not say that it lives counts as dead');
    table
      .boolean('second_try')
      .notNullable()
      .defaultTo(false)
      .comment('Whether it was claimed because the one before died');
  });
  await knex.schema.alterTable('clusters', table => {
    table
      .boolean('second_try')
      .notNullable()
      .defaultTo(false)
      .comment(
        'Whether it was claimed because the one before died, in the same sweep',
      );
  });
  await knex('clusters')
    .where('claim', 'like', 'again-%')
    .update({ second_try: true });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Not by knex, which would make a new table for it on SQLite and lose what refers to the old one.
  await knex.raw('alter table clusters drop column second_try');
  await knex.schema.dropTable('looks');
};
