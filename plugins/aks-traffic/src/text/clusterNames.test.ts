import { englishTexts } from '../__testUtils__/englishTexts';
import { sourceName } from './clusterNames';

describe('sourceName', () => {
  it.each([
    ['azure', 'Azure'],
    ['config', 'Configuration'],
    ['in-cluster', 'The backend runs in it'],
    ['kubernetes-plugin', 'Kubernetes plugin'],
    ['cmdb', 'cmdb'],
    ['cmdb\u202e', 'cmdb\\u202e'],
  ])('of %j is %s', (source, name) => {
    expect(sourceName(englishTexts(), source)).toBe(name);
  });
});
