/*
 * Of Services of one risk the one with the highest score comes first. The index has both keys, or every page would sort
 * all Services of a risk.
 */

const name = 'service_list_risk_index';

/** @param {import('knex').Knex} knex */
async function replaceIndex(knex, columns) {
  await knex.schema.alterTable('service_list', table => {
    table.dropIndex([], name);
    table.index(columns, name);
  });
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await replaceIndex(knex, ['risk_order', 'score_order', 'cluster_order']);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await replaceIndex(knex, ['risk_order', 'cluster_order']);
};
