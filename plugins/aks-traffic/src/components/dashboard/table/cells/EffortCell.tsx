import { Cell } from '@backstage/ui';
import { useTexts } from '../../../../hooks/useTexts';
import { effortName } from '../../../../text/campaignNames';
import { Lines } from '../../../shared/Lines';

/** How much work it is to move the service. */
export function EffortCell(props: { effort: string }) {
  const texts = useTexts();
  return (
    <Cell>
      <Lines>{effortName(texts, props.effort)}</Lines>
    </Cell>
  );
}
