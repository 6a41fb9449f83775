import { egressOrder } from '../../../model/egress';
import { exposureOrder } from '../../../model/exposure';
import { riskOrder } from '../../../model/risk';
import {
  campaignOrder,
  effortOrder,
} from '../../../model/dashboard/vocabulary';
import { campaignStateName, effortName } from '../../../text/campaignNames';
import { egressName, exposureName, riskName } from '../../../text/names';
import { Texts } from '../../../text/texts';

/** A value that can be chosen. */
export interface FilterOption {
  id: string;
  label: string;
}

type NameOf = (texts: Texts, value: string) => string;

function optionsFor(values: readonly string[], nameOf: NameOf) {
  return (texts: Texts): FilterOption[] =>
    values.map(id => ({ id, label: nameOf(texts, id) }));
}

export const stateOptions = optionsFor(campaignOrder, campaignStateName);
export const riskOptions = optionsFor(riskOrder, riskName);
export const exposureOptions = optionsFor(exposureOrder, exposureName);
export const egressOptions = optionsFor(egressOrder, egressName);
export const effortOptions = optionsFor(effortOrder, effortName);
