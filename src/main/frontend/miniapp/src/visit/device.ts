// 这部手机（这一次安装）的编号：用来看出两部手机改了同一条走访，不是设备标识，卸载后就没有了。
import { uuid } from '@/ids'
import { keep, kept } from '@/store'

export function device(): string {
  const known = kept<string>('device.install')
  if (known) return known
  const made = uuid()
  keep('device.install', made)
  return made
}
