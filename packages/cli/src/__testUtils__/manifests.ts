/** A shop behind community ingress-nginx on a public address, as one YAML stream. */
export const shop = `apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: edge
spec:
  controller: k8s.io/ingress-nginx
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ingress-nginx-controller
  namespace: ingress
  labels: &controller
    app.kubernetes.io/name: ingress-nginx
    app.kubernetes.io/component: controller
spec:
  selector:
    matchLabels: *controller
  template:
    metadata:
      labels: *controller
    spec:
      containers:
        - name: controller
          image: registry.k8s.io/ingress-nginx/controller:v1.15.1
          args:
            - /nginx-ingress-controller
            - --ingress-class=edge
            - --controller-class=k8s.io/ingress-nginx
            - --publish-service=ingress/ingress-nginx-controller
---
apiVersion: v1
kind: Service
metadata:
  name: ingress-nginx-controller
  namespace: ingress
spec:
  type: LoadBalancer
  selector: {app.kubernetes.io/name: ingress-nginx, app.kubernetes.io/component: controller}
  ports: [{port: 443}]
`;

export const web = `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector: {app: web}
  ports: [{port: 80}]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers: [{name: web, image: web}]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
spec:
  ingressClassName: edge
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: web, port: {number: 80}}}
`;

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000001';

/** Azure rows of a cluster, whose pods leave by a NAT gateway at 20.0.0.1. */
export function azureRows(cluster: string): unknown[] {
  const network = `${subscription}/resourceGroups/rg-net/providers/Microsoft.Network`;
  const vnet = `${network}/virtualNetworks/vnet-${cluster}`;
  return [
    {
      id: `${subscription}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/${cluster}`,
      name: cluster,
      type: 'microsoft.containerservice/managedclusters',
      sku: { name: 'Base' },
      properties: {
        networkProfile: { outboundType: 'userAssignedNATGateway' },
        agentPoolProfiles: [
          { name: 'user', vnetSubnetID: `${vnet}/subnets/nodes` },
        ],
      },
    },
    {
      id: vnet,
      name: `vnet-${cluster}`,
      type: 'microsoft.network/virtualnetworks',
      properties: {
        subnets: [
          {
            id: `${vnet}/subnets/nodes`,
            name: 'nodes',
            properties: { natGateway: { id: `${network}/natGateways/nat` } },
          },
        ],
      },
    },
    {
      id: `${network}/natGateways/nat`,
      name: 'nat',
      type: 'microsoft.network/natgateways',
      properties: {
        publicIpAddresses: [{ id: `${network}/publicIPAddresses/nat` }],
      },
    },
    {
      id: `${network}/publicIPAddresses/nat`,
      name: 'nat',
      type: 'microsoft.network/publicipaddresses',
      properties: { ipAddress: '20.0.0.1' },
    },
  ];
}
