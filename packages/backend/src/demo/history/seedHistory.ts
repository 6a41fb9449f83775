import { DatabaseService } from '@backstage/backend-plugin-api';
import { contosoHistory, contosoUnread } from './contosoHistory';
import { dayAgo, toRememberedService, toSpan } from './toRows';

type Client = Awaited<ReturnType<DatabaseService['getClient']>>;

/**
 * Gives the plugin's database the past that the demo states, unless it has one of its own.
 *
 * @returns Whether it was given one.
 */
export async function seedHistory(options: {
  client: Client;
  now: Date;
}): Promise<boolean> {
  const { client, now } = options;
  return client.transaction(async tx => {
    const remembered = await tx('risk_spans').first();
    if (remembered) {
      return false;
    }
    await tx.batchInsert(
      'service_list',
      contosoHistory.map(past => toRememberedService(past, now)),
      20,
    );
    await tx.batchInsert(
      'risk_spans',
      contosoHistory.map(past => toSpan(past, now)),
      20,
    );
    await tx('unread_spans').insert(
      contosoUnread.map(({ cluster, fromDaysAgo, toDaysAgo }) => ({
        cluster,
        from_day: dayAgo(fromDaysAgo, now),
        to_day: dayAgo(toDaysAgo, now),
      })),
    );
    return true;
  });
}
