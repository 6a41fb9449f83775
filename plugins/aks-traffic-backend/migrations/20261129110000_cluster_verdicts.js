/*
 * What was found about a cluster as a whole moves out of its row, where a few words of it stay for lists of clusters.
 * The digest of what new services choose from is not known and stays empty, so that the next reading counts as a change.
 */

const pageSize = 100;

function overviewOf({ sku, controllers, findings }) {
  return {
    sku,
    controllers: controllers.map(({ system, version, exposure }) => ({
      system,
      version,
      exposure,
    })),
    findings: findings.length,
  };
}

async function* pagesOfClusters(knex) {
  let page = [];
  do {
    page = await knex('clusters')
      .select('name', 'body')
      .where('name', '>', page.at(-1)?.name ?? '')
      .orderBy('name')
      .limit(pageSize);
    yield page;
  } while (page.length > 0);
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('cluster_verdicts', table => {
    table.comment('What was found about clusters as a whole');
    table.text('cluster').primary();
    table
      .text('traffic')
      .comment('JSON object: controllers and findings; null when not known');
    table
      .text('targets')
      .comment(
        'JSON object: what new services choose from; null before the first reading',
      );
  });
  await knex.schema.alterTable('clusters', table => {
    table.renameColumn('body_hash', 'traffic_hash');
    table
      .text('overview')
      .comment('JSON object: what lists of clusters show of the verdicts');
    table.string('targets_hash', 64).comment('Null when not known');
  });
  await knex('cluster_verdicts').insert(
    knex('clusters')
      .select('name', 'body', 'targets')
      .where(known => known.whereNotNull('body').orWhereNotNull('targets')),
  );
  for await (const page of pagesOfClusters(knex)) {
    for (const { name, body } of page) {
      if (body !== null) {
        const overview = JSON.stringify(overviewOf(JSON.parse(body)));
        await knex('clusters').where({ name }).update({ overview });
      }
    }
  }
  await knex.schema.alterTable('clusters', table => {
    table.dropColumns('body', 'targets');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('clusters', table => {
    table.text('body').comment('JSON object: controllers and findings');
    table.text('targets').comment('JSON object');
  });
  const kept = column =>
    knex('cluster_verdicts').select(column).whereRaw('cluster = clusters.name');
  await knex('clusters').update({
    body: kept('traffic'),
    targets: kept('targets'),
  });
  await knex.schema.alterTable('clusters', table => {
    table.renameColumn('traffic_hash', 'body_hash');
    table.dropColumns('overview', 'targets_hash');
  });
  await knex.schema.dropTable('cluster_verdicts');
};
