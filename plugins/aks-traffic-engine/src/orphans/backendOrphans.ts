import { EntryDraft } from '../entryPoints/EntryDraft';
import { OrphanDraft } from '../model/draft';
import { append } from '../objects/append';
import { ClusterIndex } from '../objects/ClusterIndex';
import { objectEvidence } from '../objects/evidence';
import { kinds } from '../objects/kinds';
import { referenceKey } from '../objects/metadata';

/** Ingresses and routes none of whose Services exist. */
export function backendOrphans(
  index: ClusterIndex,
  entries: readonly EntryDraft[],
): OrphanDraft[] {
  if (!index.provesAbsence(kinds.service)) {
    return [];
  }
  const byResource = new Map<string, EntryDraft[]>();
  for (const entry of entries) {
    append(byResource, referenceKey(entry.entry.resource), entry);
  }
  return [...byResource.values()]
    .filter(drafts => drafts.every(draft => !leadsToService(index, draft)))
    .map(drafts => {
      const names = [
        ...new Set(
          drafts.map(({ namespace, service }) => `${namespace}/${service}`),
        ),
      ].sort();
      return {
        resource: drafts[0].entry.resource,
        reason:
          names.length === 1
            ? `Service ${names[0]}, which it names, does not exist`
            : `none of the Services it names exists (${names.join(', ')})`,
        evidence: names.map(name =>
          objectEvidence({
            object: drafts[0].entry.resource,
            field: 'spec',
            value: name,
            meaning: 'No Service has this name.',
          }),
        ),
      };
    });
}

function leadsToService(
  index: ClusterIndex,
  { namespace, service }: EntryDraft,
): boolean {
  return index.get(kinds.service, service, namespace) !== undefined;
}
