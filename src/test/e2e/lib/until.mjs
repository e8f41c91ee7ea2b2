// 等到成立为止，不猜要等多久
export async function until(what, ask, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`等了 ${seconds} 秒，${what}还没有等到`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
