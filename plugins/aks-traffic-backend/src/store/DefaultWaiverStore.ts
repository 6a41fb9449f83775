import { Knex } from 'knex';
import { StoredWaiver } from '../waivers/waiverState';
import { toColumnText } from './conversion';
import { Visibility } from './listTypes';
import { selectPresent } from './operations/list/selectListed';
import { createWaiver } from './operations/waivers/createWaiver';
import { revokeWaiver } from './operations/waivers/revokeWaiver';
import {
  selectVisibleWaivers,
  whereWaiver,
} from './operations/waivers/selectWaivers';
import { serviceId } from './serviceId';
import { toStoredWaiver } from './waiverConversion';
import {
  NamedService,
  WaiverCreation,
  WaiverPosition,
  WaiverRevocation,
  WaiverScope,
  WaiverStore,
} from './waiverTypes';

/** The waivers on the plugin's own database. */
export class DefaultWaiverStore implements WaiverStore {
  constructor(private readonly client: Knex) {}

  async listWaivers(
    scope: WaiverScope,
  ): Promise<{ waivers: StoredWaiver[]; next?: WaiverPosition }> {
    const { limit } = scope.query;
    // One more than the page has tells whether there is another page.
    const rows = await whereWaiver(
      selectVisibleWaivers(this.client, scope.visibility),
      scope.query,
      scope.now,
    ).limit(limit + 1);
    const waivers = rows.slice(0, limit).map(toStoredWaiver);
    const last = waivers.at(-1);
    return rows.length > limit && last
      ? { waivers, next: { createdAt: last.createdAt, id: last.id } }
      : { waivers };
  }

  async readWaiver(
    id: string,
    visibility: Visibility,
  ): Promise<StoredWaiver | undefined> {
    const rows = await selectVisibleWaivers(this.client, visibility).where(
      'waivers.id',
      toColumnText(id),
    );
    return rows.map(toStoredWaiver).at(0);
  }

  async isVisible(
    service: NamedService,
    visibility: Visibility,
  ): Promise<boolean> {
    const row = await selectPresent(this.client, { filter: {}, visibility })
      .where('list.service_id', serviceId(service))
      .first('list.service_id');
    return row !== undefined;
  }

  async createWaiver(
    waiver: Omit<StoredWaiver, 'id'>,
    now: Date,
  ): Promise<WaiverCreation> {
    return this.client.transaction(tx => createWaiver({ tx, waiver, now }));
  }

  async revokeWaiver(options: {
    id: string;
    revokedBy: string;
    now: Date;
  }): Promise<WaiverRevocation> {
    return this.client.transaction(tx => revokeWaiver({ tx, ...options }));
  }
}
