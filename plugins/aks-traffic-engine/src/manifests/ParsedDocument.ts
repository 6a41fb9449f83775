/** Something in a document that could not be read. */
export interface DocumentProblem {
  /** Line in the whole text, from 1. */
  line: number;
  message: string;
}

/** The list that a value was an entry of, where it was read by itself. */
export interface EnclosingList {
  /** Kind and version of the list, which may say those of its items. */
  apiVersion: unknown;
  kind: string;
  /** Place in the list, from 0. */
  place: number;
}

/** One document of a text, or one item of a long one: its value, or why there is none. */
export type ParsedDocument = {
  /** Place of the document in the text, from 1. */
  number: number;
} & (
  | {
      line: number;
      value: unknown;
      /** Lines of the entries of its `items`, where they are known. */
      itemLines?: readonly number[];
      /** What keeps single entries of its `items` from being read. */
      itemProblems?: ReadonlyMap<number, DocumentProblem[]>;
      list?: EnclosingList;
    }
  | { problems: DocumentProblem[] }
);
