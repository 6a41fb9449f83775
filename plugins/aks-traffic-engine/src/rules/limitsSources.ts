import { EntryPoint } from 'backstage-plugin-aks-traffic-common';

/** Networks and service tags that stand for everybody. */
const everybody = new Set(['0.0.0.0/0', '::/0', 'internet']);

/** Whether an entry point lets some callers in only. Limits that name everybody are none. */
export function limitsSources({
  sourceRanges,
  allowedServiceTags,
}: EntryPoint['capabilities']): boolean {
  const sources = [sourceRanges, allowedServiceTags].flatMap(listOf);
  return (
    sources.length > 0 &&
    !sources.some(source => everybody.has(source.toLowerCase()))
  );
}

function listOf(value: string | boolean | undefined): string[] {
  return typeof value === 'string'
    ? value.split(',').flatMap(part => part.trim() || [])
    : [];
}
