import { WatchFault } from './WatchRun';

const cut = { disturb: 'cut' } as const;

/** What goes wrong with the watches of a cluster. */
export const watchFaults: readonly WatchFault[] = [
  {
    fault: 'Nothing',
    steps: ['change'],
    seen: 'watched',
  },
  {
    fault: 'The API server ends all watches',
    steps: [{ disturb: 'end' }, 'change'],
    seen: 'watched',
  },
  {
    fault: 'All watches break off in the middle of an event',
    steps: [cut, 'change'],
    seen: 'watched',
  },
  {
    fault: 'A line comes that is not an event',
    steps: [{ disturb: 'garble' }, 'change'],
    seen: 'watched',
  },
  {
    fault: 'Watches fall silent, and their connections stay',
    steps: [{ disturb: 'silence' }, 'change'],
    seen: 'watched',
  },
  {
    fault:
      'The API server has forgotten the version a watch is to go on from (410 in the stream)',
    steps: [{ disturb: 'silence' }, 'change', { forgetVersions: true }, cut],
    seen: 'watched',
  },
  {
    fault: 'The list after that breaks off',
    steps: [
      { disturb: 'silence' },
      'change',
      { forgetVersions: true },
      {
        switch: {
          resource: 'services',
          verb: 'list',
          times: 2,
          effect: { kind: 'cut', fraction: 0.5 },
        },
      },
      cut,
    ],
    seen: 'watched',
  },
  {
    fault:
      'The API server is too busy for watches for some seconds (429 with Retry-After)',
    steps: [
      {
        switch: {
          verb: 'watch',
          times: 10,
          effect: { kind: 'throttled', retryAfterSeconds: 1 },
        },
      },
      cut,
      'change',
    ],
    seen: 'watched',
  },
  {
    fault: 'The same, for good',
    steps: [
      {
        switch: {
          verb: 'watch',
          effect: { kind: 'throttled', retryAfterSeconds: 1 },
        },
      },
      cut,
      'change',
    ],
    seen: 'polled',
    because: /turns requests away as too many \(429\)/,
    inShort:
      'Watching (a kind) failed: The API server turns requests away as too many (429)',
  },
  {
    fault: 'The token is refused when watches are opened again',
    steps: [
      { switch: { verb: 'watch', times: 2, effect: { kind: 'unauthorized' } } },
      cut,
      'change',
    ],
    seen: 'watched',
  },
  {
    fault: 'Opening a watch fails three times (503)',
    steps: [
      {
        switch: {
          resource: 'services',
          verb: 'watch',
          times: 3,
          effect: { kind: 'server-error', status: 503 },
        },
      },
      cut,
      'change',
    ],
    seen: 'watched',
  },
  {
    fault: 'Watching one kind is not permitted any more',
    steps: [
      {
        switch: {
          resource: 'ingresses',
          verb: 'watch',
          effect: { kind: 'forbidden' },
        },
      },
      cut,
      'change',
    ],
    seen: 'polled',
    because:
      /^Watching ingresses.networking.k8s.io is forbidden: the reader's role needs the verb watch/,
  },
  {
    fault: 'One kind can be listed, and its watches are answered with 404',
    steps: [
      {
        switch: {
          resource: 'ingresses',
          verb: 'watch',
          effect: { kind: 'not-found' },
        },
      },
      cut,
      'change',
    ],
    seen: 'polled',
    because: /^Watching ingresses.networking.k8s.io failed: .* \(404\)$/,
  },
  {
    fault: 'A proxy answers watches with a web page',
    steps: [
      { switch: { verb: 'watch', effect: { kind: 'html' } } },
      cut,
      'change',
    ],
    seen: 'polled',
    because: /sent something that is not an event/,
    inShort:
      'Watching (a kind) failed: The API server sent something that is not an event',
  },
  {
    fault: 'The API server never answers a watch of Services',
    steps: [
      {
        switch: {
          resource: 'services',
          verb: 'watch',
          effect: { kind: 'hang' },
        },
      },
      cut,
      'change',
    ],
    seen: 'polled',
    because: /^Watching services failed: /,
  },
  {
    fault:
      'The cluster is recreated under its name in its resource group, with the same Services',
    steps: [{ recreate: true }, 'change'],
    seen: 'polled',
    because: /refused the connection|broke the (connection|watch) off/,
    inShort: 'Watching (a kind) failed: The API server refused the connection',
    stale: true,
  },
  {
    fault: 'The same, after the next sweep',
    steps: [{ recreate: true }, 'sweep', 'change'],
    seen: 'watched',
  },
  {
    fault: 'The API server goes away',
    steps: [{ switch: { effect: { kind: 'refuse' } } }, cut, 'change'],
    seen: 'polled',
    because: /broke the connection off|broke the watch off/,
    inShort:
      'Watching (a kind) failed: The API server broke the connection off before its answer was whole',
    stale: true,
  },
];
