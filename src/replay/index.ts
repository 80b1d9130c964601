export { budgetOf } from './budget';
export type { Budget, Spending } from './budget';
export type { Policies } from './replay-mail';
export { addResults, emptyResult, replayNamed, replayShard } from './run';
export type { Change, Result, UnreadMail } from './run';
export { FILES_IN_SHARD, heldFile, mailsIn, shardsOfBox } from './shard';
export type { NamedMail, OpenFile, Shard } from './shard';
export { spokenAt, spokenIn } from './tally';
export type { Counts, Slice, Tally } from './tally';
