import { IngressSource } from './IngressSource';

/** Annotations by which Application Gateway Ingress Controller is told how to probe. */
export const gatewayProbePrefix = 'appgw.ingress.kubernetes.io/health-probe-';

/** A probe as these annotations state it. What they leave out is as that controller has it by default. */
export interface GatewayProbe {
  protocol: 'http';
  path: string;
  host?: string;
  port?: number;
  seconds: { interval: number; timeout: number };
  thresholds: { healthy: number; unhealthy: number };
  statusCodes: { start: number; end: number }[];
}

/**
 * The probe that an Ingress of Application Gateway Ingress Controller states.
 *
 * Source: Azure/application-gateway-kubernetes-ingress docs/annotations.md.
 */
export function gatewayProbe({
  served,
  annotations,
}: IngressSource): GatewayProbe | undefined {
  if (
    served.system !== 'application-gateway-ingress-controller' ||
    ![...annotations.keys()].some(key => key.startsWith(gatewayProbePrefix))
  ) {
    return undefined;
  }
  const text = (name: string) =>
    annotations.get(`${gatewayProbePrefix}${name}`)?.trim() || undefined;
  const number = (name: string) => {
    const value = Number(text(name));
    return Number.isInteger(value) && value > 0 ? value : undefined;
  };
  const path = text('path') ?? '/';
  const host = text('hostname');
  const port = number('port');
  return {
    protocol: 'http',
    path: path.startsWith('/') ? path : `/${path}`,
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    seconds: {
      interval: number('interval') ?? 30,
      timeout: number('timeout') ?? 30,
    },
    thresholds: { healthy: 1, unhealthy: number('unhealthy-threshold') ?? 3 },
    statusCodes: statusCodes(text('status-codes')),
  };
}

/** Codes and ranges divided by commas; those that are none are left out. */
function statusCodes(value = '200-399'): { start: number; end: number }[] {
  const found = value.split(',').flatMap(each => {
    const [, start, end] = /^\s*(\d{3})(?:-(\d{3}))?\s*$/.exec(each) ?? [];
    return start === undefined
      ? []
      : [{ start: Number(start), end: Number(end ?? start) }];
  });
  return found.length > 0 ? found : [{ start: 200, end: 399 }];
}
