import { Bar } from '../model/dashboard/breakdown';
import { campaignStateName } from './campaignNames';
import { numberText } from './numbers';
import { Texts } from './texts';

/** What a bar says, in words: a name, the number of services, and how many are in each state. */
export function barText(
  texts: Texts,
  { name, bar }: { name: string; bar: Bar },
): string {
  const { t } = texts;
  const states = bar.segments.map(({ state, services }) =>
    t('breakdown.segment', {
      number: numberText(texts, services),
      state: campaignStateName(texts, state),
    }),
  );
  return t('breakdown.bar', {
    name,
    services: t('card.services', { count: bar.services }),
    states: states.join(', '),
  });
}
