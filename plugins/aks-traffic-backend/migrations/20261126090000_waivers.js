/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('waivers', table => {
    table.comment(
      'Findings that somebody accepted for a time; kept when they have ended, and when the Service is gone',
    );
    table.string('id', 36).primary();
    table.string('service_id', 64).notNullable();
    table.text('cluster').notNullable();
    table.text('namespace').notNullable();
    table.text('service').notNullable();
    table.text('rule_id').notNullable();
    table.text('reason').notNullable();
    table.text('owner').notNullable();
    table.text('created_by').notNullable();
    table.text('created_at').notNullable();
    table.text('expires_at').notNullable();
    table.text('revoked_by');
    table.text('revoked_at');
    table
      .boolean('applied')
      .notNullable()
      .comment('Whether the list leaves the finding out');
    table.index(['service_id'], 'waivers_service_index');
    table.index(['applied', 'expires_at'], 'waivers_expiry_index');
    table.index(['created_at', 'id'], 'waivers_created_index');
  });
  await knex.schema.alterTable('services', table => {
    table
      .boolean('read_whole')
      .notNullable()
      .defaultTo(false)
      .comment(
        'Whether everything was read that could add a finding; not known until the next reading',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('alter table services drop column read_whole');
  await knex.schema.dropTable('waivers');
};
