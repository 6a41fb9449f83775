import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import {
  coreServices,
  createServiceFactory,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { Knex } from 'knex';

/** Everything of a value, causes, stacks and hidden properties included. */
function everythingOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : inspect(value, {
        depth: 12,
        showHidden: true,
        maxArrayLength: null,
        maxStringLength: null,
      });
}

/**
 * Writes down everything that a backend says to anybody: log lines of all levels, audit events, which Backstage writes as
 * log lines, metrics, signals, answers, tables.
 */
export class Recorder {
  /** What was said, by whom it was said to; what was said again and again is there once. */
  private readonly said = new Map<string, Set<string>>();

  /** Services that write down what they are told. */
  readonly features = [
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => this.logger({}),
    }),
    createServiceFactory({
      service: metricsServiceRef,
      deps: {},
      factory: () => this.metrics(),
    }),
    createServiceFactory({
      service: signalsServiceRef,
      deps: {},
      factory: () => ({
        publish: async signal => this.note('signals', signal),
      }),
    }),
  ];

  note(place: string, ...values: unknown[]): void {
    const lines = this.said.get(place) ?? new Set();
    this.said.set(place, lines.add(values.map(everythingOf).join(' ')));
  }

  /** Writes every column of every table down, tables of Backstage included. */
  async noteTables(client: Knex): Promise<void> {
    const tables: { name: string }[] =
      client.client.config.client === 'pg'
        ? await client('pg_tables')
            .whereNotIn('schemaname', ['pg_catalog', 'information_schema'])
            .select({ name: 'tablename' })
        : await client('sqlite_master').where({ type: 'table' }).select('name');
    for (const { name } of tables) {
      this.note(`table ${name}`, JSON.stringify(await client(name)));
    }
  }

  /** Writes down the bytes of every file of a folder, what databases have deleted and not yet overwritten included. */
  noteFiles(folder: string): void {
    for (const name of readdirSync(folder)) {
      this.note(`file ${name}`, readFileSync(join(folder, name), 'latin1'));
    }
  }

  /** All places, and what was said there. */
  places(): Map<string, string> {
    return new Map(
      [...this.said].map(([place, lines]) => [place, [...lines].join('\n')]),
    );
  }

  /** Lines that hold one of the texts, cut to what stands around it, with their places. */
  linesWith(texts: readonly (string | RegExp)[]): string[] {
    return [...this.said].flatMap(([place, lines]) =>
      [...lines].flatMap(line =>
        texts.flatMap(text => {
          const at =
            typeof text === 'string' ? line.indexOf(text) : line.search(text);
          return at < 0
            ? []
            : `${place}: …${line.slice(Math.max(0, at - 120), at + 60)}`;
        }),
      ),
    );
  }

  private logger(labels: object): RootLoggerService {
    const write = (level: string) => (message: unknown, meta?: unknown) =>
      this.note(`log ${level}`, labels, message, meta);
    return {
      error: write('error'),
      warn: write('warn'),
      info: write('info'),
      debug: write('debug'),
      child: more => this.logger({ ...labels, ...more }),
    };
  }

  private metrics() {
    const told = (name: string, description?: object) => {
      const tell = (value: number, attributes?: object) =>
        this.note('metrics', name, description, value, attributes);
      return { record: tell, add: tell } as never;
    };
    return metricsServiceMock.mock({
      createCounter: told,
      createUpDownCounter: told,
      createGauge: told,
      createHistogram: told,
    });
  }
}
