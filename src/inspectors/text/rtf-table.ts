import type { FlowWriter } from '../office/flow';

export interface TableState {
  /** Called before text that is to be seen: opens or ends cells, rows and tables. */
  beforeText(isInTable: boolean): void;
  startRow(): void;
  endCell(): void;
  endRow(): void;
  isInRow(): boolean;
}

/** RTF has no table, only rows one after the other, whose cells end but do not begin. */
export function makeTableState(flow: FlowWriter): TableState {
  let isTable = false;
  let isRow = false;
  let isCell = false;
  function startRow(): void {
    if (!isTable) {
      flow.divert(null);
      flow.startTable();
    }
    isTable = true;
    isRow = true;
  }
  function startCell(): void {
    if (!isCell) flow.startCell();
    isCell = true;
  }
  return {
    beforeText(isInTable) {
      if (isInTable && !isRow) startRow();
      if (isRow && isInTable) startCell();
      else if (isTable && !isInTable) {
        flow.divert(null);
        if (isRow) flow.endRow();
        flow.endTable();
        isTable = false;
        isRow = false;
        isCell = false;
      }
    },
    startRow,
    endCell() {
      startRow();
      startCell();
      flow.divert(null);
      flow.endCell(1);
      isCell = false;
    },
    endRow() {
      if (!isRow) return;
      flow.divert(null);
      flow.endRow();
      isRow = false;
      isCell = false;
    },
    isInRow: () => isRow,
  };
}
