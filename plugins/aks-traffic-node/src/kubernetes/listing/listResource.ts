import {
  KubernetesObject,
  ObservedResource,
} from 'backstage-plugin-aks-traffic-engine';
import { ApiReader } from '../connection/ApiReader';
import { KubernetesApiError } from '../KubernetesApiError';
import { ReadLimits } from '../ReadLimits';
import { resourceName } from '../resourceName';
import { collectionOf } from './collectionOf';
import { Page, readPage } from './readPage';

/** Everything a paged list gave. */
export interface Listing {
  objects: KubernetesObject[];
  unusable: number;
  /** Why the list ends before its end; absent when it was read whole. */
  incomplete?: string;
  /**
   * Version of the cluster that the first page shows. Whatever happened since comes again in a watch that begins there,
   * even where later pages were newer.
   */
  resourceVersion?: string;
}

const metadataOnly =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';

/**
 * Lists one resource of a cluster page by page.
 *
 * @remarks
 * A list that expires while it is read (410) goes on with the token the server sends along, which shows later pages
 * at a newer version; when that expires too, or there is none, the list is started again once.
 *
 * @throws KubernetesApiError when the first page could not be read; a failure on a later page ends the listing as
 * `incomplete` with what was read before.
 */
export async function listResource(options: {
  api: ApiReader;
  resource: ObservedResource;
  version: string;
  limits: Pick<ReadLimits, 'pageSize' | 'maxPages'>;
  reduce: (raw: unknown) => KubernetesObject | undefined;
}): Promise<Listing> {
  const { limits } = options;
  let listing: Listing = { objects: [], unusable: 0 };
  let next: string | undefined;
  let lost: number | undefined;
  let freshTokensLeft = 1;
  let restartsLeft = 1;
  const tokensUsed = new Set<string>();

  for (let pages = 0; ; pages++) {
    if (pages >= limits.maxPages) {
      return { ...listing, incomplete: tooManyPages(limits.maxPages) };
    }
    try {
      const page = await getPage(options, next);
      // No spread: a server may ignore the limit and send more than fits into one call's arguments.
      for (const object of page.objects) {
        listing.objects.push(object);
      }
      listing.unusable += page.unusable;
      listing.resourceVersion ??= page.resourceVersion;
      next = page.next;
      lost = page.lost;
    } catch (error) {
      if (!(error instanceof KubernetesApiError) || next === undefined) {
        throw error;
      }
      if (error.failure !== 'expired') {
        return { ...listing, incomplete: error.message };
      }
      if (error.freshContinue !== undefined && freshTokensLeft > 0) {
        freshTokensLeft--;
        next = error.freshContinue;
      } else if (restartsLeft > 0) {
        restartsLeft--;
        next = undefined;
        listing = { objects: [], unusable: 0 };
        tokensUsed.clear();
      } else {
        return { ...listing, incomplete: error.message };
      }
      continue;
    }
    if (next === undefined) {
      return lost === undefined
        ? listing
        : { ...listing, incomplete: tokenLost(lost) };
    }
    if (tokensUsed.has(next)) {
      return {
        ...listing,
        incomplete: 'The API server sends the same page again and again',
      };
    }
    tokensUsed.add(next);
  }
}

async function getPage(
  options: {
    api: ApiReader;
    resource: ObservedResource;
    version: string;
    limits: Pick<ReadLimits, 'pageSize'>;
    reduce: (raw: unknown) => KubernetesObject | undefined;
  },
  next: string | undefined,
): Promise<Page> {
  const { api, resource, version, limits, reduce } = options;
  const { path, apiVersion } = collectionOf(resource, version);
  const body = await api.get({
    path,
    query: {
      limit: String(limits.pageSize),
      ...(next !== undefined && { continue: next }),
    },
    ...(resource.metadataOnly && { accept: metadataOnly }),
    resource: resourceName(resource),
  });
  const page = readPage({ body, apiVersion, kind: resource.kind, reduce });
  if (!page) {
    throw new KubernetesApiError({
      cluster: api.cluster,
      resource: resourceName(resource),
      failure: 'wrong-shape',
      message: 'The API server answered with JSON that is not a list',
    });
  }
  return page;
}

function tokenLost(objects: number): string {
  return `The API server says that ${objects} more follow, and not where to go on`;
}

function tooManyPages(pages: number): string {
  return `The list has more than ${pages} pages, which is the limit`;
}
