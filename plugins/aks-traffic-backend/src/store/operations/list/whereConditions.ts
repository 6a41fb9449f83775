import {
  AllOfCriteria,
  AnyOfCriteria,
  NotCriteria,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { Knex } from 'knex';
import { ServiceCondition } from '../../../permissions/serviceResource';
import { DbServiceListRow } from '../../tables';

/** Keeps the rows whose Service meets what a permission policy demands. */
export function whereConditions(
  builder: Knex.QueryBuilder,
  tx: Knex,
  criteria: PermissionCriteria<ServiceCondition>,
): void {
  if (isAndCriteria(criteria)) {
    for (const each of (criteria as AllOfCriteria<ServiceCondition>).allOf) {
      builder.andWhere(part => whereConditions(part, tx, each));
    }
  } else if (isOrCriteria(criteria)) {
    for (const each of (criteria as AnyOfCriteria<ServiceCondition>).anyOf) {
      builder.orWhere(part => whereConditions(part, tx, each));
    }
  } else if (isNotCriteria(criteria)) {
    const { not } = criteria as NotCriteria<ServiceCondition>;
    builder.whereNot(part => whereConditions(part, tx, not));
  } else {
    whereCondition(builder, tx, criteria as ServiceCondition);
  }
}

function whereCondition(
  builder: Knex.QueryBuilder,
  tx: Knex,
  condition: ServiceCondition,
): void {
  switch (condition.field) {
    case 'owner':
      // About the Service and not about the row: with several entities, one owner is enough.
      builder.whereIn(
        'list.service_id',
        tx<DbServiceListRow>('service_list')
          .select('service_id')
          .whereIn('owner', condition.values),
      );
      break;
    case 'entity':
      builder.whereNotNull('list.entity_id');
      break;
    default:
      builder.whereIn(`list.${condition.field}`, condition.values);
  }
}
