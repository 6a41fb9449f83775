/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('waivers', table => {
    table
      .text('subject')
      .comment(
        'JSON reference of what the finding is about; null where it is waived whatever it is about',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('alter table waivers drop column subject');
};
