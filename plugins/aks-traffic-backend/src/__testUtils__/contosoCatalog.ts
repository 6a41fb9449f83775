import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

const folder = resolve(
  __dirname,
  '../../../../packages/simulator/estates/contoso/catalog',
);

/** The components of the demo's catalog, as the catalog gives them. */
export function readContosoComponents(): Entity[] {
  return readdirSync(folder)
    .flatMap(file =>
      parseAllDocuments(readFileSync(resolve(folder, file), 'utf8')),
    )
    .map(document => document.toJS() as Entity)
    .filter(entity => entity?.kind === 'Component')
    .map(entity => ({
      ...entity,
      metadata: { namespace: 'default', ...entity.metadata },
      relations: [
        {
          type: RELATION_OWNED_BY,
          targetRef: refOf('group', entity.spec?.owner),
        },
        {
          type: RELATION_PART_OF,
          targetRef: refOf('system', entity.spec?.system),
        },
      ],
    }));
}

function refOf(defaultKind: string, name: unknown): string {
  return stringifyEntityRef(
    parseEntityRef(String(name), {
      defaultKind,
      defaultNamespace: 'default',
    }),
  );
}
