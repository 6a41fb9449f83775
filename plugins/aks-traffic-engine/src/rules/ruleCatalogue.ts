import { Severity } from 'backstage-plugin-aks-traffic-common';
import { rules } from './registry';
import { severities } from './severities';

/**
 * What a rule looks for, for listing rules and for configuring severities.
 *
 * @public
 */
export interface RuleDescription {
  id: string;
  /** One sentence. */
  description: string;
  /** Id of the retirement behind the rule. */
  retirement?: string;
  remediation: { summary: string; actions: string[] };
  /** The severities its findings can have, depending on the situation. */
  severities: Severity[];
  /** Path of its documentation in the repository. */
  docs: string;
}

/**
 * Every rule, sorted by id.
 *
 * @public
 */
export const ruleCatalogue: readonly RuleDescription[] = rules.map(
  ({ metadata: { id, description, retirement, remediation } }) => ({
    id,
    description,
    ...(retirement !== undefined && { retirement }),
    remediation,
    severities: [...new Set<Severity>(Object.values(severities[id]))],
    docs: `docs/rules/${id}.md`,
  }),
);
