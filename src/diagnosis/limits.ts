import type { ClientFacts } from '../domain';

/** The first requirement set in which Heed can check at Send. */
const CHECKS_FROM = 14;

/** What a client calls itself, and what people call it. */
const CLIENTS: { readonly [host: string]: string } = {
  OutlookWebApp: 'Outlook on the web',
  newOutlookWindows: 'new Outlook for Windows',
  Outlook: 'classic Outlook for Windows',
  OutlookMac: 'Outlook for Mac',
  OutlookIOS: 'Outlook for iPhone and iPad',
  OutlookAndroid: 'Outlook for Android',
};

export function clientName({ host }: ClientFacts): string {
  return host === null ? 'an Outlook that does not say which' : (CLIENTS[host] ?? host);
}

/** The part of a requirement set behind the dot; -1 when there is none. */
function minorOf(set: string | null): number {
  return set === null ? -1 : Number(/^1\.(\d+)$/.exec(set)?.[1] ?? -1);
}

export function checksAtSend(client: ClientFacts): boolean {
  return minorOf(client.mailboxSet) >= CHECKS_FROM;
}

/** What does not work, or works otherwise, in this client: a sentence each. */
export function limitsOf(client: ClientFacts): readonly string[] {
  const limits: string[] = [];
  const set = minorOf(client.mailboxSet);
  if (!checksAtSend(client)) {
    limits.push(`Sending is not checked in this Outlook: it has Mailbox ${client.mailboxSet ?? 'of no version it names'}, and the dialogs need 1.${CHECKS_FROM}. Only this pane works here.`);
  }
  if (client.host === 'OutlookIOS' || client.host === 'OutlookAndroid') limits.push('Outlook on phones and tablets runs no check at Send.');
  if (client.host === 'Outlook') {
    limits.push('Each send asks the host for the policy and waits 0.7 seconds. When the host is silent, the policy counts that came with the add-in when Outlook was started.');
    limits.push('Nothing is kept from one draft to the next, so the limit of dialogs a day counts for each draft.');
    limits.push('“Send to” from a folder is checked only with the group policy “Running Outlook for Simple MAPI Mail Sending”.');
    limits.push('In Work Offline nothing can be sent until you are online again.');
  }
  if (client.host === 'OutlookWebApp' || client.host === 'newOutlookWindows') {
    limits.push('A meeting is checked only when it is sent from a window of its own.');
    limits.push('An email that is sent before Heed has loaded goes unchecked, unless the mailbox policy has OnSendAddinsEnabled.');
  }
  if (client.host === 'OutlookMac') limits.push('An email that is sent before Heed has loaded goes unchecked, unless OnSendAddinsWaitForLoad is set.');
  if (checksAtSend(client) && set < 15) limits.push('The dialog is plain text here; its button stands in the place of “Don’t Send” in some versions.');
  if (!client.hasStorage && client.host !== 'Outlook') limits.push('This browser keeps nothing for Heed, so the policy is asked for at each draft.');
  return limits;
}
