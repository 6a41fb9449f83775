import { Agent, request as send } from 'undici';
import { gunzipSync } from 'node:zlib';
import {
  ContractRequestOptions,
  ContractResponse,
} from '../contract/ContractTarget';

export interface ApiClientOptions {
  url: string;
  /** PEM; absent to trust what the machine trusts. */
  ca?: string;
  token?: string;
  clientCertificate?: { cert: string; key: string };
}

/** Sends requests to an API server and reads the answers to their end, whatever they are. */
export class ApiClient {
  readonly #url: string;
  readonly #token: string | undefined;
  readonly #agent: Agent;

  constructor(options: ApiClientOptions) {
    this.#url = options.url;
    this.#token = options.token;
    this.#agent = new Agent({
      connect: { ca: options.ca, ...options.clientCertificate },
      headersTimeout: 5_000,
    });
  }

  request = async (
    path: string,
    options: ContractRequestOptions = {},
  ): Promise<ContractResponse> => {
    const { method = 'GET', accept = 'application/json' } = options;
    const { statusCode, headers, body } = await send(this.#url + path, {
      dispatcher: this.#agent,
      method: method as 'GET',
      headers: {
        accept,
        ...('authorization' in options
          ? options.authorization !== undefined && {
              authorization: options.authorization,
            }
          : this.#token !== undefined && {
              authorization: `Bearer ${this.#token}`,
            }),
        ...(options.acceptEncoding && {
          'accept-encoding': options.acceptEncoding,
        }),
      },
    });
    const bytes = Buffer.from(await body.arrayBuffer());
    const text = (
      headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes
    ).toString('utf8');
    return { status: statusCode, headers, text, json: () => JSON.parse(text) };
  };

  watch = async function* watch(
    this: ApiClient,
    path: string,
  ): AsyncGenerator<any> {
    const { statusCode, body } = await send(this.#url + path, {
      dispatcher: this.#agent,
      headers: this.#token ? { authorization: `Bearer ${this.#token}` } : {},
    });
    if (statusCode !== 200) {
      throw new Error(`Watch answered ${statusCode}: ${await body.text()}`);
    }
    let rest = '';
    body.setEncoding('utf8');
    for await (const chunk of body) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        yield JSON.parse(line);
      }
    }
  }.bind(this);

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
