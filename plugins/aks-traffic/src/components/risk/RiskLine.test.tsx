import { screen } from '@testing-library/react';
import {
  EntityTraffic,
  Finding,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { assessedAndWaived } from '../../../dev/fixtures/assessments';
import { legacyAnnotations } from '../../../dev/fixtures/findings';
import { fixtureNow } from '../../../dev/fixtures/traffic';
import { renderWithTexts } from '../../__testUtils__/renderWithTexts';
import { RiskLine } from './RiskLine';

const [service] = assessedAndWaived.services;
const [waived] = service.findings;

/** Renders the line about a service whose worst finding is waived, with others beside it. */
function renderLine(...others: Finding[]) {
  const services: ServiceTraffic[] = [
    {
      ...service,
      findings: [...service.findings, ...others],
      risk: others.at(0)?.severity ?? 'none',
    },
  ];
  const traffic: EntityTraffic = { ...assessedAndWaived, services };
  renderWithTexts(
    <RiskLine
      traffic={traffic}
      services={services}
      reading={{ clusters: traffic.coverage, gaps: [] }}
      now={fixtureNow}
    />,
  );
  return screen.getByRole('button', { name: /^Risk/ });
}

describe('RiskLine', () => {
  it('leads with the gravest finding that nobody accepts, and tells of the waived one', () => {
    const line = renderLine({
      ...legacyAnnotations,
      severity: waived.severity,
      message: 'Not accepted by anybody.',
    });

    expect(line).toHaveTextContent(
      /High.*Not accepted by anybody\..*1 waived finding/,
    );
    expect(line).not.toHaveTextContent(waived.message);
    expect(line).not.toHaveTextContent('days left');
    expect(line).not.toHaveTextContent('more finding');
  });

  it('counts what else nobody accepts', () => {
    const line = renderLine(
      { ...legacyAnnotations, severity: 'medium' },
      { ...legacyAnnotations, severity: 'low' },
    );

    expect(line).toHaveTextContent('1 more finding · 1 waived finding');
  });

  it('leads with no finding where all are waived', () => {
    const line = renderLine();

    expect(line).toHaveTextContent(/but for what is waived.*1 waived finding/);
    expect(line).not.toHaveTextContent(waived.message);
  });
});
