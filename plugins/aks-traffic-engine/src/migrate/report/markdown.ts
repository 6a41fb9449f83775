import {
  MigrationTarget,
  ObjectRef,
} from 'backstage-plugin-aks-traffic-common';

/** The targets as sentences name them. */
export const targetTitles: Record<MigrationTarget, string> = {
  'app-routing-gateway-api': 'application routing with the Gateway API',
  'application-gateway-for-containers': 'Application Gateway for Containers',
  istio: 'the Istio add-on with the Gateway API',
};

export function placeOf({ namespace, name }: ObjectRef): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/** Values come from objects: they must not end a table's cell or a code span, or begin HTML. */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[<>]/g, character => (character === '<' ? '&lt;' : '&gt;'))
    .replace(/\|/g, '\\|');
}

/** In a table a bar ends a cell even within a code span, unless it is escaped. */
export function markdownCell(text: string): string {
  return markdownCode(text).replace(/\|/g, '\\|');
}

export function markdownCode(text: string): string {
  return `\`${text.replace(/[`\s]+/g, ' ')}\``;
}
