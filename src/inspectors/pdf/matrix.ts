import type { ObjectStore } from './store';
import { arrayOf, numberOf } from './values';
import type { PdfValue } from './values';

/** `a b c d e f` of ISO 32000-1, 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

export function matrixOf(store: ObjectStore, value: PdfValue | undefined): Matrix {
  const list = arrayOf(store, value);
  if (list.length < 6) return IDENTITY;
  const at = (index: number): number => numberOf(store, list[index], 0);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** The area of the unit square, which is what a picture fills. */
export function area(matrix: Matrix): number {
  return Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
}
