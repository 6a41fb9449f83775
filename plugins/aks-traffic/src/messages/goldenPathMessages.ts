/** What the fields of the golden path say. */
export const goldenPathMessages = {
  'move.plan': 'Plan the move',
  'move.planOf': 'Plan the move of {{service}}',
  'goldenPath.cluster': 'Cluster',
  'goldenPath.clusterHelp': 'Where the service is to run',
  'goldenPath.clustersFailed':
    'The clusters cannot be listed ({{reason}}). Write the name of the cluster.',
  'goldenPath.pattern': 'How traffic gets in',
  'goldenPath.patternsFailed':
    'The patterns cannot be read: {{reason}}. Go back, choose another cluster, or try again later.',
  'goldenPath.patternsLoading': 'Looking at what the cluster can run',
  'goldenPath.chooseClusterFirst': 'Choose a cluster first.',
  'goldenPath.recommended': 'Recommended',
  'goldenPath.notKnown': 'Not known whether the cluster can run it',
  'goldenPath.notOffered': 'Not offered here',
  'goldenPath.gives': 'Gives',
  'goldenPath.needs': 'Needs',
  'goldenPath.limits': 'Limits',
  'goldenPath.whenToUse': 'When to use',
  'goldenPath.never': 'Never offered to new services',
  'goldenPath.asOf': 'As of {{date}}',
  'goldenPath.egress': 'Way out',
  'goldenPath.egressCluster': 'The way of the cluster',
  'goldenPath.egressFailed':
    'What the cluster can do cannot be read: {{reason}}. Only its own way out is offered.',
  'goldenPath.repository': 'Repository',
  'goldenPath.repositoryLocal':
    'This portal publishes to a folder of its own machine.',
  'goldenPath.repositoryHosted': 'The service goes to {{address}}.',
  'goldenPath.nameFirst': 'Give the service a name first.',
} as const;
