import createClient from 'knex';
import { countWrites } from './countWrites';

describe('countWrites', () => {
  it('counts inserted, updated and deleted rows by table, and begins anew each time', async () => {
    const client = createClient({
      client: 'better-sqlite3',
      connection: { filename: ':memory:' },
      useNullAsDefault: true,
    });
    try {
      await client.schema.createTable('fruits', table => {
        table.text('name');
      });
      await client.schema.createTable('stones', table => {
        table.text('name');
      });
      const writesSince = await countWrites(client);

      await client('fruits').insert([{ name: 'apple' }, { name: 'pear' }]);
      await client('fruits').where({ name: 'pear' }).update({ name: 'plum' });
      await client('fruits').where({ name: 'plum' }).delete();
      await client('stones').insert({ name: 'flint' });

      expect(await writesSince()).toEqual(
        new Map([
          ['fruits', 4],
          ['stones', 1],
        ]),
      );
      expect(await writesSince()).toEqual(new Map());
    } finally {
      await client.destroy();
    }
  });
});
