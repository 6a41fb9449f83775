/** What a resource id says by itself. */
export interface ArmIdParts {
  subscriptionId?: string;
  resourceGroup?: string;
  name: string;
}

/** The form in which ids compare: Azure answers with differing case for one and the same resource. */
export function armKey(armId: string): string {
  return armId.toLowerCase();
}

/** Reads subscription, resource group and name from a resource id. */
export function armIdParts(armId: string): ArmIdParts {
  const segments = armId.split('/');
  return {
    subscriptionId: segmentAfter(segments, 'subscriptions'),
    resourceGroup: segmentAfter(segments, 'resourcegroups'),
    name: segments.at(-1) ?? '',
  };
}

/** The id of the resource a child resource belongs to; `undefined` when there is none. */
export function parentArmId(armId: string): string | undefined {
  const parent = armId.split('/').slice(0, -2).join('/');
  return /\/providers\/[^/]+\/.+/.test(parent) ? parent : undefined;
}

/** The name of a resource for people: the last segment of its id. */
export function armName(armId: string): string {
  return armIdParts(armId).name;
}

function segmentAfter(
  segments: readonly string[],
  label: string,
): string | undefined {
  const position = segments.findIndex(
    segment => segment.toLowerCase() === label,
  );
  return position < 0 ? undefined : segments[position + 1] || undefined;
}
