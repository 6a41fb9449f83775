import { RiDoorOpenLine } from '@remixicon/react';
import { useTexts } from '../../hooks/useTexts';
import { EntryPointView } from '../../model/entryPoints';
import { ClaimLine } from '../shared/ClaimLine';
import { IngressClaim } from './IngressClaim';
import { IngressEvidence } from './IngressEvidence';

/** What lets traffic in, and how long that is supported. */
export function IngressLine(props: {
  views: readonly EntryPointView[];
  /** Whether everything that could hold an entry point was read. */
  isWhole: boolean;
  severalServices: boolean;
}) {
  const { t } = useTexts();
  return (
    <ClaimLine
      icon={<RiDoorOpenLine />}
      label={t('ingress.label')}
      claim={<IngressClaim views={props.views} isWhole={props.isWhole} />}
    >
      <IngressEvidence
        views={props.views}
        severalServices={props.severalServices}
      />
    </ClaimLine>
  );
}
