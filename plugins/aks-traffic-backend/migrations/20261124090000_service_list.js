/*
 * What the dashboard lists, counts and sorts by, in narrow rows of its own: a scan of the verdicts themselves would
 * read hundreds of megabytes. Several words of one kind are text such as `,istio,traefik,`; what is absent is written
 * as what it sorts as, because the two databases do not agree on where null belongs.
 *
 * History becomes a span per Service in place of counts per cluster, which cannot be narrowed to what a caller may
 * see. The counts of earlier days are dropped: nothing tells which Services they counted.
 */

/** Widest first, worst first. */
const exposures = [
  'public',
  'unknown',
  'private-link',
  'internal',
  'node-port',
  'pending',
  'cluster-only',
];
const risks = ['critical', 'high', 'unknown', 'medium', 'low', 'info', 'none'];

/** Text that both databases sort by its bytes. */
function ordered(knex, table, name) {
  const collation =
    knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';
  return table.specificType(name, collation).notNullable();
}

/** @param {import('knex').Knex} knex */
async function createListTable(knex) {
  await knex.schema.createTable('service_list', table => {
    table.comment(
      'One row per Service and catalog entity that claims it; one without an entity when none does',
    );
    table.string('service_id', 64).notNullable();
    table
      .integer('rank')
      .notNullable()
      .comment('0 for the entity that claims it most exactly');
    table.text('cluster').notNullable();
    table.text('namespace').notNullable();
    table.text('service').notNullable();
    ordered(knex, table, 'name_order').comment(
      'Service, namespace, cluster and rank: unique, and the second key of every order',
    );
    table.integer('entity_id').comment('Null when no entity claims it');
    ordered(knex, table, 'owner').comment('Reference; empty when unowned');
    table
      .text('search')
      .notNullable()
      .comment('Names of service, namespace, cluster, entity and owner');
    ordered(knex, table, 'systems').comment(
      'Words; empty when nothing leads in',
    );
    table.text('exposure').notNullable();
    table.integer('exposure_order').notNullable().comment('Widest first');
    ordered(knex, table, 'egress').comment('Words');
    table
      .text('risk')
      .notNullable()
      .comment('Worst severity of the findings that are not waived');
    table.integer('risk_order').notNullable().comment('Worst first');
    table.integer('score').comment('0 to 100; null when it is not known');
    table
      .integer('score_order')
      .notNullable()
      .comment('Highest first, what is not known last');
    table.text('effort').notNullable();
    table.integer('effort_order').notNullable().comment('Most first');
    table
      .string('deadline', 10)
      .notNullable()
      .comment('Nearest end of support; 9999-12-31 when there is none');
    table.text('retirements').notNullable().comment('Words');
    table
      .text('state')
      .notNullable()
      .comment('at-risk, moved, unknown or clear');
    table
      .string('at_risk_since', 10)
      .comment('Begin of the span that is open; null when none is');
    table
      .string('moved_on', 10)
      .comment(
        'Day on which it was found to stand on nothing retiring any more',
      );
    table
      .string('gone_on', 10)
      .comment(
        'Day on which the Service was gone; such a row is kept for the history only',
      );
    table.integer('waivers').notNullable().comment('Findings waived now');

    table.primary(['service_id', 'rank']);
    table.index(['entity_id'], 'service_list_entity_index');
    table.unique(['name_order'], { indexName: 'service_list_name_index' });
    for (const [name, column] of [
      ['owner', 'owner'],
      ['system', 'systems'],
      ['cluster', 'cluster'],
      ['exposure', 'exposure_order'],
      ['egress', 'egress'],
      ['risk', 'risk_order'],
      ['score', 'score_order'],
      ['effort', 'effort_order'],
      ['deadline', 'deadline'],
    ]) {
      table.index([column, 'name_order'], `service_list_${name}_index`);
    }
  });
}

/** Lists the Services there are. Nobody has judged their retirements yet, so that their state is unknown. */
async function fillListTable(knex) {
  let page = [];
  do {
    page = await knex('services')
      .select('id', 'cluster', 'namespace', 'service')
      .select('exposure', 'risk', 'systems', 'body')
      .where('id', '>', page.at(-1)?.id ?? '')
      .orderBy('id')
      .limit(500);
    await knex.batchInsert('service_list', page.map(toListRow), 40);
  } while (page.length > 0);
}

