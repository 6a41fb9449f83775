import {
  createTranslationRef,
  TranslationFunction,
} from '@backstage/frontend-plugin-api';

/**
 * Every text of the plugin, so that an app can translate it or say things its own way.
 *
 * @public
 */
export const aksTrafficTranslationRef = createTranslationRef({
  id: 'plugin.aks-traffic',
  messages: {
    card: {
      title: 'Traffic',
      loading: 'Loading traffic',
      service: '{{service}} in namespace {{namespace}} on {{cluster}}',
      services_one: '{{count}} service',
      services_other: '{{count}} services',
      servicesOnClusters_one: '{{services}} on {{count}} cluster',
      servicesOnClusters_other: '{{services}} on {{count}} clusters',
      onCluster: '{{name}} on {{cluster}}',
      servicePlace: '{{namespace}} on {{cluster}}',
      tally: '{{name}}: {{number}}',
      showAll_one: 'Show all {{count}}',
      showAll_other: 'Show all {{count}}',
      showLess: 'Show less',
      showWhole_one: 'Show the whole value ({{count}} character)',
      showWhole_other: 'Show the whole value ({{count}} characters)',
      more_one: 'and {{count}} more',
      more_other: 'and {{count}} more',
      unrecognised: 'Not known to this version ({{value}})',
      conflict: 'Evidence conflicts',
      inferred: 'Inferred',
    },
    age: {
      justNow: 'just now',
      read: 'Read {{age}}',
      oldestRead: 'Oldest reading {{age}}',
      neverRead: 'Age not known: a cluster behind this has never been read',
    },
    ingress: {
      label: 'Ingress',
      system: 'System',
      moreSystems_one: 'and {{count}} more system',
      moreSystems_other: 'and {{count}} more systems',
      none: 'No entry point',
      noneFound: 'No entry point in what could be read',
      noneMeaning:
        'No Ingress, route or load balancer that leads to this service was found.',
      notAttached: 'Not attached',
      noneAttached: 'No controller has accepted it, so it lets nothing in.',
      attachmentUnknown: 'Attachment not known',
      byExternalIps: 'Through external IP addresses of the Service',
      entryPoints_one: '{{count}} entry point',
      entryPoints_other: '{{count}} entry points',
      hosts: 'Hosts',
      moreHosts_one: 'and {{count}} more host',
      moreHosts_other: 'and {{count}} more hosts',
      anyHost: 'Any host',
      noHost: 'None while it is not attached',
      paths: 'Paths',
      tls: 'TLS',
      addresses: 'Addresses',
      controller: 'Controller',
      workload: 'Workload',
      classes: 'Classes',
      image: 'Image',
      version: 'version {{version}}',
      retirement: 'Support',
      retirementSource: 'Source: {{source}}',
      lastDayIsMonthEnd:
        'The source names the month only; the date is the last day of it.',
    },
    exposure: {
      label: 'Exposure',
      noAddress: 'No address known',
      via: 'Through',
      frontDoor: 'Front Door {{name}}',
      privateLinkService: 'Private Link service {{name}}',
    },
    egress: {
      label: 'Egress',
      mechanism: 'Way out',
      noPathMeaning: 'Nothing that was read decides how it gets out.',
      addressesUnknown: 'Public addresses not known',
      pools_one: 'Pool {{pools}}',
      pools_other: 'Pools {{pools}}',
      onCluster: '{{place}} on {{cluster}}',
      nodeAutoProvisioning: 'of node auto-provisioning',
      hop: '{{kind}} {{name}}',
      proxied: 'HTTP clients are told to use the proxy {{proxy}}',
      proxy: 'HTTP proxy',
      proxyMeaning:
        'Clients that honour it go through the proxy; other traffic takes the path above.',
      hops: 'Path',
      publicAddresses: 'Public addresses',
      nodePools: 'Node pools',
      morePaths_one: '{{count}} more way out',
      morePaths_other: '{{count}} more ways out',
    },
    eastWest: {
      label: 'Inside the cluster',
      networkPolicy: 'Network policy',
      mesh: 'Service mesh',
      services: 'Services',
      notSurelyEnforced: '{{name}} (enforcement not known)',
      enforcementMeaning:
        'Which component carries policies out in this cluster is not known, so they may have no effect.',
    },
    risk: {
      label: 'Risk',
      inWhatWasRead: 'in what could be read',
      inWhatIsKnown: 'in what is known',
      wholeRead_one:
        'Everything was read, and no rule found anything about the service.',
      wholeRead_other:
        'Everything was read, and no rule found anything about the services.',
      partlyRead_one:
        'No rule found anything about the service in what could be read.',
      partlyRead_other:
        'No rule found anything about the services in what could be read.',
      partlyKnown:
        'Rules can only judge what is known, and how the traffic gets in or out is not fully known.',
      unknownMeaning: 'Too little was read to say.',
      findings_one: '{{count}} finding',
      findings_other: '{{count}} findings',
      elsewhere_one:
        '{{count}} other cluster was not fully read; more of this entity may run there.',
      elsewhere_other:
        '{{count}} other clusters were not fully read; more of this entity may run there.',
      findingsOfClusters_one: '{{count}} finding about the cluster',
      findingsOfClusters_other: '{{count}} findings about the cluster',
      ofCluster: 'About the cluster {{cluster}}',
      otherOfCluster_one:
        '{{count}} finding about something else in the cluster {{cluster}}',
      otherOfCluster_other:
        '{{count}} findings about other things in the cluster {{cluster}}',
      otherMeaning:
        'Nothing that was read leads traffic of this entity through these.',
      remediation: 'What to do',
      documentation: 'Documentation of rule {{rule}}',
      documentationAt: 'Documentation of rule {{rule}}: {{docs}}',
      moreFindings_one: '{{count}} more finding',
      moreFindings_other: '{{count}} more findings',
    },
    deadline: {
      daysLeft_one: '{{count}} day left',
      daysLeft_other: '{{count}} days left',
      lastDay: 'Last day',
      until: 'until {{date}}',
      passed: 'Deadline passed {{date}}',
      supportEnded: 'Support ended {{date}}',
      supportEndedByAnnouncement:
        'Support ended in {{month}} according to the last statement seen',
    },
    support: {
      supported: 'Supported',
      preview: 'Preview',
      noneAnnounced: 'No retirement announced',
      unknown: 'Support state not known',
      limited: 'Support limited',
      ends: 'Support ends {{date}}',
    },
    evidence: {
      none: 'The report names no evidence for this.',
      clusterScoped: '{{kind}} {{name}}',
      namespaced: '{{kind}} {{namespace}}/{{name}}',
    },
    coverage: {
      staleTitle: 'Stale: this is the last reading',
      partialTitle: 'Partly read',
      unreachableTitle: 'The cluster could not be read',
      refreshFailedTitle: 'Could not ask again',
      refreshFailed: 'This is the last answer. {{reason}}',
      lastRead: '{{cluster}}: last read {{age}}',
      neverRead: '{{cluster}}: never read',
      readAt: '{{cluster}}: read {{age}}',
      noReason: 'No reason was given.',
      elsewhereLabel: 'Elsewhere',
      elsewhere_one: '{{count}} of {{total}} clusters not fully read',
      elsewhere_other: '{{count}} of {{total}} clusters not fully read',
      elsewhereMeaning: 'More of this entity may run there.',
      listNotWhole: 'List of clusters not whole',
      listNotWholeMeaning:
        'Clusters may be missing from the list, and more of this entity may run in them:',
    },
    orphans: {
      label: 'Loose ends',
      count_one: '{{count}} object leads nowhere',
      count_other: '{{count}} objects lead nowhere',
    },
    states: {
      notAnnotatedTitle: 'Not linked to Kubernetes',
      notAnnotated:
        'Nothing says which Services belong to this entity. Add this to its catalog file, and the label of the same name and value to the Service, to the workload it selects, or to the route that leads to it:',
      notAnnotatedSelector:
        'A label selector in {{annotation}} works too, without a label of its own.',
      notFoundTitle_one: 'Not found in the cluster that could be read',
      notFoundTitle_other:
        'Not found in any of the {{count}} clusters that could be read',
      notLookedForTitle: 'Not known: no cluster could be read',
      clusterNotLookedForTitle:
        'Not known: the cluster {{cluster}} could not be read',
      noClustersTitle: 'Not known: no cluster has been read yet',
      unknownClusterTitle: 'The cluster {{cluster}} is not known',
      searchedFor:
        'Looked for Services, workloads and routes by {{annotation}} = {{value}}',
      inNamespace: 'in namespace {{namespace}}',
      inCluster: 'on cluster {{cluster}}',
      lookedAt: 'Looked at',
      notLookedAt: 'Could not be looked at',
      deniedTitle: 'You may not see this',
      denied:
        'Seeing the traffic of an entity needs the permission {{permission}}. Whoever runs this portal can grant it.',
      failedTitle: 'Traffic could not be loaded',
      retry: 'Try again',
    },
    system: {
      'app-routing-nginx': 'Application routing add-on (managed NGINX)',
      'app-routing-gateway-api': 'Application routing add-on (Gateway API)',
      'application-gateway-for-containers':
        'Application Gateway for Containers',
      'application-gateway-ingress-controller':
        'Application Gateway Ingress Controller (AGIC)',
      istio: 'Istio ingress gateway',
      'ingress-nginx': 'Community ingress-nginx',
      'http-application-routing': 'HTTP application routing add-on',
      'f5-nginx': 'F5 NGINX Ingress Controller',
      'nginx-gateway-fabric': 'NGINX Gateway Fabric',
      traefik: 'Traefik',
      haproxy: 'HAProxy ingress controller',
      contour: 'Contour',
      kong: 'Kong Ingress Controller',
      'envoy-gateway': 'Envoy Gateway',
      cilium: 'Cilium',
      'application-network': 'Azure Kubernetes Application Network',
      'load-balancer-service': 'Service of type LoadBalancer',
      'node-port-service': 'Service of type NodePort',
      other: 'Other ingress system',
      unknown: 'Ingress system not known',
    },
    exposureName: {
      public: 'Public',
      internal: 'Internal',
      'private-link': 'Private Link',
      'node-port': 'Node port',
      'cluster-only': 'Cluster only',
      pending: 'Pending',
      unknown: 'Exposure not known',
    },
    exposureMeaning: {
      public: 'reachable from the internet',
      internal: 'reachable from the virtual network and its peers',
      'private-link': 'reachable through a private endpoint',
      'node-port': 'reachable by whoever reaches a node',
      'cluster-only': 'reachable from inside the cluster',
      pending: 'an address was asked for and not given yet',
      unknown: 'what was read does not decide it',
    },
    egressName: {
      'azure-firewall': 'Azure Firewall',
      'network-virtual-appliance': 'Network virtual appliance',
      'virtual-network-gateway': 'Virtual network gateway',
      'nat-gateway': 'NAT gateway',
      'static-egress-gateway': 'Static Egress Gateway',
      'instance-public-ip': 'Public IP address of each node',
      'load-balancer': 'Load balancer',
      'default-outbound-access': 'Default outbound access',
      'no-internet': 'No way to the internet',
      unknown: 'Egress not known',
    },
    hopName: {
      'route-table': 'Route table',
      'azure-firewall': 'Azure Firewall',
      'network-virtual-appliance': 'Network virtual appliance',
      'virtual-network-gateway': 'Virtual network gateway',
      'nat-gateway': 'NAT gateway',
      'static-egress-gateway': 'Static Egress Gateway',
      'load-balancer': 'Load balancer',
      'node-public-ip': 'Node pool with public IP addresses',
      'default-outbound-access': 'Subnet with default outbound access',
      'http-proxy': 'HTTP proxy',
    },
    networkPolicyName: {
      unknown: 'Network policies not known',
      notEnforced: 'Network policies not enforced',
      none: 'No network policy',
      allowAll: 'Network policies allow everything',
      denyEgress: 'Outgoing traffic only where policies allow it',
      denyIngress: 'Incoming traffic only where policies allow it',
      denyBoth: 'Traffic in and out only where policies allow it',
    },
    networkPolicyMeaning: {
      unknown: 'Too little was read to say what limits traffic to the pods.',
      notEnforced:
        'Policies select the pods, but have no effect: the cluster has nothing that carries them out, or the pods use the network of their node.',
      none: 'No policy selects the pods: whatever can reach their addresses may connect, from any namespace.',
      allowAll:
        'Policies select the pods, and at least one of them allows everything.',
      denyEgress:
        'Connections from the pods are denied unless a policy allows them. Connections to them are not limited.',
      denyIngress:
        'Connections to the pods are denied unless a policy allows them. Connections from them are not limited.',
      denyBoth:
        'Connections to and from the pods are denied unless a policy allows them.',
    },
    meshName: {
      unknown: 'Mutual TLS not known',
      none: 'Not in a service mesh',
      disabled: 'Mutual TLS off',
      permissive: 'Mutual TLS accepted, not required',
      strict: 'Mutual TLS required',
    },
    meshMeaning: {
      unknown:
        'Too little was read to say whether a mesh encrypts traffic to the pods.',
      none: 'The pods are not part of an Istio mesh, so none encrypts their traffic or proves who is calling.',
      disabled:
        'The pods are part of a mesh whose mutual TLS is turned off for them.',
      permissive:
        'The pods are part of a mesh; they take encrypted connections with proven callers, and plain ones too.',
      strict:
        'The pods are part of a mesh and take only encrypted connections whose callers are proven.',
    },
    riskName: {
      critical: 'Critical',
      high: 'High',
      medium: 'Medium',
      low: 'Low',
      info: 'Info',
      none: 'No finding',
      unknown: 'Risk not known',
    },
    tlsName: {
      none: 'None',
      terminate: 'Terminated here',
      passthrough: 'Passed through to the service',
      mutual: 'Mutual',
      unknown: 'Not known',
    },
  },
});

/** Gives the text of a message. */
export type Translate = TranslationFunction<typeof aksTrafficTranslationRef.T>;
