import { Knex } from 'knex';

/** Tells by table how many rows were inserted, updated and deleted since it was asked for the last time. */
export type WriteCounter = () => Promise<ReadonlyMap<string, number>>;

/** Lets an SQLite database count what is written to it, by triggers: whatever a program says of itself is not asked. */
export async function countWrites(client: Knex): Promise<WriteCounter> {
  const tables: { name: string }[] = await client('sqlite_master')
    .select('name')
    .where({ type: 'table' })
    .whereNot('name', 'like', 'sqlite_%');
  await client.raw('create table bench_writes (name text)');
  for (const { name } of tables) {
    for (const change of ['insert', 'update', 'delete']) {
      await client.raw(
        `create trigger ?? after ${change} on ?? begin insert into bench_writes values ('${name}'); end`,
        [`bench_${change}_${name}`, name],
      );
    }
  }
  return async () => {
    const counts: { name: string; count: number }[] = await client(
      'bench_writes',
    )
      .select('name')
      .count({ count: '*' })
      .groupBy('name');
    await client('bench_writes').delete();
    return new Map(counts.map(({ name, count }) => [name, count]));
  };
}
