import type { Deployment } from '../domain';

/** `oakfield=100, out-of-hours=25`: what schools and rules have of their own. */
export function sharesInWords({ rollout: { schools = {}, rules = {} } }: Pick<Deployment, 'rollout'>): string {
  return Object.entries({ ...schools, ...rules })
    .map(([name, share]) => `${name}=${share}`)
    .join(', ');
}

/** Whom a deployment is for: `5 % of mailboxes, and always it@school.example, oakfield; oakfield=100`. Of those always in, `named` are named. */
export function whoInWords(deployment: Pick<Deployment, 'rollout'>, named = Infinity): string {
  const { percent, rings } = deployment.rollout;
  const shares = sharesInWords(deployment);
  const always = rings.length > named ? `${rings.slice(0, named).join(', ')} and ${rings.length - named} more` : rings.join(', ');
  return `${percent} % of mailboxes${always === '' ? '' : `, and always ${always}`}${shares === '' ? '' : `; ${shares}`}`;
}

/** How many of those always in are named where a deployment is told in one line. */
const NAMED_IN_SHORT = 5;

/** `number 7, warn, 5 % of mailboxes, and always oakfield`, with the moment it was signed where that is asked for. */
export function deploymentInShort(deployment: Deployment, hasMoment = false): string {
  const { serial, mode, issued } = deployment;
  return `number ${serial}${hasMoment ? ` of ${issued.slice(0, 16).replace('T', ' ')} UTC` : ''}, ${mode}, ${whoInWords(deployment, NAMED_IN_SHORT)}`;
}
