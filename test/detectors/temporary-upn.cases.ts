import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: 'the pseudo code of the DfE guide', text: 'Temporary UPN: X00180001701A', values: ['X00180001701A'], level: 'high' },
    { name: 'a former temporary number', text: 'Former UPN N00120002601A', values: ['N00120002601A'], level: 'high' },
    { name: 'without words about it', text: 'Joining us: Q00120002602B', values: ['Q00120002602B'], level: 'medium' },
  ],
  cleared: [
    { name: 'a wrong check letter', text: 'Temporary UPN: A00180001701A' },
    { name: 'an S at the end, which is never used', text: 'Temporary UPN: X00180001701S' },
    { name: 'a part number of another length', text: 'Part X0018000170A for the boiler' },
  ],
};
