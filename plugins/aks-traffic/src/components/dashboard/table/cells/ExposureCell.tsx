import { useTexts } from '../../../../hooks/useTexts';
import { exposureTone } from '../../../../model/exposure';
import { exposureName } from '../../../../text/names';
import { ExposureIcon } from '../../../shared/ExposureIcon';
import { ToneChip } from '../../../shared/ToneChip';

/** From how far away the service can be reached. */
export function ExposureCell(props: { exposure: string }) {
  const { exposure } = props;
  const texts = useTexts();
  return (
    <ToneChip
      tone={exposureTone(exposure)}
      icon={<ExposureIcon exposure={exposure} />}
    >
      {exposureName(texts, exposure)}
    </ToneChip>
  );
}