function toListRow(row) {
  const { id, cluster, namespace, service, exposure, risk } = row;
  const egress = JSON.parse(row.body).egress.map(({ kind }) => kind);
  return {
    service_id: id,
    rank: 0,
    cluster,
    namespace,
    service,
    // The next reading of the cluster rewrites every row, and orders it by name.
    name_order: id,
    owner: '',
    search: `${service}\n${namespace}\n${cluster}`.toLowerCase(),
    systems: words(JSON.parse(row.systems)),
    exposure,
    exposure_order: exposures.indexOf(exposure),
    egress: words(egress),
    risk,
    risk_order: risks.indexOf(risk),
    score_order: 1,
    effort: 'unknown',
    effort_order: 3,
    deadline: '9999-12-31',
    retirements: '',
    state: 'unknown',
    waivers: 0,
  };
}

function words(list) {
  const sorted = [...new Set(list)].sort();
  return sorted.length > 0 ? `,${sorted.join(',')},` : '';
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('catalog_readings', table => {
    table.comment('The newest look at the catalog; one row');
    table.integer('id').primary().comment('Always 1');
    table
      .text('revision')
      .notNullable()
      .comment('Changes whenever entities change');
    table.text('taken_at').notNullable().comment('Time of the last good look');
  });

  await knex.schema.createTable('catalog_entities', table => {
    table.comment('Entities whose annotations tie them to Kubernetes');
    table.increments('id');
    table.text('ref').notNullable();
    table.text('title');
    table.text('owner').notNullable().comment('Reference; empty when unowned');
    table
      .text('annotations')
      .notNullable()
      .comment('JSON object: the annotations that name its Services');
    table
      .boolean('too_wide')
      .notNullable()
      .comment('Whether it selects so many Services that it claims none');
    table.unique(['ref'], { indexName: 'catalog_entities_ref_index' });
  });

  await knex.schema.alterTable('clusters', table => {
    table
      .text('linked_revision')
      .comment('Look at the catalog by which its Services were last linked');
  });

  await createListTable(knex);
  await fillListTable(knex);

  await knex.schema.createTable('risk_spans', table => {
    table.comment(
      'From when to when a Service stood on systems that are being retired; written when that changes',
    );
    table.string('service_id', 64).notNullable();
    table.string('from_day', 10).notNullable();
    table
      .string('to_day', 10)
      .comment('First day on which it was over; null while it lasts');
    table
      .text('systems')
      .notNullable()
      .comment('Words: its systems that are being retired');
    table.primary(['service_id', 'from_day']);
    table.index(['from_day'], 'risk_spans_from_day_index');
    table.index(['to_day'], 'risk_spans_to_day_index');
  });

  await knex.schema.createTable('unread_spans', table => {
    table.comment(
      'Days between two good readings of a cluster; written when the second one ends them',
    );
    table.text('cluster').notNullable();
    table.string('from_day', 10).notNullable();
    table
      .string('to_day', 10)
      .notNullable()
      .comment('First day that is not among them');
    table.primary(['cluster', 'from_day']);
    table.index(['to_day'], 'unread_spans_to_day_index');
  });

  await knex.schema.alterTable('services', table => {
    table
      .text('assessment')
      .comment('JSON ServiceAssessment; null until the next reading');
  });
  // Not by knex, which would make a new table for it on SQLite and lose what refers to the old one.
  for (const column of ['exposure', 'risk', 'systems']) {
    await knex.raw('alter table services drop column ??', [column]);
  }
  await knex.schema.dropTable('history');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.createTable('history', table => {
    table.string('day', 10).notNullable();
    table.text('cluster').notNullable();
    table.text('system').notNullable();
    table.text('risk').notNullable();
    table.integer('services').notNullable();
    table.primary(['day', 'cluster', 'system', 'risk']);
  });
  for (const [column, value] of [
    ['exposure', 'unknown'],
    ['risk', 'unknown'],
    ['systems', '[]'],
  ]) {
    await knex.schema.alterTable('services', table => {
      table.text(column).notNullable().defaultTo(value);
    });
  }
  await knex.raw('alter table services drop column assessment');
  await knex.raw('alter table clusters drop column linked_revision');
  // What is read next must not look unchanged, or those columns would stay as they are.
  await knex('services').update({ content_hash: '' });
  await knex.schema.dropTable('unread_spans');
  await knex.schema.dropTable('risk_spans');
  await knex.schema.dropTable('service_list');
  await knex.schema.dropTable('catalog_entities');
  await knex.schema.dropTable('catalog_readings');
};
