/*
 * The System of the catalog that an entity is part of, and that its Services are listed, sorted and counted by. The
 * next look at the catalog fills it in. It joins the index that counts, which answers alone only while it has every
 * column that is counted by.
 */

const countIndex = 'service_list_count_index';
const orderIndex = 'service_list_catalog_system_index';
const counted = [
  'owner',
  'risk',
  'state',
  'waivers',
  'rank',
  'gone_on',
  'cluster',
  'systems',
];

/** Text that both databases sort by its bytes. */
function addColumn(knex, table) {
  const collation =
    knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';
  table
    .specificType('catalog_system', collation)
    .notNullable()
    .defaultTo('')
    .comment('Reference; empty when it is part of none');
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('catalog_entities', table =>
    addColumn(knex, table),
  );
  await knex.schema.alterTable('service_list', table => addColumn(knex, table));
  await knex.schema.alterTable('service_list', table => {
    table.index(['catalog_system', 'name_order'], orderIndex);
    table.dropIndex([], countIndex);
    table.index(
      [...counted, 'catalog_system', 'entity_id', 'service_id'],
      countIndex,
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('service_list', table => {
    table.dropIndex([], orderIndex);
    table.dropIndex([], countIndex);
    table.index([...counted, 'entity_id', 'service_id'], countIndex);
  });
  // Not by knex, which would make new tables on SQLite and lose what refers to the old ones.
  for (const name of ['service_list', 'catalog_entities']) {
    await knex.raw('alter table ?? drop column catalog_system', [name]);
  }
};
