import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { LookClaim, LookStore } from './lookTypes';
import { extendClaims } from './operations/claims/extendClaims';
import { whereLapsed } from './operations/claims/whereLapsed';
import { databaseTime } from './operations/databaseTime';
import { DbLookRow } from './tables';

/** The only row there is. */
const id = 1;

/** Shares looks for clusters through the plugin's own database. */
export class DefaultLookStore implements LookStore {
  constructor(private readonly client: Knex) {}

  async request({ now }: { now: Date }): Promise<void> {
    const request = { requested_at: now.toISOString() };
    await this.client<DbLookRow>('looks')
      .insert({ id, second_try: false, ...request })
      .onConflict('id')
      .merge(request);
  }

  async readTime(): Promise<Date> {
    return databaseTime(this.client);
  }

  async claim(options: {
    now: Date;
    until: Date;
  }): Promise<LookClaim | undefined> {
    const token = randomUUID();
    const rows = await whereLapsed(
      this.client<DbLookRow>('looks').where({ id }),
      options.now,
    )
      .where((due: Knex.QueryBuilder) =>
        due
          .whereNotNull('requested_at')
          // Who looked died. Once more, and not for ever: it may have died of what it saw.
          .orWhere(orphaned =>
            orphaned.whereNotNull('claim').where({ second_try: false }),
          ),
      )
      .update({
        claim: token,
        claimed_until: options.until.toISOString(),
        second_try: this.client.raw(
          'claim IS NOT NULL AND requested_at IS NULL',
        ),
        requested_at: null,
      })
      .returning('id');
    return rows.length > 0 ? { token } : undefined;
  }

  async extend(options: {
    tokens: readonly string[];
    until: Date;
  }): Promise<void> {
    await extendClaims({
      tx: this.client,
      table: 'looks',
      key: 'id',
      ...options,
    });
  }

  async release(options: { token: string; now: Date }): Promise<void> {
    await this.client<DbLookRow>('looks')
      .where({ claim: options.token })
      .update({
        claim: null,
        claimed_until: null,
        requested_at: options.now.toISOString(),
      });
  }
}
