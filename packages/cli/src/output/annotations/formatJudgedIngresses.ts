import {
  AnnotationTargetVerdict,
  AnnotationVerdict,
  InheritedEffect,
} from 'backstage-plugin-aks-traffic-common';
import { JudgedIngress } from 'backstage-plugin-aks-traffic-engine';
import { counted } from '../counted';
import { outputWidth, paragraph } from '../layout';
import { targetNames } from './targetNames';

/** Verdicts on Ingresses for people: each annotation and each inherited effect with what becomes of it. */
export function judgedIngressesTable(options: {
  ingresses: readonly JudgedIngress[];
  gaps: readonly string[];
  columns: number | undefined;
}): string {
  const { ingresses, gaps, columns } = options;
  const width = outputWidth(columns);
  const sections = [
    ...ingresses.map(ingress => ingressText(ingress, width)),
    ...(gaps.length === 0
      ? []
      : [
          [
            'Not seen:',
            ...gaps.map(text => paragraph({ first: '- ', text, width })),
          ].join('\n'),
        ]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function ingressText(
  { object, annotations, effects }: JudgedIngress,
  width: number,
): string {
  const name = [object.namespace, object.name].filter(Boolean).join('/');
  return [
    paragraph({
      first: '',
      text: `${object.kind} ${name}: ${counted(
        annotations.length,
        'annotation',
      )} of ingress-nginx, ${counted(effects.length, 'inherited effect')}`,
      width,
    }),
    ...annotations.map(verdict => annotationText(verdict, width)),
    ...effects.map(effect => effectText(effect, width)),
  ].join('\n');
}

function annotationText(verdict: AnnotationVerdict, width: number): string {
  const { name, value, status, nearest, problem, effective } = verdict;
  const about = [
    ...(status === 'unknown'
      ? [`nobody knows it; did you mean ${nearest}?`]
      : []),
    ...(status === 'removed' ? ['current releases do not read it'] : []),
    ...(effective === false ? ['has no effect'] : []),
    ...(effective === 'unknown' ? ['whether it has an effect is unknown'] : []),
  ];
  return [
    paragraph({
      first: '  ',
      text: `${name}: ${value?.trim() ?? '(withheld)'}${
        about.length === 0 ? '' : ` (${about.join('; ')})`
      }`,
      width,
    }),
    ...(problem === undefined
      ? []
      : [paragraph({ first: '    ! ', text: problem, width })]),
    ...targetsText(verdict.targets, width),
  ].join('\n');
}

function effectText(
  { id, message, targets }: InheritedEffect,
  width: number,
): string {
  return [
    paragraph({ first: '  ', text: `${id}: ${message}`, width }),
    ...targetsText(targets, width),
  ].join('\n');
}

/** One line for each outcome and reason, with the targets that share it. */
function targetsText(
  targets: readonly AnnotationTargetVerdict[],
  width: number,
): string[] {
  const lines = new Map<string, string[]>();
  for (const { target, outcome, reason, replacement } of targets) {
    const text = `${outcome}. ${reason}${
      replacement === undefined ? '' : ` Use ${replacement}.`
    }`;
    lines.set(text, [...(lines.get(text) ?? []), targetNames[target]]);
  }
  return [...lines].map(([text, names]) =>
    paragraph({
      first: '    - ',
      text: `${
        names.length === targets.length ? 'everywhere' : names.join(', ')
      }: ${text}`,
      width,
    }),
  );
}
