/** How objects are to be shown: whole, or as PartialObjectMetadata. */
export type Representation = 'whole' | 'metadata';

interface MediaRange {
  type: string;
  parameters: ReadonlyMap<string, string>;
}

/**
 * The first representation of objects in an Accept header that can be given; undefined when there is none.
 * Protobuf, YAML and tables are not given here, although a real server has them: clients that can read JSON offer it too.
 */
export function negotiateObjects(
  accept: string | undefined,
  verb: string,
): Representation | undefined {
  for (const { type, parameters } of parseAccept(accept)) {
    const as = parameters.get('as');
    if (isJson(type)) {
      if (as === undefined) {
        return 'whole';
      }
      if (
        parameters.get('g') === 'meta.k8s.io' &&
        parameters.get('v') === 'v1' &&
        metadataKinds(verb).includes(as)
      ) {
        return 'metadata';
      }
    }
  }
  return undefined;
}

/** What of discovery a client wants: a version of the aggregated document, or the documents per group. */
export type DiscoveryFormat = 'v2' | 'v2beta1' | 'legacy';

/** The first discovery format in an Accept header that is offered; undefined when there is none. */
export function negotiateDiscovery(
  accept: string | undefined,
  offered: DiscoveryFormat[],
): DiscoveryFormat | undefined {
  for (const { type, parameters } of parseAccept(accept)) {
    const as = parameters.get('as');
    if (isJson(type)) {
      if (as === undefined) {
        return 'legacy';
      }
      const format = offered.find(
        candidate => candidate === parameters.get('v'),
      );
      if (
        as === 'APIGroupDiscoveryList' &&
        parameters.get('g') === 'apidiscovery.k8s.io' &&
        format
      ) {
        return format;
      }
    }
  }
  return undefined;
}

function metadataKinds(verb: string): string[] {
  switch (verb) {
    case 'list':
      return ['PartialObjectMetadataList'];
    case 'watch':
      return ['PartialObjectMetadata', 'PartialObjectMetadataList'];
    default:
      return ['PartialObjectMetadata'];
  }
}

function isJson(type: string): boolean {
  return ['application/json', 'application/*', '*/*'].includes(type);
}

function parseAccept(accept: string | undefined): MediaRange[] {
  if (accept === undefined || accept.trim() === '') {
    return [{ type: '*/*', parameters: new Map() }];
  }
  return accept.split(',').map(range => {
    const [type, ...parameters] = range.split(';');
    return {
      type: type.trim().toLowerCase(),
      parameters: new Map(
        parameters.map(parameter => {
          const [name, ...value] = parameter.split('=');
          return [name.trim(), value.join('=').trim()] as const;
        }),
      ),
    };
  });
}
