import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: 'the worked example, with its label', text: 'UCI: 689990980001D', values: ['689990980001D'], level: 'high' },
    { name: 'in groups', text: 'Candidate 68199 0 01 2058 G', values: ['68199 0 01 2058 G'], level: 'high' },
    { name: 'a centre abroad', text: 'UCI 68999B980001K', values: ['68999B980001K'], level: 'high' },
    { name: 'without words about it, which is weak', text: 'see 689990980001D', values: ['689990980001D'], level: 'low' },
    { name: "of a centre abroad, in small letters", text: "unique candidate identifier 68999b980001k", values: ["68999b980001k"], level: 'high' },
  ],
  cleared: [
    { name: 'a wrong check letter', text: 'UCI: 689990980001E' },
    { name: "a board's placeholder", text: 'UCI 999990140001X' },
    { name: 'a letter that is never a check letter', text: 'UCI 689990980001J' },
  ],
};
