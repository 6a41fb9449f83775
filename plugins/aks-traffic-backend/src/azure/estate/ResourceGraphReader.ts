import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import { AzureScope } from '../../config/AksTrafficConfig';
import { describeAzureError } from '../describeAzureError';

/** Rows of one query, and why they are not all there are. */
export interface QueryResult {
  rows: unknown[];
  /** Sentence for people; absent when the result is whole. */
  incomplete?: string;
}

/** The most rows that Resource Graph gives at a time, and what is asked for where these are too large together. */
const pageSizes = [1000, 100, 10] as const;

/** Far more pages than any estate has: a server that never stops is left after these. */
const maxPages = 2000;

const requestTimeoutMs = 30_000;

/** Runs queries page by page. */
export class ResourceGraphReader {
  constructor(
    private readonly client: Pick<ResourceGraphClient, 'resources'>,
    private readonly scope: AzureScope,
  ) {}

  /**
   * @returns all rows, or those that were read before something went missing.
   * @throws when the first page cannot be read: what the SDK throws, or an error on an answer of the wrong shape.
   */
  async query(query: string, signal: AbortSignal): Promise<QueryResult> {
    for (const pageSize of pageSizes.slice(0, -1)) {
      try {
        return await this.pages({ query, signal, pageSize });
      } catch (error) {
        if (!isTooLarge(error)) {
          throw error;
        }
      }
    }
    return this.pages({ query, signal, pageSize: pageSizes.at(-1)! });
  }

  /** @throws also when a later page is too large: with other page sizes there is no going on, only beginning again. */
  private async pages(options: {
    query: string;
    signal: AbortSignal;
    pageSize: number;
  }): Promise<QueryResult> {
    const rows: unknown[] = [];
    const limits: string[] = [];
    const tokens = new Set<string>();
    let skipToken: string | undefined;
    for (let pages = 0; pages < maxPages; pages++) {
      let page: Page;
      try {
        page = await this.page({ ...options, skipToken, limits });
      } catch (error) {
        if (pages === 0 || isTooLarge(error)) {
          throw error;
        }
        return withReasons(rows, [
          ...limits,
          `page ${pages + 1} could not be read: ${describeAzureError(error)}`,
        ]);
      }
      for (const row of page.data) {
        rows.push(row);
      }
      if (!page.skipToken) {
        return withReasons(rows, [...limits, ...truncation(page, rows.length)]);
      }
      if (tokens.has(page.skipToken)) {
        return withReasons(rows, [
          ...limits,
          'Resource Graph sends the same page again and again',
        ]);
      }
      tokens.add(page.skipToken);
      skipToken = page.skipToken;
    }
    return withReasons(rows, [
      ...limits,
      `there are more than ${maxPages} pages`,
    ]);
  }

  private async page(options: {
    query: string;
    skipToken: string | undefined;
    signal: AbortSignal;
    pageSize: number;
    limits: string[];
  }): Promise<Page> {
    const { query, skipToken, signal, pageSize, limits } = options;
    const response = await this.client.resources(
      {
        query,
        ...this.scope,
        options: {
          top: pageSize,
          ...(skipToken && { skipToken }),
          resultFormat: 'objectArray',
        },
      },
      {
        abortSignal: signal,
        requestOptions: { timeout: requestTimeoutMs },
        onResponse: ({ headers }) => {
          if (
            limits.length === 0 &&
            headers.get('x-ms-tenant-subscription-limit-hit') === 'true'
          ) {
            limits.push(
              'the scope has more subscriptions than Resource Graph reads: name smaller management groups in aksTraffic.azure.scope',
            );
          }
        },
      },
    );
    // The SDK gives an empty object for an answer that is not JSON, such as the page of a proxy.
    if (!Array.isArray(response.data)) {
      throw new Error(
        'the answer is not a Resource Graph result; a proxy or a sign-in page may stand between',
      );
    }
    return response as Page;
  }
}

interface Page {
  data: unknown[];
  skipToken?: string;
  resultTruncated?: unknown;
  totalRecords?: unknown;
}

/** Resource Graph refuses answers of more than 16 MB, which a page of many large resources can be. */
function isTooLarge(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return code === 'ResponsePayloadTooLarge';
}

function truncation(page: Page, rows: number): string[] {
  if (page.resultTruncated === 'true') {
    return ['Resource Graph cut the result off'];
  }
  return typeof page.totalRecords === 'number' && rows < page.totalRecords
    ? [`only ${rows} of ${page.totalRecords} rows arrived`]
    : [];
}

function withReasons(rows: unknown[], reasons: string[]): QueryResult {
  return reasons.length === 0
    ? { rows }
    : { rows, incomplete: reasons.join('; ') };
}
