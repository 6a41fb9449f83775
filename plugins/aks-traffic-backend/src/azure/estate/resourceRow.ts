import { ResourceRow } from 'backstage-plugin-aks-traffic-engine';
import { z } from 'zod';

/** A text that Resource Graph may leave empty. */
const optionalText = z.preprocess(
  value => (value === null || value === '' ? undefined : value),
  z.string().optional(),
);

const optionalValue = z.preprocess(value => value ?? undefined, z.unknown());

/**
 * What a row of every shipped query looks like. The keys are the queries' columns, which a test holds them to.
 */
export const resourceRowSchema = z.object({
  id: z.string().startsWith('/').refine(isText),
  name: z.string().min(1).refine(isText),
  type: z.string().min(1),
  subscriptionId: optionalText,
  resourceGroup: optionalText,
  location: optionalText,
  sku: optionalValue,
  tags: optionalValue,
  properties: optionalValue,
}) satisfies z.ZodType<ResourceRow>;

/** Bytes that were no text have become another name on their way: it is nobody's. */
function isText(value: string): boolean {
  return !value.includes('\ufffd');
}
