/** What permissions call a Service, such as `shop/web@aks-shop`. */
export function serviceRefOf(service: {
  cluster: string;
  namespace: string;
  service: string;
}): string {
  return `${service.namespace}/${service.service}@${service.cluster}`;
}
