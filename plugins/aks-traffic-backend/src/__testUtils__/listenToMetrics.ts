import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';

/** Metrics that remember what they were told: name, value and attributes. */
export function listenToMetrics() {
  const told: [string, number, object?][] = [];
  const instrument = (name: string) => {
    const tell = (value: number, attributes?: object) => {
      told.push([name, value, ...(attributes ? [attributes] : [])] as never);
    };
    return { record: tell, add: tell };
  };
  const metrics = metricsServiceMock.mock({
    createHistogram: instrument as never,
    createCounter: instrument as never,
  });
  return { metrics, told };
}
