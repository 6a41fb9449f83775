import { setTimeout as sleep } from 'node:timers/promises';
import { isIP } from 'node:net';
import { ConnectionOptions } from 'node:tls';
import { Dispatcher, Pool } from 'undici';
import { toError } from '@backstage/errors';
import { abortable } from '../../abortable';
import { ClusterLocation } from '../../extensions';
import { KubernetesApiError, KubernetesFailure } from '../KubernetesApiError';
import { ReadLimits } from '../ReadLimits';
import { ApiReader, ApiStream, ApiStreamer, GetOptions } from './ApiReader';
import { checkAddress, guardedLookup } from './addressRules';
import { describeFailure } from './describeFailure';
import { parseServer } from './parseServer';
import { Answer, readAnswer } from './readAnswer';
import { readBody } from './readBody';
import { retryDelay } from './retryDelay';
import { TokenHolder } from './TokenHolder';

/** The parts of the outside world a test may want to hold still. */
export interface ConnectionEnvironment {
  now: () => Date;
  /** From 0 to 1. */
  random: () => number;
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Makes the connection pool for one API server. */
  dispatcher: (origin: string, options: Pool.Options) => Dispatcher;
}

/** The outside world as it is. */
export const realEnvironment: ConnectionEnvironment = {
  now: () => new Date(),
  random: Math.random,
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
  dispatcher: (origin, options) => new Pool(origin, options),
};

/**
 * A connection to one cluster's API server for the length of one reading or of one watch. It can only GET: there is no
 * way to write through it, and it follows no redirect, so the token goes to the given address and nowhere else.
 */
export class ApiConnection implements ApiReader, ApiStreamer {
  private constructor(
    readonly cluster: string,
    private readonly server: { origin: string; basePath: string },
    /** Said with every request to the Kubernetes plugin; absent where the API server itself is asked. */
    private readonly pluginCluster: string | undefined,
    /** Absent when the connection's certificate says who the reader is. */
    private readonly tokens: TokenHolder | undefined,
    private readonly pool: Dispatcher,
    private readonly limits: ReadLimits,
    private readonly signal: AbortSignal,
    private readonly environment: ConnectionEnvironment,
  ) {}

  /**
   * @param options.signal - ends every request and wait of the connection.
   * @param options.streams - how many answers will be listened to besides what is read: they share one connection where
   * the server speaks HTTP/2, and have one each where it does not.
   * @throws InputError when the location has no usable address or no access.
   */
  static open(options: {
    location: ClusterLocation;
    limits: ReadLimits;
    signal: AbortSignal;
    streams?: number;
    environment?: Partial<ConnectionEnvironment>;
  }): ApiConnection {
    const { location, limits, signal, streams = 0 } = options;
    const environment = { ...realEnvironment, ...options.environment };
    const { addresses, kubernetesPluginCluster } = location;
    const server = parseServer(location.server ?? '', {
      plainHttp: kubernetesPluginCluster !== undefined,
    });
    if (addresses && isIP(server.host)) {
      // Nothing is looked up for it.
      refuseAddress(location, server.host, addresses);
    }
    if (location.access.kind === 'none') {
      throw new TypeError(`There is no access to cluster ${location.name}`);
    }
    const { access } = location;
    const pool = environment.dispatcher(server.origin, {
      connections: limits.concurrency + streams,
      // Without a number it is 1 for HTTP/1.1 and what the server allows for HTTP/2.
      ...(streams === 0 && { pipelining: 1 }),
      allowH2: streams > 0,
      connect: {
        ...tlsOptions(location),
        ...(addresses && { lookup: guardedLookup(addresses) }),
        timeout: limits.requestTimeoutMs,
      },
      headersTimeout: limits.requestTimeoutMs,
      bodyTimeout: limits.requestTimeoutMs,
    });
    return new ApiConnection(
      location.name,
      server,
      kubernetesPluginCluster,
      access.kind === 'token'
        ? new TokenHolder(
            request => access.getToken(request),
            signal,
            environment.now,
          )
        : undefined,
      pool,
      limits,
      signal,
      environment,
    );
  }

  /** Ends the connections, without waiting for answers under way. */
  async close(): Promise<void> {
    await this.pool.destroy();
  }

  /**
   * Reads one JSON object, repeating the request where a repetition can help.
   *
   * @throws KubernetesApiError with the reason of the last attempt.
   */
  async get(request: GetOptions): Promise<Record<string, unknown>> {
    for (let attempts = 1; ; attempts++) {
      try {
        return await this.withToken(request, token =>
          this.send(request, token),
        );
      } catch (error) {
        if (!(error instanceof KubernetesApiError)) {
          throw error;
        }
        const delay = retryDelay({
          error,
          attempts,
          maxAttempts: this.limits.maxAttempts,
          maxRetryDelayMs: this.limits.maxRetryDelayMs,
          random: this.environment.random(),
        });
        if (delay === undefined || this.signal.aborted) {
          throw error;
        }
        try {
          await this.environment.wait(delay, this.signal);
        } catch {
          // The time is up while waiting: what went wrong before says more than that it is.
          throw error;
        }
      }
    }
  }

  async stream(request: GetOptions, signal: AbortSignal): Promise<ApiStream> {
    return this.withToken(request, token =>
      this.openStream(request, token, signal),
    );
  }

  /** Sends with the token, and once more with another one where the server refuses it. */
  private async withToken<Result>(
    request: GetOptions,
    send: (token: string | undefined) => Promise<Result>,
  ): Promise<Result> {
    const { tokens } = this;
    if (tokens === undefined) {
      return send(undefined);
    }
    const token = await this.tokenFor(request, () => tokens.token());
    try {
      return await send(token);
    } catch (error) {
      if (
        !(error instanceof KubernetesApiError) ||
        error.failure !== 'unauthorized'
      ) {
        throw error;
      }
      const renewed = await this.tokenFor(request, () => tokens.renewed(token));
      if (renewed === undefined) {
        throw error;
      }
      return await send(renewed);
    }
  }

