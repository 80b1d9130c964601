import * as v from 'valibot';
import { defineRule } from '../domain';
import type { Finding } from '../domain';
import { matchesDomain } from '../recipients';
import { webAddress } from '../text';
import { domainsOption } from './option-kinds';

type Situation = 'link';

/** Services whose purpose is to hand files over, by their domains. */
const SHARES = (
  'wetransfer.com we.tl dropbox.com dropboxusercontent.com db.tt box.com mega.nz mega.io mediafire.com sendspace.com filemail.com transfernow.net ' +
  'fromsmash.com swisstransfer.com send-anywhere.com hightail.com pcloud.com pcloud.link sync.com icedrive.net terabox.com 4shared.com gofile.io ' +
  'file.io pixeldrain.com rapidgator.net uploadfiles.io ufile.io jumbomail.me dropsend.com wormhole.app share.icloud.com drive.proton.me ' +
  'jottacloud.com filedropper.com sharefile.com bittorrent.com thepiratebay.org'
).split(' ');

function isAt(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) => matchesDomain(domain, host) || matchesDomain(`*.${domain.replace(/^\*\./, '')}`, host));
}

export const unapprovedFileShare = defineRule({
  id: 'unapproved-file-share',
  title: 'Link to a file service that is not approved',
  why: 'A file at a service that nobody has looked at stays there when the term, the job and the account are over.',
  tips: {
    link: {
      saw: 'This has {count: a link|links} to {host}. The Trust does not share files there.',
      advice: 'share a OneDrive link with only the people who need it, or ask your line manager first.',
      brief: 'It has {count: a link|links} to {host}.',
    },
  },
  allowances: { host: 60 },
  situations: { link: 'warn' },
  appliesTo: ['message', 'appointment'],
  needs: ['body'],
  wants: [],
  options: v.strictObject({
    shareHosts: domainsOption(SHARES, 500, 'File services', 'Domains of services that hand files over. Links to all other sites are left alone.', 'T'),
  }),
  check: ({ body }, options, { organisation, evidence: { maxItems } }): readonly Finding<Situation>[] => {
    const hosts: string[] = [];
    for (const link of body.links) {
      const host = webAddress(link)?.host ?? null;
      if (host === null || hosts.includes(host)) continue;
      if (isAt(host, options.shareHosts) && !isAt(host, organisation.fileShares)) hosts.push(host);
    }
    if (hosts.length === 0) return [];
    return [
      {
        situation: 'link',
        values: { host: hosts.join(' and '), count: hosts.length },
        evidence: hosts.slice(0, maxItems).map((host) => ({ where: 'Link', masked: host, count: hosts.length })),
        concerns: hosts.map((host) => `link:${host}`),
      },
    ];
  },
});
