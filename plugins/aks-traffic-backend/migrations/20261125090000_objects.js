/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('objects', table => {
    table.comment('Kubernetes objects that verdicts name, as they were read');
    table
      .string('id', 64)
      .primary()
      .comment('SHA-256 of cluster, kind, namespace and name');
    table
      .text('cluster')
      .notNullable()
      .references('name')
      .inTable('clusters')
      .onDelete('CASCADE');
    table.string('content_hash', 64).notNullable();
    table
      .text('body')
      .notNullable()
      .comment('JSON: the object, reduced and bounded');
    table.index(['cluster'], 'objects_cluster_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('objects');
};
