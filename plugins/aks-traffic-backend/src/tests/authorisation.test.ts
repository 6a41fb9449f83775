import {
  Caller,
  CallerName,
  callerNames,
  callers,
  Word,
  words,
} from '../__testUtils__/authorisation/callers';
import { Attempt, matrix } from '../__testUtils__/authorisation/matrix';
import { readServedRoutes } from '../__testUtils__/authorisation/servedRoutes';
import { startBackend } from '../__testUtils__/authorisation/startBackend';
import { standingWaivers } from '../__testUtils__/authorisation/waivers';
import { createContract } from '../__testUtils__/openApi';
import { createTestDatabases } from '../__testUtils__/storeTest';
import { readOpenApi } from '../schema/readOpenApi';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const contract = createContract();

/** A name that nothing has. */
const nothing = 'nowhere';

const attempts = Object.entries(matrix).flatMap(([operation, rows]) =>
  rows.map((attempt): [string, string, Attempt] => [
    operation,
    attempt.path.replace('{}', `{${attempt.about}}`),
    attempt,
  ]),
);

/** What of an answer a caller may know. */
function tellsOf({ tells }: Attempt, sees: readonly Word[]): Word[] {
  return words.filter(word => tells.includes(word) && sees.includes(word));
}

describe('what each caller may do', () => {
  let backend: Awaited<ReturnType<typeof startBackend>>;
  let waivers: Map<string, string>;

  beforeAll(async () => {
    backend = await startBackend(databases);
    waivers = await standingWaivers(backend.ask);
  });

  /** Asks about what the attempt is about, or about nothing that exists. */
  async function send(
    caller: CallerName,
    operation: string,
    { path, about: named, body }: Attempt,
    exists = true,
  ) {
    const about: string = named ?? nothing;
    const [method] = operation.split(' ') as ['get' | 'post' | 'delete'];
    if (method !== 'get') {
      waivers = await standingWaivers(backend.ask);
      await backend.freshen();
    }
    const inPath = method === 'delete' ? waivers.get(about)! : about;
    const request = {
      path: path.replace('{}', exists ? inPath : nothing),
      body: body?.(exists ? about : nothing),
    };
    const response = await backend.ask(
      caller,
      method,
      request.path,
      request.body,
    );
    contract.check(operation, response);
    const answer = JSON.stringify([response.text, response.headers]);
    const asked = JSON.stringify(request);
    return {
      status: response.status,
      told: words.filter(
        word => answer.includes(word) && !asked.includes(word),
      ),
      /** The answer without the name by which it was asked for. */
      nameless: response.text.replaceAll(exists ? inPath : nothing, nothing),
    };
  }

  it('is stated for every route that is served, of which none is open', async () => {
    const { routes, openPolicies } = await readServedRoutes();

    expect(Object.keys(matrix).sort()).toEqual(routes);
    expect(openPolicies).toEqual([]);
  });

  it('is stated for every operation of the contract', () => {
    const { paths } = readOpenApi() as { paths: Record<string, object> };
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method} ${path}`),
    );

    expect(Object.keys(matrix).sort()).toEqual(operations.sort());
  });

  it('offers to waive to those who own the Services and those who may do everything', async () => {
    const path = '/v1/entities/component/default/counter/traffic';
    const offered: string[] = [];
    for (const caller of callerNames) {
      const { body } = await backend.ask(caller, 'get', path);
      offered.push(...(body.canWaive ? [caller] : []));
    }

    expect(offered).toEqual([
      'owner',
      'owner by the rules of the plugin',
      'administrator',
      'service',
    ]);
  });

  describe.each(attempts)('%s as %s', (operation, _, attempt) => {
    it.each(callerNames.map((name, index) => [name, attempt.statuses[index]]))(
      'answers %s with %d',
      async (name, status) => {
        const caller = name as CallerName;
        const { sees, knows = [] }: Caller = callers[caller];
        const { about } = attempt;
        const isHidden =
          about !== undefined && ![...sees, ...knows].includes(about);
        const told = isHidden
          ? []
          : attempt.tellsOnly?.[caller] ?? tellsOf(attempt, sees);

        const answer = await send(caller, operation, attempt);

        // What is hidden and what is not there are answered alike.
        const other = isHidden
          ? await send(caller, operation, attempt, false)
          : answer;

        expect(answer.status).toBe(status);
        expect(answer.told).toEqual(
          status < 300 ? told : answer.told.filter(word => sees.includes(word)),
        );
        expect(other.status).toBe(status);
        expect(other.nameless).toBe(answer.nameless);
      },
    );
  });
});
