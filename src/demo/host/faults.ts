/** What can be made to go wrong with a call. `throws` and `is-missing` happen in the add-in's frame, the rest at the host. */
export type FaultKind = 'hangs' | 'is-slow' | 'fails' | 'answers-twice' | 'answers-empty' | 'throws' | 'is-missing';

export interface Fault {
  /** The API as code writes it after `item.`: `body.getAsync`, `getAttachmentContentAsync`; `*` is every call. */
  readonly api: string;
  readonly kind: FaultKind;
  /** For `is-slow`: host milliseconds before the answer. */
  readonly milliseconds?: number;
  /** For `fails`: the error code, 5001 when it is left out. */
  readonly code?: number;
  /** Only for the attachment of this name. */
  readonly attachment?: string;
  /** How often it strikes; always when it is left out. */
  readonly times?: number;
}

/** Calls that concern a whole runtime rather than one API. */
export type RuntimeFault = 'none' | 'load-error' | 'never-ready' | 'no-item' | 'offline';

export interface FaultBox {
  list(): readonly Fault[];
  set(faults: readonly Fault[]): void;
  runtime(): RuntimeFault;
  setRuntime(fault: RuntimeFault): void;
  /** The fault that strikes this call, counted down. */
  strike(api: string, attachmentName: string | null): Fault | null;
  /** APIs that the frame script hides or makes throw. */
  inFrame(): { readonly missing: readonly string[]; readonly throwing: readonly string[] };
}

export function createFaultBox(): FaultBox {
  let faults: readonly Fault[] = [];
  let left = new Map<Fault, number>();
  let runtimeFault: RuntimeFault = 'none';
  const isHostSide = (fault: Fault): boolean => fault.kind !== 'throws' && fault.kind !== 'is-missing';
  return {
    list: () => faults,
    set: (next) => {
      faults = next;
      left = new Map(next.map((fault) => [fault, fault.times ?? Infinity]));
    },
    runtime: () => runtimeFault,
    setRuntime: (fault) => {
      runtimeFault = fault;
    },
    strike: (api, attachmentName) => {
      for (const fault of faults) {
        const isMeant = fault.api === '*' || fault.api === api;
        const isThisFile = fault.attachment === undefined || fault.attachment === attachmentName;
        const strikesLeft = left.get(fault) ?? 0;
        if (!isHostSide(fault) || !isMeant || !isThisFile || strikesLeft <= 0) continue;
        left.set(fault, strikesLeft - 1);
        return fault;
      }
      return null;
    },
    inFrame: () => ({
      missing: faults.filter((fault) => fault.kind === 'is-missing').map((fault) => fault.api),
      throwing: faults.filter((fault) => fault.kind === 'throws').map((fault) => fault.api),
    }),
  };
}