  private async tokenFor<Token extends string | undefined>(
    request: GetOptions,
    getToken: () => Promise<Token>,
  ): Promise<Token> {
    try {
      return await abortable(getToken(), this.signal);
    } catch (error) {
      throw this.signal.aborted
        ? this.timeUp(request)
        : this.failed(
            request,
            'no-token',
            `No token for the API server: ${toError(error).message}`,
            error,
          );
    }
  }

  private async send(
    request: GetOptions,
    token: string | undefined,
  ): Promise<Record<string, unknown>> {
    const answer = await this.inTime(request, async timeout =>
      this.readWhole(
        await this.request(request, {
          token,
          signal: AbortSignal.any([this.signal, timeout]),
        }),
      ),
    );
    return this.judge(request, token, answer);
  }

  private async openStream(
    request: GetOptions,
    token: string | undefined,
    signal: AbortSignal,
  ): Promise<ApiStream> {
    // The time for the answer to begin is the pool's.
    const answer = await this.inTime(request, async timeout => {
      const response = await this.request(request, {
        token,
        signal: AbortSignal.any([this.signal, signal]),
        // An event may be a long time coming.
        bodyTimeout: 0,
        // A compressed event may wait in the compressor for the next.
        encoding: 'identity',
      });
      // Its reader gets errors from the iterator; one that comes without a reader must not end the process.
      response.body.on('error', () => {});
      if (response.statusCode === 200) {
        return response;
      }
      try {
        return await abortable(this.readWhole(response), timeout);
      } finally {
        response.body.destroy();
      }
    });
    if ('text' in answer) {
      this.judge(request, token, answer);
      throw new TypeError('An answer other than 200 was taken for one');
    }
    return { body: answer.body, token };
  }

  private judge(
    request: GetOptions,
    token: string | undefined,
    answer: Answer,
  ): Record<string, unknown> {
    return readAnswer({
      answer,
      credential: token === undefined ? 'client certificate' : 'token',
      token,
      cluster: this.cluster,
      resource: request.resource,
      throughPlugin: this.pluginCluster !== undefined,
      now: this.environment.now(),
    });
  }

  private async request(
    request: GetOptions,
    options: {
      token: string | undefined;
      signal: AbortSignal;
      bodyTimeout?: number;
      encoding?: string;
    },
  ): Promise<Dispatcher.ResponseData> {
    const { token, signal, bodyTimeout, encoding = 'gzip' } = options;
    return this.pool.request({
      origin: this.server.origin,
      path: this.server.basePath + request.path,
      query: request.query,
      method: 'GET',
      headers: {
        ...(this.pluginCluster !== undefined && {
          'backstage-kubernetes-cluster': this.pluginCluster,
        }),
        accept: request.accept ?? 'application/json',
        'accept-encoding': encoding,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        'user-agent': 'backstage-plugin-aks-traffic',
      },
      signal,
      ...(bodyTimeout !== undefined && { bodyTimeout }),
    });
  }

  private async readWhole({
    statusCode,
    headers,
    body,
  }: Dispatcher.ResponseData): Promise<Answer> {
    const text = await readBody({
      body,
      contentEncoding: firstOf(headers['content-encoding']),
      maxBytes: this.limits.maxResponseBytes,
    });
    return { status: statusCode, headers, text };
  }

  private async inTime<Result>(
    request: GetOptions,
    exchange: (timeout: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const timeout = AbortSignal.timeout(this.limits.requestTimeoutMs);
    try {
      return await exchange(timeout);
    } catch (error) {
      if (this.signal.aborted) {
        throw this.timeUp(request);
      }
      if (timeout.aborted) {
        throw this.failed(
          request,
          'timeout',
          `The API server did not answer within ${
            this.limits.requestTimeoutMs / 1000
          } s`,
        );
      }
      const { failure, what } = describeFailure(error);
      throw this.failed(request, failure, `The API server ${what}`, error);
    }
  }

  private timeUp(request: GetOptions): KubernetesApiError {
    return this.failed(
      request,
      'timeout',
      `The time for reading the cluster (${
        this.limits.clusterTimeoutMs / 1000
      } s) was used up`,
    );
  }

  private failed(
    request: GetOptions,
    failure: KubernetesFailure,
    message: string,
    cause?: unknown,
  ): KubernetesApiError {
    return new KubernetesApiError({
      cluster: this.cluster,
      resource: request.resource,
      failure,
      message,
      cause,
    });
  }
}

function refuseAddress(
  { name }: ClusterLocation,
  address: string,
  allowed: 'public' | 'private',
): void {
  try {
    checkAddress(address, allowed);
  } catch (error) {
    const { failure, what } = describeFailure(error);
    throw new KubernetesApiError({
      cluster: name,
      resource: 'the list of APIs',
      failure,
      message: `The API server ${what}`,
      cause: error,
    });
  }
}

function tlsOptions(location: ClusterLocation): ConnectionOptions {
  const { access, caData, tlsServerName } = location;
  const certificate = access.kind === 'none' ? undefined : access.certificate;
  return {
    ...(caData && { ca: caData }),
    ...(tlsServerName && { servername: tlsServerName }),
    ...(location.dangerouslySkipTlsVerification && {
      rejectUnauthorized: false,
    }),
    ...(certificate && { cert: certificate.certificate, key: certificate.key }),
  };
}

function firstOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
