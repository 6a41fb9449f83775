import { Severity } from 'backstage-plugin-aks-traffic-common';
import {
  retirementById,
  RuleDescription,
  severityOrder,
} from 'backstage-plugin-aks-traffic-engine';
import { levels } from './levels';

/** A rule of the catalogue as a SARIF reporting descriptor. */
export function sarifRule(rule: RuleDescription, docsUrl: string | undefined) {
  const worst = worstOf(rule.severities);
  const helpUri = helpUriOf(rule, docsUrl);
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: rule.description },
    fullDescription: {
      text: `${rule.description} ${rule.remediation.summary}`,
    },
    ...(helpUri !== undefined && { helpUri }),
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    defaultConfiguration: { level: levels[worst] },
    properties: {
      tags: ['kubernetes', ...(rule.retirement ? ['retirement'] : [])],
      severities: rule.severities,
      documentation: rule.docs,
      ...(rule.retirement !== undefined && { retirement: rule.retirement }),
    },
  };
}

function worstOf(of: readonly Severity[]): Severity {
  return severityOrder.find(severity => of.includes(severity)) ?? 'info';
}

/** The page of the rule where it is known to be published; else what the vendor says of the retirement behind it. */
function helpUriOf(
  { docs, retirement }: RuleDescription,
  docsUrl: string | undefined,
): string | undefined {
  if (docsUrl !== undefined) {
    return `${docsUrl.replace(/\/+$/, '')}/${docs}`;
  }
  return /https:\/\/[^\s,;)]+/.exec(sourceOf(retirement) ?? '')?.[0];
}

function sourceOf(retirement: string | undefined): string | undefined {
  return retirement === undefined
    ? undefined
    : retirementById(retirement)?.source;
}

function helpText({ description, remediation }: RuleDescription): string {
  return [description, remediation.summary, ...remediation.actions].join('\n');
}

function helpMarkdown(rule: RuleDescription): string {
  const { description, remediation, retirement } = rule;
  const facts =
    retirement === undefined ? undefined : retirementById(retirement);
  return [
    description,
    ...(facts ? [facts.statement, `Source: ${facts.source}`] : []),
    '## How to fix',
    remediation.summary,
    remediation.actions
      .map((action, index) => `${index + 1}. ${action}`)
      .join('\n'),
  ].join('\n\n');
}

function pascalCase(id: string): string {
  return id
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
