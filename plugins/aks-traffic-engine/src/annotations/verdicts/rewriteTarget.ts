import { Override, Overrides } from './Override';

const field = 'HTTPRoute rules[].filters[].urlRewrite.path';

const whole: Override = {
  outcome: 'portable',
  reason:
    "The path is replaced whole. That it makes patterns of the host's paths is an effect of its own.",
  replacement: `${field} ReplaceFullPath`,
  since: 'v1.2.1',
};

const prefix: Override = {
  outcome: 'changes-behaviour',
  reason:
    'Groups cannot be referred to: where the group is the rest of the path, replacing the prefix does the same.',
  replacement: `${field} ReplacePrefixMatch`,
  since: 'v1.2.1',
};

const impossible: Override = {
  outcome: 'blocked',
  reason:
    'It refers to several groups of the matched path, and groups cannot be referred to.',
};

const byPattern: Override = {
  outcome: 'equivalent-by-policy',
  reason: 'A VirtualService rewrites by a pattern and its groups.',
  replacement: 'VirtualService http[].rewrite.uriRegexRewrite',
};

/** By how many groups of the matched path the new path refers to. */
export function rewriteTarget(value: string): Overrides {
  const groups = new Set(value.match(/\$\d/g) ?? []).size;
  if (groups === 0) {
    return { all: whole };
  }
  const routes = groups === 1 ? prefix : impossible;
  return {
    'app-routing-gateway-api': routes,
    'application-gateway-for-containers': routes,
    istio: byPattern,
  };
}
