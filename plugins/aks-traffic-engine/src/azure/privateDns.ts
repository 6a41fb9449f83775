/** Ends of public names of Azure services, and the private zone that takes their place. */
const zones: ReadonlyMap<string, string> = new Map(
  [
    'azconfig.io',
    'azurecr.io',
    'blob.core.windows.net',
    'cognitiveservices.azure.com',
    'database.windows.net',
    'dfs.core.windows.net',
    'documents.azure.com',
    'file.core.windows.net',
    'mysql.database.azure.com',
    'openai.azure.com',
    'postgres.database.azure.com',
    'queue.core.windows.net',
    'redis.cache.windows.net',
    'servicebus.windows.net',
    'table.core.windows.net',
  ]
    .map((name): [string, string] => [name, `privatelink.${name}`])
    .concat([['vault.azure.net', 'privatelink.vaultcore.azure.net']]),
);

/** The private DNS zone by which the public name of an Azure service leads to a private endpoint, where it is known. */
export function privateZoneOf(name: string): string | undefined {
  const text = name.toLowerCase();
  const end = [...zones.keys()].find(suffix => text.endsWith(`.${suffix}`));
  return end && zones.get(end);
}

/** Whether one of the zones linked to a network answers for a name: the usual one, or one for the name itself. */
export function isAnsweredBy(
  name: string,
  linked: ReadonlySet<string>,
): boolean {
  const zone = privateZoneOf(name);
  return (
    (zone !== undefined && linked.has(zone)) || linked.has(name.toLowerCase())
  );
}
