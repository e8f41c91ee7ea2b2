// 1.6 Mbit/s、来回 150 毫秒：最大内容 3 秒内出来，首屏之前不超过 250 KB。
import assert from 'node:assert/strict';
import { slow } from '../lib/browser.mjs';

const PAINT = 3000;
const BYTES = 250 * 1024;

export default async function (system) {
  const phone = await system.phone(`slow-${Date.now()}`);
  const session = await slow(phone);
  let received = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (received += encodedDataLength));
  await phone.addInitScript(() => {
    window.largest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.largest = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await phone.open('pages/policy/index');
  await phone.getByText('政策').filter({ visible: true }).first().waitFor();
  const before = received;
  await phone.waitForLoadState('networkidle');
  const largest = await phone.evaluate(() => window.largest);
  console.log(`    首屏 ${Math.round(before / 1024)} KB，最大内容 ${(largest / 1000).toFixed(2)} 秒`);
  assert.ok(before <= BYTES, `首屏之前 ${Math.round(before / 1024)} KB，应不超过 250 KB`);
  assert.ok(largest > 0 && largest <= PAINT, `最大内容 ${Math.round(largest)} 毫秒，应不超过 3 秒`);
}
