/** Text that compares like the columns of the list. */
function ordered(knex, table, name) {
  const collation =
    knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';
  return table.specificType(name, collation).notNullable();
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('notices', table => {
    table.comment('What the owner of a Service at risk was told');
    table.string('service_id', 64).primary();
    ordered(knex, table, 'owner').comment('Reference of who was told');
    table
      .text('retirements')
      .notNullable()
      .comment('Words: the retirements that were looked at');
    table
      .text('stages')
      .notNullable()
      .comment('JSON object: how far the owner was told, by retirement');
    table
      .string('next_on', 10)
      .notNullable()
      .comment('Day of the next look; empty for at once');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notices');
};
