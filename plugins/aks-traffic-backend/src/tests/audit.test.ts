import request from 'supertest';
import {
  audited,
  AuditLine,
  startAuditedBackend,
} from '../__testUtils__/auditedBackend';
import { finding } from '../__testUtils__/restEstate';
import { createTestDatabases } from '../__testUtils__/storeTest';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const waiver = {
  cluster: 'alpha',
  namespace: 'shop',
  service: 'web',
  ruleId: finding.ruleId,
  reason: 'The gateway in front does it.',
  owner: 'user:default/ann',
  expiresAt: new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString(),
};

interface Attempt {
  method: 'get' | 'head' | 'post' | 'delete';
  path: string;
  body?: object | string;
  header?: string;
}

const post = (path: string, body?: object | string): Attempt => ({
  method: 'post',
  path,
  body,
});
const get = (path: string): Attempt => ({ method: 'get', path });
const revoke = (id: string): Attempt => ({
  method: 'delete',
  path: `/waivers/${id}`,
});
const create = (fields: object = {}) =>
  post('/waivers', { ...waiver, ...fields });

/** Each action, as somebody does it who may. */
const actions: Record<string, [string, Attempt]> = {
  refresh: ['cluster-refresh', post('/clusters/alpha/refresh')],
  create: ['waiver-create', create()],
  revoke: ['waiver-revoke', revoke('nobody')],
  csv: ['service-export', get('/export.csv')],
  json: ['service-export', get('/export.json')],
};

/** Status, action, what is sent, and what is recorded of it. */
const refusals: [number, string, Attempt, object?][] = [
  ...Object.values(actions).map(
    ([eventId, attempt]): [number, string, Attempt] => [
      403,
      eventId,
      { ...attempt, header: audited.refused },
    ],
  ),
  [
    400,
    'cluster-refresh',
    post('/clusters/%00/refresh'),
    { cluster: '\\u0000' },
  ],
  [404, 'cluster-refresh', post('/clusters/none/refresh'), { cluster: 'none' }],
  [
    429,
    'cluster-refresh',
    post('/clusters/alpha/refresh'),
    { cluster: 'alpha' },
  ],
  [400, 'waiver-create', post('/waivers', '{"cluster":')],
  [400, 'waiver-create', post('/waivers', [])],
  [400, 'waiver-create', create({ reason: 'short' }), { reason: 'short' }],
  [413, 'waiver-create', create({ reason: 'x'.repeat(200_000) })],
  [404, 'waiver-create', create({ service: 'none' }), { service: 'none' }],
  [404, 'waiver-revoke', revoke('none'), { id: 'none' }],
  [404, 'waiver-revoke', revoke('%00'), { id: '\\u0000' }],
  [400, 'service-export', get('/export.csv?risk=x'), { format: 'csv' }],
  [400, 'service-export', get('/export.json?x=1'), { format: 'json' }],
];

/** All texts of a value, names of fields included. */
function textsOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(entry => entry.flatMap(textsOf))
    : [String(value)];
}

