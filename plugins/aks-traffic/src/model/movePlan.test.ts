import { assessed } from '../../dev/fixtures/assessments';
import { gatewayForContainers, managedNginx } from '../../dev/fixtures/systems';
import { firstMovePlan, movePlanOf } from './movePlan';

const [service] = assessed.services;

describe('movePlanOf', () => {
  it('names the Ingresses on what is being retired, and the recommended target', () => {
    const recommended = assessed.assessments[0].targets.find(
      option => option.recommended,
    );

    expect(recommended?.eligible).toBe(true);
    expect(movePlanOf({ traffic: assessed, service })).toEqual({
      entityRef: assessed.entityRef,
      cluster: 'aks-shop-weu',
      namespace: 'shop',
      ingresses: ['shop/storefront'],
      target: recommended?.target,
    });
  });

  it('leaves the target to a person where the recommended one is not known to be possible', () => {
    const traffic = {
      ...assessed,
      assessments: assessed.assessments.map(assessment => ({
        ...assessment,
        targets: assessment.targets.map(option => ({
          ...option,
          eligible: 'unknown' as const,
        })),
      })),
    };

    expect(movePlanOf({ traffic, service })).not.toHaveProperty('target');
  });

  it('has no plan for an Ingress that nothing retires, though another of the cluster does', () => {
    const traffic = {
      ...assessed,
      services: [
        {
          ...service,
          entryPoints: service.entryPoints.map(entryPoint => ({
            ...entryPoint,
            system: 'traefik' as const,
          })),
        },
      ],
    };

    expect(firstMovePlan(traffic)).toBeUndefined();
  });

  it.each([
    ['a service behind a Gateway', gatewayForContainers],
    ['a service that was not assessed', managedNginx],
  ])('has no plan for %s', (_, traffic) => {
    expect(firstMovePlan(traffic)).toBeUndefined();
  });
});
