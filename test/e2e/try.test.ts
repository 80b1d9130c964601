import { launchBrowser } from './find-browser';
import { openServedStage, openWebStage } from './web-stage';
test('x', async () => {
  const browser = await launchBrowser();
  const stage = await openServedStage(browser, { viewport: { width: 1360, height: 860 } });
  const { page } = stage;
  const say = async (n: string) => console.log(n, JSON.stringify(await stage.driver.state()), JSON.stringify((await stage.driver.violations()).map(v=>v.what)), stage.errors, stage.offMachine, (await stage.driver.log()).filter(e=>e.kind==='answer').map(e=>e.name+' '+e.milliseconds).join(' '));
  for (const id of ['sen-register-to-gmail','briefing-for-all-staff','blank-subject','ordinary']) {
    await page.click(`[data-sample="${id}"]`);
    await page.waitForTimeout(400);
    const t = Date.now();
    await page.click('#send');
    await stage.driver.settle(); 
    await say(id + ' ' + (Date.now()-t));
    if (id==='sen-register-to-gmail') await page.screenshot({ path: '/tmp/h1.png' });
    if (await page.locator('[data-button="take-action"]').count() > 0) { await page.click('[data-button="take-action"]'); await page.waitForTimeout(2500); await page.screenshot({ path: `/tmp/h-${id}.png` }); }
  }
  await stage.close(); await browser.close();
}, 60000);
