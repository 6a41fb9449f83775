import { JsonObject } from '@backstage/types';
import knex from 'knex';
import { WatchReplica } from './WatchReplica';

/** What a replica that is going to be killed watches with, as JSON in its first argument. */
export interface WatchVictimOrder {
  connection: unknown;
  aksTraffic: JsonObject;
}

if (require.main === module) {
  const order: WatchVictimOrder = JSON.parse(process.argv[2]);
  const client = knex({
    client: 'pg',
    connection: order.connection as string,
  });
  new WatchReplica(client, order.aksTraffic).start();
}
