import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { assessedAndWaived } from '../../../dev/fixtures/assessments';
import { legacyAnnotations } from '../../../dev/fixtures/findings';
import { fixtureNow } from '../../../dev/fixtures/traffic';
import { renderWithTexts } from '../../__testUtils__/renderWithTexts';
import { FindingView } from '../../model/risk';
import { FoldedFindings } from './FoldedFindings';
import { RiskEvidence } from './RiskEvidence';

const [service] = assessedAndWaived.services;

const viewOf = (message: string): FindingView => ({
  finding: { ...legacyAnnotations, message },
  service,
});

/** The findings, which change places when the button is pressed, as they do when one is waived. */
function Reordered() {
  const [findings, setFindings] = useState([viewOf('One.'), viewOf('Two.')]);
  return (
    <FoldedFindings.Provider value>
      <RiskEvidence
        traffic={assessedAndWaived}
        services={[service]}
        findings={findings}
        ofClusters={[]}
        reading={{ clusters: assessedAndWaived.coverage, gaps: [] }}
        now={fixtureNow}
      />
      <button onClick={() => setFindings([...findings].reverse())}>Turn</button>
    </FoldedFindings.Provider>
  );
}

describe('RiskEvidence', () => {
  it('keeps the finding open that was opened, wherever it comes to stand', async () => {
    renderWithTexts(<Reordered />);
    await userEvent.click(screen.getByRole('button', { name: /One\./ }));

    await userEvent.click(screen.getByRole('button', { name: 'Turn' }));

    expect(screen.getByRole('button', { name: /One\./ })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    expect(screen.getByRole('button', { name: /Two\./ })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
  });
});
