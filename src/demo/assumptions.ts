/**
 * What the simulator believes about the real host and nobody here can verify: each is a place where a passing test may
 * not mean a passing client. The code that leans on one names it in a comment, `Assumption: <id>`; a test keeps the two
 * lists equal. `source` says where the belief comes from; `ifWrong` what would differ for the add-in.
 */
export interface Assumption {
  readonly belief: string;
  readonly source: string;
  readonly ifWrong: string;
}

export const ASSUMPTIONS = {
  'event-text': {
    belief: 'The event object of a send event carries only its type and a source id.',
    source: 'No public source shows the text the host sends; the library copies whatever JSON it is given.',
    ifWrong: 'Handlers that read members of the event see others; Heed reads none.',
  },
  'event-function-name': {
    belief: 'The host names the handler by the FunctionName of the manifest, and the library matches it in any letter case.',
    source: 'The matching was read in the library; the name the host sends is inferred from the manifest reference.',
    ifWrong: 'The handler is not found: every client answers status 11101.',
  },
  'completed-without-options': {
    belief: 'event.completed() with no options lets the send go.',
    source: "Microsoft's own samples call it so on their failure paths; the outcome is not documented.",
    ifWrong: 'The send is stopped. Heed always passes allowEvent.',
  },
  'missing-function': {
    belief: 'Status 11101 (no such handler) is treated as "add-in is unavailable".',
    source: 'Inferred. One page of the documentation says people are blocked instead when associate is missing.',
    ifWrong: 'Soft block behaves as block for a wrong name.',
  },
  'second-answer': {
    belief: 'The first completion of an invocation counts and later ones are dropped, except in the classic client, where a later allow releases the mail while the dialog is open.',
    source: 'office-js issue 6656 for the exception; the rule itself is inferred from the invocation id.',
    ifWrong: 'More or fewer late answers have an effect.',
  },
  'older-options': {
    belief: 'A client below the requirement set of an option ignores the option.',
    source: 'The documentation marks each option with its set and says nothing of older clients.',
    ifWrong: 'An older client could refuse the whole answer.',
  },
  'slow-dialog-buttons': {
    belief: "While a soft-block or block check runs longer than five seconds the dialog offers one way back, Don't Send.",
    source: 'The documentation says people must wait and shows a picture we have no words for.',
    ifWrong: 'There is no way back before the check ends.',
  },
  'slow-then-allow': {
    belief: 'The classic client asks once more (Send, or not) when a check that ran longer than five seconds allows the send; others send at once.',
    source: 'office-js issues 4968 and 3860, both about Windows.',
    ifWrong: 'The extra click appears on more or fewer clients.',
  },
  'time-out-length': {
    belief: 'The host gives up after exactly five minutes, counted from the click, loading included.',
    source: 'Documentation says five minutes; issue 3540 says four to five; issue 6816 says loading counts.',
    ifWrong: 'The time-out dialog comes up to a minute earlier.',
  },
  'load-failure-time': {
    belief: 'A runtime that reports a load error makes the add-in unavailable at once; one that stays silent is only found by the five-minute limit.',
    source: 'Documentation names the "unavailable" dialog but not when it comes; issues 3946 and 3180 report five minutes on the web.',
    ifWrong: 'People wait longer or shorter before they may send unchecked.',
  },
  'runtime-life': {
    belief: 'Every event gets a runtime of its own, which ends when the event completes.',
    source: 'Documentation on runtimes; browser clients may keep the page, which the client switch "keeps event runtime" imitates.',
    ifWrong: 'Module state lives longer than one send.',
  },
  'pane-context': {
    belief: 'A pane that is open already is told of new context data by the event InitializationContextChanged; the wire name and number are those of a later library.',
    source: 'Names found in public copies of a later library; the payload is inferred.',
    ifWrong: 'An open pane shows old findings until it checks again.',
  },
  'take-action-opens': {
    belief: 'Take Action closes the dialog, leaves the draft open and opens the pane of that command with the context data.',
    source: 'Walkthrough of the documentation.',
    ifWrong: 'Order of closing and opening differs.',
  },
  'cloud-attachment-shape': {
    belief: 'A cloud attachment is listed with type 2 and its content has the format "url".',
    source: 'Type numbers and formats were read in the library; documentation says shared-link uploads are not listed at all.',
    ifWrong: 'Cloud files show up differently; links in the body are what Heed relies on.',
  },
  'item-attachment-content': {
    belief: 'An attached mail is handed out as the text of an .eml, not as base64.',
    source: 'Documentation of AttachmentContent.',
    ifWrong: 'The reader must decode it first.',
  },
  'delay-shape': {
    belief: 'delayDeliveryTime.getAsync answers milliseconds, or 0 when there is no schedule.',
    source: 'The 2022 library passes the value through; the types promise a Date.',
    ifWrong: 'A text or a Date arrives; Heed reads all three.',
  },
  'unresolved-hidden': {
    belief: 'Recipients that no directory resolved are not handed to add-ins.',
    source: 'office-js issues 1879 and 2636, called by design there.',
    ifWrong: 'They arrive with recipientType "other".',
  },
  'recipient-cap': {
    belief: 'A field answers at most 500 people in the classic client below set 1.16, all of them on a Mac and 1,000 elsewhere, without saying that it cut.',
    source: 'Documentation of Recipients.getAsync.',
    ifWrong: 'The count at which "at least" must be said differs.',
  },
  'changed-by-add-in': {
    belief: 'Changes made by an add-in raise the same events as changes made by a person.',
    source: 'Inferred from issue 5132, where a handler that changes recipients calls itself.',
    ifWrong: 'A pane that fixes the draft hears nothing of its own fix.',
  },
  'forbidden-in-events': {
    belief: 'Calls that are not allowed in event handlers are answered as unsupported (5000).',
    source: 'Documentation lists the calls; how they fail is not said.',
    ifWrong: 'They throw, or hang.',
  },
  'unknown-call': {
    belief: 'A call the host does not know is answered as unsupported (5000).',
    source: 'Inferred from wasSuccessful false being turned into 5000 by the library.',
    ifWrong: 'It is never answered.',
  },
  'too-many-changes': {
    belief: 'More than three attachment changes at once are accepted but unreliable; the simulator only reports them.',
    source: 'Documentation of limits: at most three simultaneous calls on web and new clients.',
    ifWrong: 'The fourth call fails.',
  },
  'labels-shape': {
    belief: 'Sensitivity labels are plain ids with names, and the catalogue says whether it is on.',
    source: 'Type definitions; the 2022 library has no such members, so the frame script adds them.',
    ifWrong: 'Where a policy names labels, every send says that the label could not be read.',
  },
  'classic-globals': {
    belief: 'The classic runtime has ECMAScript 2016 and later syntax, timers, fetch, XMLHttpRequest, console and Office, and nothing else.',
    source: 'Documentation on runtimes plus issues 3730, 4631, 4450, 5869, 3783; what is contradictory counts as absent.',
    ifWrong: 'More exists than we use, which does no harm.',
  },
  'classic-library': {
    belief: 'The library embedded in the classic client behaves like the Windows task-pane file of the npm package.',
    source: 'Same generation of object model; not the same file.',
    ifWrong: 'Calls can differ in shape in the classic client only.',
  },
  'mac-client': {
    belief: "The Mac client loads the page like a browser, has set 1.14, and names Don't Send after the action.",
    source: 'Documentation of runtimes, requirement sets and Smart Alerts; it runs here on the library file of the browser, not on its own.',
    ifWrong: 'Calls can differ in shape on a Mac only (office-js issues 6894, 6319, 6442 and 6535 speak of calls that hang there).',
  },
  'frame-sandbox': {
    belief: "Browser clients put the add-in's page in a sandboxed frame with scripts, its own origin, forms and popups.",
    source: 'Seen in public descriptions of add-in frames; the exact list is not documented.',
    ifWrong: 'Downloads, modals or navigation are allowed or refused differently.',
  },
  'offline-modes': {
    belief: 'In Work Offline mode a prompt-user send goes to the outbox unchecked and the other modes refuse.',
    source: 'Documentation of Smart Alerts for classic 2310 and later.',
    ifWrong: 'Other offline behaviour.',
  },
} as const satisfies Readonly<Record<string, Assumption>>;

export type AssumptionId = keyof typeof ASSUMPTIONS;
