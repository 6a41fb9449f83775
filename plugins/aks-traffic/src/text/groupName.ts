import { parseEntityRef } from '@backstage/catalog-model';
import { printable } from 'backstage-plugin-aks-traffic-common';
import { FilterField } from '../model/dashboard/serviceView';
import { egressName, exposureName, riskName, systemName } from './names';
import { effortName, campaignStateName } from './campaignNames';
import { Texts } from './texts';

/** What people call a value of a filter. */
export function groupName(
  texts: Texts,
  options: { group: FilterField; value: string; title?: string },
): string {
  const { group, value, title } = options;
  const { t } = texts;
  switch (group) {
    case 'owner':
      return value === ''
        ? t('owner.none')
        : printable(title ?? entityName(value));
    case 'catalogSystem':
      return value === ''
        ? t('catalogSystem.none')
        : printable(title ?? entityName(value));
    case 'system':
      return value === 'none' ? t('ingress.none') : systemName(texts, value);
    case 'exposure':
      return exposureName(texts, value);
    case 'egress':
      return egressName(texts, value);
    case 'risk':
      return riskName(texts, value);
    case 'effort':
      return effortName(texts, value);
    case 'state':
      return campaignStateName(texts, value);
    default:
      return printable(title ?? value);
  }
}

/** The name of an entity by its reference, without its kind and what nearly all references have in common. */
export function entityName(ref: string): string {
  try {
    const { namespace, name } = parseEntityRef(ref);
    return printable(namespace === 'default' ? name : `${namespace}/${name}`);
  } catch {
    return printable(ref);
  }
}
