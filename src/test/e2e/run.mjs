// 用法：node run.mjs 地址 模拟器地址 演示账号清单 [流程名…]；每个流程一个文件，最后一行是通过几个、失败几个。
import { mkdirSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { launch } from './lib/browser.mjs';
import { System } from './lib/system.mjs';

const [base, sim, accounts, ...wanted] = process.argv.slice(2);
const folder = new URL('./journeys/', import.meta.url);
mkdirSync(process.env.SHOTS ?? 'target/screens', { recursive: true });

const browser = await launch();
const system = new System(browser, { base, sim, accounts });
let passed = 0;
let failed = 0;
for (const file of readdirSync(folder).filter((it) => it.endsWith('.mjs')).sort()) {
  const name = basename(file, '.mjs');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { default: journey } = await import(new URL(file, folder));
  const start = Date.now();
  system.faults = [];
  try {
    await journey(system);
  } catch (error) {
    system.faults.push(error.stack);
  }
  const wrong = system.faults.length > 0;
  if (wrong) failed++;
  else passed++;
  await system.close(wrong && name);
  console.log(`${wrong ? '失败' : '通过'} ${name}（${((Date.now() - start) / 1000).toFixed(1)} 秒）`);
  for (const fault of system.faults) console.log(fault.replace(/^/gm, '    '));
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
