/** The Service that a destination host of Istio names, and whether the name is one Istio resolves for certain. */
export interface DestinationService {
  namespace: string;
  service: string;
  certain: boolean;
}

/**
 * Resolves a destination host. A short name belongs to the namespace of the object that uses it; a full name ends in
 * `.svc.<cluster domain>`. Names in between, such as `api.prod`, read like a Service of that namespace but are not
 * completed by Istio, so they are kept as a possibility.
 */
export function destinationService(
  host: string,
  namespace: string,
): DestinationService | undefined {
  const [service, second, third, ...domain] = host.split('.');
  if (service === '' || service === '*') {
    return undefined;
  }
  if (second === undefined) {
    return { namespace, service, certain: true };
  }
  if (third === undefined) {
    return { namespace: second, service, certain: false };
  }
  return third === 'svc'
    ? { namespace: second, service, certain: domain.length > 0 }
    : undefined;
}
