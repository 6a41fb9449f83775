import { Waiver } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { toColumnText } from '../../conversion';
import { Visibility } from '../../listTypes';
import { DbServiceListRow, DbWaiverRow } from '../../tables';
import { WaiverPageQuery } from '../../waiverTypes';
import { selectListed } from '../list/selectListed';

type WaiverBuilder = Knex.QueryBuilder<DbWaiverRow, DbWaiverRow[]>;

/** The waivers of Services that a caller may see, newest first. */
export function selectVisibleWaivers(
  tx: Knex,
  visibility: Visibility,
): WaiverBuilder {
  const listed = selectListed(tx, { filter: {}, visibility });
  const builder: WaiverBuilder = tx<DbWaiverRow>('waivers')
    .where(visible => {
      visible.whereExists(
        listed
          .select('list.service_id')
          .whereRaw('?? = ??', ['list.service_id', 'waivers.service_id']),
      );
      // Of a Service that is gone nobody knows which entities claimed it, nor whether it met the conditions.
      if (
        visibility.unclaimed &&
        visibility.entities === undefined &&
        visibility.conditions === undefined
      ) {
        visible.orWhereNotExists(
          tx<DbServiceListRow>('service_list as known').whereRaw('?? = ??', [
            'known.service_id',
            'waivers.service_id',
          ]),
        );
      }
    })
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
  return builder;
}

/** Keeps the waivers that a query asks for. */
export function whereWaiver(
  builder: WaiverBuilder,
  query: WaiverPageQuery,
  now: Date,
): WaiverBuilder {
  for (const field of ['cluster', 'namespace', 'service'] as const) {
    const value = query[field];
    if (value !== undefined) {
      builder.where(`waivers.${field}`, toColumnText(value));
    }
  }
  const { after } = query;
  if (after) {
    builder.where(later =>
      later
        .where('waivers.created_at', '<', after.createdAt)
        .orWhere(same =>
          same
            .where('waivers.created_at', after.createdAt)
            .where('waivers.id', '<', toColumnText(after.id)),
        ),
    );
  }
  return query.state ? whereState(builder, query.state, now) : builder;
}

function whereState(
  builder: WaiverBuilder,
  state: Waiver['state'],
  now: Date,
): WaiverBuilder {
  if (state === 'revoked') {
    return builder.whereNotNull('revoked_at');
  }
  return builder
    .whereNull('revoked_at')
    .where('expires_at', state === 'active' ? '>' : '<=', now.toISOString());
}
