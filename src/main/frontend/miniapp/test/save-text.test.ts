import { beforeEach, expect, it, vi } from 'vitest'
import { saveText } from '@/save-text'

// 测试里两种平台的代码都在：浏览器的先做，微信的结果算数
const written = vi.fn()
const removed = vi.fn()
let share: ((options: Options) => void) | undefined

interface Options {
  filePath: string
  fileName: string
  success: () => void
  fail: (failure: { errMsg: string }) => void
  complete: () => void
}

beforeEach(() => {
  written.mockReset()
  removed.mockReset()
  share = undefined
  vi.stubGlobal('uni', { ...uni, getFileSystemManager: () => ({ writeFileSync: written, unlink: removed }) })
  vi.stubGlobal('wx', {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    get shareFileMessage() {
      return share
    },
  })
})

it('微信里写成文件发出去，发完不在手机里留底', async () => {
  share = ({ success, complete }) => {
    success()
    complete()
  }
  expect(await saveText('资料.txt', '一句话')).toBe('SHARED')
  expect(written).toHaveBeenCalledWith('wxfile://usr/资料.txt', '一句话', 'utf8')
  expect(removed.mock.calls[0][0].filePath).toBe('wxfile://usr/资料.txt')
})

it.each([
  ['shareFileMessage:fail cancel', 'CANCELLED'],
  ['shareFileMessage:fail unsupported', 'IMPOSSIBLE'],
])('%s：%s', async (errMsg, saving) => {
  share = ({ fail, complete }) => {
    fail({ errMsg })
    complete()
  }
  expect(await saveText('资料.txt', '一句话')).toBe(saving)
  expect(removed).toHaveBeenCalledTimes(1)
})

it('基础库太旧、空间不够：说给不了，由页面复制', async () => {
  expect(await saveText('资料.txt', '一句话')).toBe('IMPOSSIBLE')
  share = vi.fn()
  written.mockImplementation(() => {
    throw new Error('saveFile:fail the maximum size of the file storage limit is exceeded')
  })
  expect(await saveText('资料.txt', '一句话')).toBe('IMPOSSIBLE')
  expect(share).not.toHaveBeenCalled()
})
