/** What is wrong with a choice, as a sentence with its remedy, and which choice. */
export interface ChoiceProblem {
  readonly choice: string;
  readonly message: string;
}

export type Chosen<T> = { readonly value: T } | { readonly problem: string };
