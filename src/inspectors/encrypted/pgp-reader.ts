import { decodeUtf8 } from '../../text/decode';
import { limitReason } from '../budget';
import { unpackBzip2 } from '../archives/bzip2';
import { join } from '../bytes';
import { inflateRaw, inflateZlib } from '../archives/inflate';
import type { Inflated } from '../archives/inflate';
import type { InspectionContext } from '../inspector';
import type { Members } from '../members';
import { judgePackets, packetAt } from './pgp-packets';
import { DAMAGED } from '../sentences';

// Kinds of packets by their tags.
const COMPRESSED = 8;
const LITERAL = 11;
const USER_ID = 13;

/** Compressed packets within compressed packets: a file can be made to hold itself. */
const MOST_COMPRESSED = 8;
/** A large key ring has tens of thousands. */
const MOST_PACKETS = 50_000;

function* decompress(body: Uint8Array, context: InspectionContext): Generator<void, Inflated, void> {
  const { budget } = context;
  switch (body[0]) {
    case 1:
      return yield* inflateRaw(body, 1, body.length, budget);
    case 2:
      return yield* inflateZlib(body, 1, body.length, budget);
    case 3:
      return yield* unpackBzip2(body, 1, body.length, budget);
    default:
      return { data: body.subarray(1), ended: 'complete', next: body.length };
  }
}

/** Reads what open packets hold: literal data, compressed packets, the names on keys. */
export function* readPackets(context: InspectionContext, members: Members, bytes: Uint8Array): Generator<void, void, void> {
  const waiting = [bytes];
  let count = 0;
  for (let i = 0; i < waiting.length; i += 1) {
    const packets = waiting[i]!;
    if (i > 0 && judgePackets(packets) === 'encrypted') {
      members.addProtected('message');
      continue;
    }
    for (let at = 0; at < packets.length;) {
      const packet = packetAt(packets, at);
      count += 1;
      if (packet === null || count > MOST_PACKETS || context.budget.isOutOfTime()) {
        members.miss(packet === null ? DAMAGED : limitReason(count > MOST_PACKETS ? 'entries' : 'time'));
        break;
      }
      at = packet.next;
      if (packet.tag === USER_ID) members.addText({ place: 'user id', text: decodeUtf8(join(packet.chunks)) });
      if (packet.tag === LITERAL) {
        const body = join(packet.chunks);
        const nameEnd = 2 + (body[1] ?? 0);
        yield* members.add(decodeUtf8(body.subarray(2, nameEnd)) || 'message', body.subarray(Math.min(nameEnd + 4, body.length)));
      }
      if (packet.tag === COMPRESSED) {
        const unpacked = yield* decompress(join(packet.chunks), context);
        if (unpacked.ended !== 'complete')
          members.miss(unpacked.ended === 'limit' ? limitReason(context.budget.hit ?? 'size') : DAMAGED);
        if (waiting.length <= MOST_COMPRESSED) waiting.push(unpacked.data);
        else members.miss(limitReason('depth'));
      }
      if (at > packets.length) members.miss(DAMAGED);
    }
  }
}
