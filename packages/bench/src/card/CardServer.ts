import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { RawAnswer, readRaw } from './readRaw';
import { servers } from './serveCard';
import { entity } from './storefront';

const token = 'a-token-that-only-the-benchmark-knows';
const startsWithinMs = 120_000;

/** A running backend, in a process of its own. */
export interface CardServer {
  /** Asks for something and reads the whole answer. */
  ask(path: string, body?: unknown): Promise<{ ok: boolean; text: string }>;
  /** Asks for the same and leaves the answer packed; with a tag, unless it is still the answer that has this tag. */
  askRaw(path: string, body?: unknown, etag?: string): Promise<RawAnswer>;
  stop(): Promise<void>;
}

/** Starts a backend of the sort and waits until it is ready. */
export async function startCardServer(options: {
  server: keyof typeof servers;
  port: number;
  /** Its own configuration, beside what both have. */
  configuration: object;
}): Promise<CardServer> {
  const { server, port, configuration } = options;
  const folder = mkdtempSync(join(tmpdir(), 'aks-traffic-bench-'));
  const write = (name: string, content: object) => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };
  const base = `http://127.0.0.1:${port}`;
  const file = write('app-config.yaml', {
    app: { baseUrl: base },
    backend: {
      baseUrl: base,
      listen: { host: '127.0.0.1', port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'benchmark' } },
        ],
      },
    },
    catalog: {
      rules: [{ allow: ['Component'] }],
      locations: [{ type: 'file', target: write('entity.yaml', entity) }],
    },
    ...configuration,
  });
  const child = spawn(
    process.execPath,
    [
      ...process.execArgv,
      ...[process.argv[1], 'serve-card', '--server', server, '--config', file],
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' },
    },
  );
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await exited;
    rmSync(folder, { recursive: true });
  };
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  };
  const askRaw = (path: string, body?: unknown, etag?: string) =>
    readRaw(`${base}${path}`, {
      headers: { ...headers, ...(etag && { 'if-none-match': etag }) },
      body,
    });
  const ask = async (path: string, body?: unknown) => {
    const response = await fetch(`${base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { ok: response.ok, text: await response.text() };
  };
  await until(`${server} is ready`, async () => {
    if (child.exitCode !== null) {
      throw new Error(`${server} ended with ${child.exitCode}`);
    }
    const answer = await ask('/.backstage/health/v1/readiness').catch(() => ({
      ok: false,
    }));
    return answer.ok;
  });
  return { ask, askRaw, stop };
}

/**
 * Waits until something holds.
 *
 * @throws Error that names it when it does not hold after two minutes.
 */
export async function until(
  what: string,
  holds: () => Promise<boolean>,
): Promise<void> {
  const deadline = performance.now() + startsWithinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) {
      throw new Error(`Not after ${startsWithinMs / 1000} s: ${what}`);
    }
    await setTimeout(200);
  }
}
