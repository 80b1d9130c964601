import { launchBrowser } from './find-browser';
import { openWebStage, PROBES } from './web-stage';
test('x', async () => {
  const browser = await launchBrowser();
  const stage = await openWebStage(browser, PROBES);
  await stage.driver.load({ seed: { subject: 'First draft' } });
  await stage.driver.openCommand('messagePaneButton');
  const pane = await stage.paneFrame();
  await pane.waitForSelector('text=First draft');
  await pane.waitForTimeout(200);
  await stage.driver.openDraft({ subject: 'Second draft' });
  await pane.waitForTimeout(300);
  console.log((await stage.driver.log()).map(e=>e.runtime+' '+e.kind+' '+e.name+' '+e.detail.slice(0,200)).join('\n'), await pane.evaluate('JSON.stringify([typeof Office.context.mailbox.item, document.body.innerText])'), stage.errors);
  await browser.close();
}, 20000);
