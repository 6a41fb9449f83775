import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { kubernetesAnnotations } from 'backstage-plugin-aks-traffic-common';
import { KnownEntity } from '../store/linkTypes';

/** The annotations that alone can lead to a Service; the others only narrow. */
const leading = [kubernetesAnnotations.id, kubernetesAnnotations.labelSelector];

/** Bytes: more than any reference a catalog accepts by default, and few enough for an index of PostgreSQL. */
const longestRef = 600;

/**
 * Reads the entities that can claim Services, page by page, with the plugin's own credentials: who may see which of
 * them is judged for every answer.
 *
 * @throws when the catalog does not answer.
 */
export async function readCatalog(options: {
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  signal: AbortSignal;
}): Promise<KnownEntity[]> {
  const { catalog, auth, logger, signal } = options;
  const pages = catalog.streamEntities(
    {
      filter: leading.map(annotation => ({
        [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
      })),
      fields: [
        'kind',
        'metadata.namespace',
        'metadata.name',
        'metadata.title',
        'metadata.annotations',
        'relations',
      ],
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  const known = new Map<string, KnownEntity>();
  for await (const page of pages) {
    signal.throwIfAborted();
    for (const entity of page) {
      const read = toKnownEntity(entity, logger);
      if (isShort(read.ref) && isShort(read.owner)) {
        known.set(read.ref, read);
      }
    }
  }
  return [...known.values()];
}

function isShort(ref: string): boolean {
  return Buffer.byteLength(ref) <= longestRef;
}

function toKnownEntity(entity: Entity, logger: LoggerService): KnownEntity {
  const annotations: Record<string, string> = {};
  for (const name of Object.values(kubernetesAnnotations)) {
    const value = entity.metadata.annotations?.[name];
    if (value) {
      annotations[name] = value;
    }
  }
  const owner = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  );
  return {
    ref: stringifyEntityRef(entity),
    title: entity.metadata.title,
    owner: owner?.targetRef ?? '',
    catalogSystem: catalogSystemOf(entity, logger),
    annotations,
  };
}

/** A component can be part of another component too. */
function catalogSystemOf(entity: Entity, logger: LoggerService): string {
  const system = entity.relations?.find(
    ({ type, targetRef }) =>
      type === RELATION_PART_OF && /^system:/i.test(targetRef),
  );
  if (!system) {
    return '';
  }
  if (!isShort(system.targetRef)) {
    logger.debug(
      `The system of ${stringifyEntityRef(
        entity,
      )} is left out: its reference has more than ${longestRef} bytes`,
    );
    return '';
  }
  return system.targetRef;
}
