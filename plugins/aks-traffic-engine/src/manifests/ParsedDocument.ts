/** Something in a document that could not be read. */
export interface DocumentProblem {
  /** Line in the whole text, from 1. */
  line: number;
  message: string;
}

/** One document of a text: its value, or why there is none. */
export type ParsedDocument =
  | { line: number; value: unknown }
  | { problems: DocumentProblem[] };
