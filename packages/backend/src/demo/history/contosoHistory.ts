/** A Service of the contoso estate that stood, or stands, on an ingress that is being retired. */
export interface PastService {
  /** `cluster/namespace/service`. */
  name: string;
  /** What it stood on. */
  system: 'app-routing-nginx' | 'http-application-routing' | 'ingress-nginx';
  /** How many days ago it came to stand on it. */
  sinceDaysAgo: number;
  /** How many days ago it moved off; absent for a Service that still stands on it. */
  movedDaysAgo?: number;
}

const managed = 'app-routing-nginx';
const community = 'ingress-nginx';

/** The day on which the campaign began, and the longest that the dashboard shows by itself. */
const beginning = 91;

/**
 * The campaign of Contoso before the demo was started: made up, as the whole estate is. Services that stand on
 * something else today moved there from NGINX, a few every other week.
 */
export const contosoHistory: readonly PastService[] = [
  ...moved(community, 84, [
    'aks-mesh-prod-neu/booking/booking-web',
    'aks-mesh-prod-neu/booking/fare-api',
  ]),
  ...moved(community, 70, ['aks-mesh-prod-neu/booking/seat-map']),
  ...moved(community, 63, ['aks-labs-dev-weu/sandbox/migrated-blog']),
  ...moved(community, 56, [
    'aks-edge-prod-weu/loyalty/loyalty-api',
    'aks-edge-prod-weu/loyalty/voucher-api',
  ]),
  ...moved(managed, 42, [
    'aks-web-auto-sdc/web/quotes',
    'aks-web-auto-sdc/web/search-api',
    'aks-web-auto-sdc/web/website',
  ]),
  ...moved(managed, 28, ['aks-web-auto-sdc/accounts/account-api']),
  ...moved(managed, 21, ['aks-orders-prod-neu/orders/order-api']),
  ...moved(managed, 14, [
    'aks-web-auto-sdc/edge/checkout',
    'aks-edge-prod-weu/campaigns/campaign-web',
  ]),
  ...moved(managed, 7, ['aks-edge-prod-weu/campaigns/promo-api']),
  ...staying(managed, beginning, [
    'aks-shop-prod-weu/partners/partner-api',
    'aks-shop-prod-weu/payments/payment-gateway',
    'aks-shop-prod-weu/shop/catalog-api',
    'aks-shop-prod-weu/shop/inventory-admin',
    'aks-shop-prod-weu/shop/order-api',
    'aks-shop-prod-weu/shop/storefront',
  ]),
  // A campaign has to catch what is new, too.
  ...staying(managed, 49, ['aks-kiosk-prod-neu/kiosk/kiosk-api']),
  ...staying(community, beginning, [
    'aks-legacy-prod-weu/intranet/hr-portal',
    'aks-legacy-prod-weu/intranet/phonebook',
    'aks-legacy-prod-weu/intranet/wiki',
    'aks-legacy-prod-weu/sales/crm',
    'factory-edge-01/line/vision-inspector',
  ]),
  ...staying('http-application-routing', beginning, [
    'aks-legacy-prod-weu/ops/status-page',
  ]),
];

/** Days on which a cluster could not be read, since a campaign never sees everything. */
export const contosoUnread = [
  { cluster: 'factory-edge-01', fromDaysAgo: 38, toDaysAgo: 33 },
];

function moved(
  system: PastService['system'],
  movedDaysAgo: number,
  names: string[],
): PastService[] {
  return staying(system, beginning, names).map(past => ({
    ...past,
    movedDaysAgo,
  }));
}

function staying(
  system: PastService['system'],
  sinceDaysAgo: number,
  names: string[],
): PastService[] {
  return names.map(name => ({ name, system, sinceDaysAgo }));
}
