import vm from 'node:vm';
import { pageScript, siteIn, withSite } from '../../src/deployment';
import { aroundScript, settingsAtASend } from '../../src/deployment/site-scripts';
import { siteOf } from '../hosted/signed';

test('the settings are an argument of the script, and can be written anew', () => {
  const built = aroundScript('said.push(HEED_SITE.origin);', siteOf({ origin: null }));
  const written = withSite(built, siteOf()) ?? '';
  const said: unknown[] = [];
  vm.runInNewContext(built, { said });
  vm.runInNewContext(written, { said });
  vm.runInNewContext(`${pageScript(siteOf())} said.push(HEED_SITE.policy.name);`, { said });
  expect(said).toEqual([null, 'https://heed.laat.example', 'LAAT']);
  expect(siteIn(written)).toEqual(settingsAtASend(siteOf()));
  expect(withSite(written, siteOf({ origin: null }))).toBe(built);
});

test('words that look like the end of a script stay words', () => {
  const policy = { ...siteOf().policy, name: '</script>})(/*heed-site*/ “é”\u2028' };
  const built = aroundScript('said.push(HEED_SITE.policy.name);', siteOf());
  const written = withSite(built, siteOf({ policy })) ?? '';
  const said: unknown[] = [];
  vm.runInNewContext(written, { said });
  expect(said).toEqual([policy.name]);
  expect(/[^\u0000-\u007e]|<\//.test(written)).toBe(false);
});

test('a script of somebody else has none', () => {
  expect(withSite('alert(1);', siteOf())).toBeNull();
  expect(siteIn('alert(1);')).toBeNull();
});

test('the script has of the policy what a send reads, and the pages have all of it', () => {
  const site = siteOf();
  const [reason] = site.policy.reasons;
  const script = aroundScript('', site);
  expect(script).toContain('Employees must not send abusive');
  expect(script).not.toContain(reason!.text);
  expect(script).not.toContain('offlinePackMaxDays');
  expect(pageScript(site)).toContain(reason!.text);
});

test('a rule that is off, and a clause that only it quotes, stand in the script only where a hosted policy may turn the rule on', () => {
  const followed = siteOf();
  const alone = siteOf({ key: null });
  const off = Object.keys(alone.policy.rules).filter((id) => !alone.policy.rules[id]!.on);
  expect(off).toContain('executable-attachment');
  const [held, kept] = [settingsAtASend(alone).policy, settingsAtASend(followed).policy];
  expect(Object.keys(held.rules)).toEqual(Object.keys(alone.policy.rules).filter((id) => !off.includes(id)));
  expect(Object.keys(kept.rules)).toEqual(Object.keys(followed.policy.rules));
  const clausesIn = (policy: typeof held): string[] => Object.keys(policy.documents).flatMap((id) => Object.keys(policy.documents[id]!.clauses));
  expect(clausesIn(kept).filter((id) => !clausesIn(held).includes(id)).sort()).toEqual(['LAAT-DATA-02', 'LAAT-PROH-E']);
  for (const id of Object.keys(held.rules)) for (const clause of held.rules[id]!.clauses) expect(clausesIn(held)).toContain(clause.id);
});
