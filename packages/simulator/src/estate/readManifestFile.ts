import { LineCounter, parseAllDocuments } from 'yaml';
import type { EstateProblem } from './EstateError';
import { StoredObject } from './types';

/** One Kubernetes object of a file, with where it stands and the comment above it. */
export interface Manifest {
  object: StoredObject;
  file: string;
  line: number;
  document: number;
  /** The unbroken run of comment lines directly above the object. */
  comments: string[];
}

/** What a file holds, and what in it could not be read. */
export interface ManifestFile {
  manifests: Manifest[];
  problems: EstateProblem[];
}

/** Reads the Kubernetes objects of one YAML text with one or more documents. */
export function readManifestFile(text: string, file: string): ManifestFile {
  const lineCounter = new LineCounter();
  const lines = text.split('\n');
  const documents = parseAllDocuments(text, { lineCounter });
  const manifests: Manifest[] = [];
  const problems: EstateProblem[] = [];
  if (!Array.isArray(documents)) {
    return { manifests, problems };
  }

  let position = 0;
  for (const parsed of documents) {
    if (parsed.contents === null && parsed.errors.length === 0) {
      continue;
    }
    position += 1;
    if (parsed.errors.length > 0) {
      for (const error of parsed.errors) {
        problems.push({
          file,
          line: error.linePos?.[0].line,
          document: position,
          message: error.message.split('\n')[0],
        });
      }
      continue;
    }
    const start = parsed.contents?.range?.[0] ?? 0;
    const { line } = lineCounter.linePos(start);
    const place = { file, line, document: position };
    let value: unknown;
    try {
      value = parsed.toJS();
    } catch (error) {
      // Aliases are followed only here: an unknown one, or too many, is no syntax error.
      problems.push({ ...place, message: String(error) });
      continue;
    }
    const fault = whyNotAnObject(value);
    if (fault) {
      problems.push({ ...place, message: fault });
    } else {
      manifests.push({
        ...place,
        object: value as StoredObject,
        comments: commentsAbove(lines, line),
      });
    }
  }
  return { manifests, problems };
}

function commentsAbove(lines: string[], line: number): string[] {
  let first = line - 1;
  while (first > 0 && lines[first - 1].startsWith('#')) {
    first -= 1;
  }
  return lines.slice(first, line - 1);
}

function whyNotAnObject(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'is not a Kubernetes object';
  }
  const { apiVersion, kind, metadata } = value as Record<string, unknown>;
  if (typeof apiVersion !== 'string' || !apiVersion) {
    return 'has no apiVersion';
  }
  if (typeof kind !== 'string' || !kind) {
    return 'has no kind';
  }
  const name = (metadata as Record<string, unknown> | undefined)?.name;
  if (typeof name !== 'string' || !name) {
    return `is a ${kind} without metadata.name`;
  }
  return undefined;
}
