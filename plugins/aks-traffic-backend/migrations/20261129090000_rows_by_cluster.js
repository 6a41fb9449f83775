const { createHash } = require('node:crypto');

/*
 * Rows of one cluster come to stand together in every index: ids begin with what stands for the cluster, and among
 * equals the list is sorted by cluster. Before, each row of a new cluster touched pages of its own in a dozen indexes.
 */

const orders = {
  owner: 'owner',
  catalog_system: 'catalog_system',
  system: 'systems',
  exposure: 'exposure_order',
  egress: 'egress',
  risk: 'risk_order',
  score: 'score_order',
  effort: 'effort_order',
  deadline: 'deadline',
};
const clusterIndex = 'service_list_cluster_index';
/** No query uses it: clusters are taken by a remainder of their bucket. */
const bucketIndex = 'clusters_bucket_index';

/** Where ids of Services are, and how the column is called. */
const serviceIds = {
  service_labels: 'service_id',
  services: 'id',
  service_list: 'service_id',
  risk_spans: 'service_id',
  notices: 'service_id',
  waivers: 'service_id',
};

const pageSize = 500;

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

/** What rows that are kept under an id from a digest of the cluster's name on begin with. */
function prefixOf(cluster) {
  return sha256(cluster).slice(0, 8);
}

/** Ids of all Services there are or that something is remembered of, with their names. */
async function* pagesOfServices(knex) {
  for (const table of ['services', 'service_list', 'waivers']) {
    const id = serviceIds[table];
    let page = [];
    do {
      page = await knex(table)
        .distinct({ id }, 'cluster', 'namespace', 'service')
        .where(id, '>', page.at(-1)?.id ?? '')
        .orderBy(id)
        .limit(pageSize);
      yield page;
    } while (page.length > 0);
  }
}

/** Gives Services other ids, wherever they are named. */
async function renameServices(knex, newId) {
  await knex.schema.createTable('service_renames', table => {
    table.string('old_id', 64).primary();
    table.string('new_id', 64).notNullable();
  });
  for await (const page of pagesOfServices(knex)) {
    const rows = page.map(row => ({ old_id: row.id, new_id: newId(row) }));
    for (let start = 0; start < rows.length; start += 100) {
      await knex('service_renames')
        .insert(rows.slice(start, start + 100))
        .onConflict('old_id')
        .ignore();
    }
  }
  if (isPostgres(knex)) {
    await knex.schema.alterTable('service_labels', table =>
      table.dropForeign('service_id'),
    );
    await knex.raw('analyze service_renames');
  } else {
    await knex.raw('pragma defer_foreign_keys = on');
  }
  for (const [table, column] of Object.entries(serviceIds)) {
    await knex(table)
      .whereIn(column, knex('service_renames').select('old_id'))
      .update({
        [column]: knex('service_renames')
          .select('new_id')
          .whereRaw('old_id = ??', [`${table}.${column}`]),
      });
  }
  if (isPostgres(knex)) {
    await knex.schema.alterTable('service_labels', table =>
      table
        .foreign('service_id')
        .references('id')
        .inTable('services')
        .onDelete('CASCADE'),
    );
  }
  await knex.schema.dropTable('service_renames');
}

/** Lets the indexes of all orders have another second key. */
async function orderEqualsBy(knex, column) {
  await knex.schema.alterTable('service_list', table => {
    for (const [name, first] of Object.entries(orders)) {
      const index = `service_list_${name}_index`;
      table.dropIndex([], index);
      table.index([first, column], index);
    }
  });
}

/** Orphans and objects have ids of their own, and are named by nobody. */
async function renameOthers(knex) {
  for (const cluster of await knex('clusters').pluck('name')) {
    for (const table of ['orphans', 'objects']) {
      await knex(table)
        .where({ cluster })
        .update({
          id: knex.raw('? || substr(id, 1, 40)', [prefixOf(cluster)]),
        });
    }
  }
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await renameServices(
    knex,
    ({ id, cluster }) => prefixOf(cluster) + id.slice(0, 40),
  );
  await renameOthers(knex);

  await knex.schema.alterTable('service_list', table => {
    table
      .specificType(
        'cluster_order',
        isPostgres(knex) ? 'text collate "C"' : 'text',
      )
      .notNullable()
      .defaultTo('')
      .comment(
        'Cluster, namespace, service and rank: unique, and the second key of every order but that by name',
      );
  });
  // A name that Kubernetes would refuse is not in the other order as it is, and its id stands for it.
  const end = `'\t' || cast(rank as text)`;
  await knex.raw(
    `update service_list set cluster_order = cluster || '\t' || case
      when name_order = service || '\t' || namespace || '\t' || cluster || ${end}
      then namespace || '\t' || service
      else service_id
    end || ${end}`,
  );
  await knex.schema.alterTable('service_list', table => {
    table.dropIndex([], clusterIndex);
    table.unique(['cluster', 'cluster_order'], { indexName: clusterIndex });
  });
  await orderEqualsBy(knex, 'cluster_order');
  await knex.schema.alterTable('clusters', table => {
    table.dropIndex([], bucketIndex);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('clusters', table => {
    table.index(['bucket', 'attempted_at'], bucketIndex);
  });
  await orderEqualsBy(knex, 'name_order');
  await knex.schema.alterTable('service_list', table => {
    table.dropUnique([], clusterIndex);
    table.index(['cluster', 'name_order'], clusterIndex);
  });
  // Not by knex, which would make a new table for it on SQLite and lose what refers to the old one.
  await knex.raw('alter table service_list drop column cluster_order');
  // The next reading gives orphans and objects ids as they were.
  await renameServices(knex, ({ cluster, namespace, service }) =>
    sha256(JSON.stringify([cluster, namespace, service])),
  );
};
