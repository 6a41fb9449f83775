import { ClientSecretCredential } from '@azure/identity';
import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { Agent, fetch, RequestInit } from 'undici';
import { QuotaSettings } from '../resourceGraph/service';
import { ReadyLine, Simulator, startSimulator } from '../startSimulator';
import { smallEstate, TENANT } from './smallEstate';

export const MANAGEMENT = 'https://management.azure.com/.default';

export interface Client {
  clientId: string;
  clientSecret: string;
}

/** An answer's status and JSON, for tests that look at what really goes over the wire. */
export interface WireAnswer {
  status: number;
  headers: { get(name: string): string | null };
  body: any;
}

export interface SimulatorInUse {
  readonly ready: ReadyLine;
  readonly endpoint: string;
  /** Options that lead a credential of `@azure/identity` to the simulated Entra ID. */
  authority(): {
    authorityHost: string;
    disableInstanceDiscovery: boolean;
    retryOptions: { maxRetries: number };
  };
  credentialOf(client: Client): ClientSecretCredential;
  /** Sends a request to the simulated Azure, trusting its certificate authority. */
  send(path: string, init?: RequestInit): Promise<WireAnswer>;
  control(method: string, path: string, body?: unknown): Promise<WireAnswer>;
}

/** Runs a simulator with the small estate for the tests of a file, and ends all faults after each. */
export function useSimulator(
  quota: QuotaSettings = { queries: Infinity, windowSeconds: 5 },
): SimulatorInUse {
  const trusted = tls.getCACertificates('default');
  let simulator: Simulator;
  let dispatcher: Agent;

  beforeAll(async () => {
    simulator = await startSimulator({ estate: smallEstate(), quota });
    const ca = readFileSync(simulator.ready.azure.caFile, 'utf8');
    dispatcher = new Agent({ connect: { ca } });
    // Credentials of @azure/identity take no certificate authority of their own.
    tls.setDefaultCACertificates([...trusted, ca]);
  });

  afterEach(async () => {
    await fetch(`${simulator.ready.control}/faults`, { method: 'DELETE' });
  });

  afterAll(async () => {
    tls.setDefaultCACertificates(trusted);
    await dispatcher.close();
    await simulator.close();
  });

  const authority = () => ({
    authorityHost: simulator.ready.azure.endpoint,
    disableInstanceDiscovery: true,
    retryOptions: { maxRetries: 0 },
  });
  return {
    get ready() {
      return simulator.ready;
    },
    get endpoint() {
      return simulator.ready.azure.endpoint;
    },
    authority,
    credentialOf: ({ clientId, clientSecret }) =>
      new ClientSecretCredential(TENANT, clientId, clientSecret, authority()),
    send: async (path, init) =>
      readAnswer(
        await fetch(`${simulator.ready.azure.endpoint}${path}`, {
          dispatcher,
          ...init,
        }),
      ),
    control: async (method, path, body) =>
      readAnswer(
        await fetch(`${simulator.ready.control}${path}`, {
          method,
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
  };
}

async function readAnswer(
  answer: Awaited<ReturnType<typeof fetch>>,
): Promise<WireAnswer> {
  const { status, headers } = answer;
  return { status, headers, body: await answer.json() };
}
