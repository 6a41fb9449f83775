import { randomUUID } from 'node:crypto';
import { ServerResponse } from 'node:http';
import type { ApiResource } from '../../estate/types';
import { keyPrefix } from '../list/listObjects';
import { Representation } from '../requests/negotiate';
import { ListOptions } from '../requests/parseListOptions';
import { tableOf } from '../store/ClusterObjects';
import { ObjectStore } from '../store/ObjectStore';
import { OpenWatches } from './OpenWatches';
import {
  addedEvent,
  bookmarkEvent,
  changeEvent,
  expiredEvent,
} from './watchEvents';

export interface WatchObjectsOptions {
  store: ObjectStore;
  api: ApiResource;
  /** Absent for all of the cluster. */
  namespace?: string;
  list: ListOptions;
  representation: Representation;
  bookmarkIntervalMs: number;
  watches: OpenWatches;
  response: ServerResponse;
}

/** Servers end a watch by themselves after 30 to 60 minutes. */
const DEFAULT_TIMEOUT_SECONDS = 1800;

/** Sends a line of JSON for each event until the client, the time limit or the server ends it. */
export function watchObjects(options: WatchObjectsOptions): void {
  const { store, api, list, representation, response } = options;
  const prefix = keyPrefix(options.namespace);
  const table = tableOf(api);
  const format = { api, representation };

  response.writeHead(200, {
    'audit-id': randomUUID(),
    'cache-control': 'no-cache, private',
    'content-type': 'application/json',
  });
  response.flushHeaders();

  const start = list.resourceVersion ?? '0';
  const since = Number(start);
  const showsState =
    list.sendInitialEvents ??
    // Without a position the watch begins with what is there.
    start === '0';
  if (showsState) {
    for (const version of store.range({
      table,
      prefix,
      revision: store.revision,
    })) {
      if (list.matches(version.object)) {
        response.write(addedEvent(version, format));
      }
    }
  } else if (start !== '0') {
    if (since < store.compactedRevision) {
      response.end(expiredEvent(since, store.compactedRevision));
      return;
    }
    for (const change of store.changesSince(table, since)) {
      send(change);
    }
  }
  if (list.sendInitialEvents && list.allowWatchBookmarks) {
    response.write(
      bookmarkEvent({
        ...format,
        revision: store.revision,
        initialEventsEnd: true,
      }),
    );
  }

  const unsubscribe = store.subscribe(change => {
    // A position ahead of the server's is waited for.
    if (change.table === table && change.revision > since) {
      send(change);
    }
  });
  const bookmarks =
    list.allowWatchBookmarks &&
    setInterval(
      () =>
        response.write(bookmarkEvent({ ...format, revision: store.revision })),
      options.bookmarkIntervalMs,
    );
  const end = setTimeout(() => {
    stop();
    response.end();
  }, (list.timeoutSeconds || DEFAULT_TIMEOUT_SECONDS) * 1000);
  response.once('close', stop);
  options.watches.add(response, api.resource, stop);

  function send(change: Parameters<typeof changeEvent>[0]): void {
    if (change.current.key.startsWith(prefix)) {
      const event = changeEvent(change, list.matches, format);
      if (event !== undefined) {
        response.write(event);
      }
    }
  }

  function stop(): void {
    unsubscribe();
    clearInterval(bookmarks || undefined);
    clearTimeout(end);
  }
}