describe('audit events', () => {
  let backend: Awaited<ReturnType<typeof startAuditedBackend>>;

  beforeAll(async () => {
    backend = await startAuditedBackend(await databases.init('SQLITE_3'));
  });

  const send = ({ method, path, body, header = audited.user }: Attempt) =>
    backend.during(() =>
      request(backend.server)
        [method](`/api/aks-traffic/v1${path}`)
        .set(header ? { authorization: header } : {})
        .set(body === undefined ? {} : { 'content-type': 'application/json' })
        .send(body),
    );

  const told = (lines: AuditLine[]) =>
    lines.map(({ eventId, status }) => [eventId, status]);

  it('say that an action succeeded, once, and what became of it', async () => {
    const made = await send(create());
    expect(made.result.status).toBe(201);
    expect(told(made.lines)).toEqual([
      ['waiver-create', 'initiated'],
      ['waiver-create', 'succeeded'],
    ]);
    expect(made.lines[1]).toMatchObject({
      severityLevel: 'medium',
      actor: { actorId: 'user:default/ann' },
      request: { method: 'POST', url: '/api/aks-traffic/v1/waivers' },
      meta: { ...waiver, state: 'active', id: made.result.body.id },
    });

    const again = await send(create());
    expect(again.result.status).toBe(409);
    expect(told(again.lines)).toEqual([
      ['waiver-create', 'initiated'],
      ['waiver-create', 'failed'],
    ]);
    expect(again.lines[1].meta).toEqual({ ...waiver, status: 409 });

    const revoked = await send(revoke(made.result.body.id));
    expect(revoked.result.status).toBe(200);
    expect(revoked.lines[1]).toMatchObject({
      status: 'succeeded',
      meta: { id: made.result.body.id, state: 'revoked' },
    });
    const twice = await send(revoke(made.result.body.id));
    expect(twice.result.status).toBe(409);
    expect(told(twice.lines)[1]).toEqual(['waiver-revoke', 'failed']);
    expect(twice.lines[1].meta).toMatchObject({ status: 409 });
    expect(twice.lines).toHaveLength(2);

    for (const format of ['csv', 'json']) {
      const file = await send(get(`/export.${format}?cluster=alpha`));
      expect(file.result.status).toBe(200);
      expect(told(file.lines)).toEqual([
        ['service-export', 'initiated'],
        ['service-export', 'succeeded'],
      ]);
      expect(file.lines[1].meta).toEqual({
        format,
        filter: { cluster: ['alpha'] },
        services: 3,
      });
    }

    const refreshed = await send(post('/clusters/beta/refresh'));
    expect(refreshed.result.status).toBe(202);
    expect(told(refreshed.lines)).toEqual([
      ['cluster-refresh', 'initiated'],
      ['cluster-refresh', 'succeeded'],
    ]);
    expect(refreshed.lines[1].meta).toMatchObject({ cluster: 'beta' });
  });

  it('say that nothing was sent to who asked for the headers of a file alone', async () => {
    for (const format of ['csv', 'json']) {
      const { result, lines } = await send({
        ...get(`/export.${format}?cluster=alpha`),
        method: 'head',
      });

      expect(result.status).toBe(200);
      expect(result.headers['content-disposition']).toContain(format);
      expect(told(lines)).toEqual([
        ['service-export', 'initiated'],
        ['service-export', 'succeeded'],
      ]);
      expect(lines[1].meta).toMatchObject({ format, services: 0 });
      const refused = await send({
        ...get(`/export.${format}`),
        method: 'head',
        header: audited.refused,
      });
      expect(refused.result.status).toBe(403);
    }
  });

  it.each(
    refusals.map(([status, eventId, attempt, meta], row) => ({
      row,
      status,
      eventId,
      attempt,
      meta,
    })),
  )(
    'say once that a request was refused: $status $eventId, row $row',
    async ({ status, eventId, attempt, meta = {} }) => {
      const { result, lines } = await send(attempt);

      expect(result.status).toBe(status);
      expect(told(lines)).toEqual([
        [eventId, 'initiated'],
        [eventId, 'failed'],
      ]);
      expect(lines[1].meta).toMatchObject({ ...meta, status });
      expect(lines[1].message).not.toBe('');
      const actors: Record<string, string> = {
        [audited.user]: 'user:default/ann',
        [audited.refused]: 'user:default/refused',
      };
      expect(lines[1].actor.actorId).toBe(
        actors[attempt.header ?? audited.user],
      );
    },
  );

  it.each(Object.keys(actions))(
    'are none where nobody is signed in: Backstage refuses that before the plugin: %s',
    async name => {
      const [, attempt] = actions[name];
      for (const header of ['', audited.invalid]) {
        const { result, lines } = await send({ ...attempt, header });

        expect([result.status, lines]).toEqual([401, []]);
      }
    },
  );

  it('hold hostile text as plain data of bounded length', async () => {
    const long = `\u001b[2J\u202e\n${'x'.repeat(9_000)}`;
    // Six times as long once it is written.
    const turned = '\u202e'.repeat(1_024);
    const attempts = [long, turned].flatMap(hostile => {
      const name = encodeURIComponent(hostile);
      return [
        post(`/clusters/${name}/refresh`),
        revoke(name),
        get(`/export.csv?search=${name}`),
        get(`/export.csv?${name}=1`),
        create({
          ...Object.fromEntries(
            Object.keys(waiver).map(field => [field, hostile]),
          ),
          subject: { apiVersion: hostile, kind: { name }, [hostile]: name },
          [hostile]: hostile,
          __proto__: hostile,
        }),
        create({ cluster: { a: hostile }, subject: [hostile] }),
      ];
    });
    for (const attempt of attempts) {
      const { lines } = await send(attempt);

      expect(lines).toHaveLength(2);
      for (const text of textsOf(lines)) {
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(text.length).toBeLessThanOrEqual(2_048);
      }
    }
  });

  it.each([
    ['user-agent', 'userAgent'],
    ['host', 'hostname'],
  ])(
    'tell the %s that a caller sent as plain text too',
    async (header, field) => {
      const { lines } = await backend.during(() =>
        request(backend.server)
          .get('/api/aks-traffic/v1/export.csv')
          .set({ authorization: audited.user, [header]: '\u009b31m' }),
      );

      expect(lines.map(({ actor }) => actor[field])).toEqual([
        '\\u009b31m',
        '\\u009b31m',
      ]);
    },
  );
});
