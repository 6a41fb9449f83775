/*
 * Times are ISO 8601 text in UTC: they sort as they read, and SQLite and PostgreSQL hand back what was written.
 * Names that come from clusters are looked up by a digest of fixed length (`id`), because an API server that
 * misbehaves may send names longer than an index of PostgreSQL accepts.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('discoveries', table => {
    table.comment('The newest look at all sources of clusters; one row');
    table.integer('id').primary().comment('Always 1');
    table
      .text('revision')
      .notNullable()
      .comment(
        'Changes with each discovery, so that replicas know to look again',
      );
    table.text('taken_at').notNullable();
    table
      .boolean('complete')
      .notNullable()
      .comment('Whether every source answered');
    table.text('gaps').notNullable().comment('JSON array of sentences');
  });

  await knex.schema.createTable('clusters', table => {
    table.comment('Every cluster known, read or not');
    table.text('name').primary();
    table.text('source').notNullable();
    table.text('arm_id');
    table.text('sku');
    table.text('kubernetes_version');
    table.text('location');
    table
      .integer('bucket')
      .notNullable()
      .comment('Hash of the name; shards take buckets');

    table
      .text('missing_since')
      .comment(
        'Time of the first discovery that no longer listed the cluster, or of the last one that could not see everything',
      );
    table.text('missing_reason').comment('One sentence for people');

    table
      .text('requested_at')
      .comment('When somebody asked for a reading that has not begun yet');
    table.text('claim').comment('Token of the reading that is under way');
    table
      .text('claimed_until')
      .comment('When a reading that never reported back counts as dead');
    table.text('attempted_at').comment('Begin of the newest reading');
    table
      .text('swept_revision')
      .comment('Discovery for which the cluster was read or tried');
    table
      .text('failure_gaps')
      .notNullable()
      .comment(
        'JSON array: why the newest reading did not become the snapshot; empty when it did',
      );

    table
      .text('observed_at')
      .comment(
        'Time of the reading behind the snapshot; null before the first',
      );
    table.text('analysed_at').comment('When the snapshot was judged');
    table.text('coverage').comment('complete or partial');
    table
      .text('snapshot_gaps')
      .notNullable()
      .comment('JSON array: what the snapshot itself lacks');
    table
      .text('known_kinds')
      .notNullable()
      .comment('JSON array: kinds that were read whole for the snapshot');
    table
      .integer('service_count')
      .notNullable()
      .comment('Services in the snapshot');
    table.text('body_hash');
    table.text('body').comment('JSON ClusterTraffic');

    table.index(['bucket', 'attempted_at'], 'clusters_bucket_index');
  });

  await knex.schema.createTable('services', table => {
    table.comment('The verdict for each Service of each snapshot');
    table.string('id', 64).primary().comment('SHA-256 of cluster and name');
    table
      .text('cluster')
      .notNullable()
      .references('name')
      .inTable('clusters')
      .onDelete('CASCADE');
    table.text('namespace').notNullable();
    table.text('service').notNullable();
    table.text('exposure').notNullable();
    table.text('risk').notNullable();
    table
      .text('systems')
      .notNullable()
      .comment('JSON array of the ingress systems of its entry points, sorted');
    table.string('content_hash', 64).notNullable();
    table
      .text('label_sets')
      .notNullable()
      .comment('JSON array: labels of the Service, its workloads and routes');
    table.text('body').notNullable().comment('JSON ServiceTraffic');
    table.index(['cluster'], 'services_cluster_index');
  });

  await knex.schema.createTable('service_labels', table => {
    table.comment('Finds the Services that can satisfy a label selector');
    table.text('key').notNullable();
    table.text('value').notNullable();
    table
      .string('service_id', 64)
      .notNullable()
      .references('id')
      .inTable('services')
      .onDelete('CASCADE');
    table.primary(['key', 'value', 'service_id']);
    table.index(['service_id'], 'service_labels_service_id_index');
  });

  await knex.schema.createTable('orphans', table => {
    table.comment('Objects that lead nowhere');
    table.string('id', 64).primary().comment('SHA-256 of cluster and content');
    table
      .text('cluster')
      .notNullable()
      .references('name')
      .inTable('clusters')
      .onDelete('CASCADE');
    table.text('body').notNullable().comment('JSON Orphan');
    table.index(['cluster'], 'orphans_cluster_index');
  });

  await knex.schema.createTable('history', table => {
    table.comment(
      'Services per day, cluster, system and risk, as the last snapshot of that day had them',
    );
    table.string('day', 10).notNullable();
    table.text('cluster').notNullable();
    table
      .text('system')
      .notNullable()
      .comment(
        'Ingress system; "none" without entry point; "all" once per Service',
      );
    table.text('risk').notNullable();
    table.integer('services').notNullable();
    table.primary(['day', 'cluster', 'system', 'risk']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('history');
  await knex.schema.dropTable('orphans');
  await knex.schema.dropTable('service_labels');
  await knex.schema.dropTable('services');
  await knex.schema.dropTable('clusters');
  await knex.schema.dropTable('discoveries');
};
