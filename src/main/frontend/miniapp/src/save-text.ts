// #ifdef MP-WEIXIN
declare const wx: {
  env: { USER_DATA_PATH: string }
  /** 基础库 2.16.1 起有 */
  shareFileMessage?: (options: {
    filePath: string
    fileName: string
    success: () => void
    fail: (failure: { errMsg: string }) => void
    complete: () => void
  }) => void
}
// #endif

/** 存好了、交给微信转发了、用户自己取消了；这部手机给不了文件 */
export type Saving = 'SAVED' | 'SHARED' | 'CANCELLED' | 'IMPOSSIBLE'

/** 把一段文字做成文件交给用户：浏览器里下载，微信里发给自己或“文件传输助手”，发完不在手机里留底。要在点按时调用 */
export function saveText(name: string, text: string): Promise<Saving> {
  let saving = Promise.resolve<Saving>('IMPOSSIBLE')
  // #ifdef H5
  saving = Promise.resolve(downloaded(name, text))
  // #endif
  // #ifdef MP-WEIXIN
  saving = shared(name, text)
  // #endif
  return saving
}

// #ifdef H5
function downloaded(name: string, text: string): Saving {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return 'SAVED'
}
// #endif

// #ifdef MP-WEIXIN
function shared(name: string, text: string): Promise<Saving> {
  const files = uni.getFileSystemManager()
  const filePath = `${wx.env.USER_DATA_PATH}/${name}`
  const share = wx.shareFileMessage
  if (!share) return Promise.resolve('IMPOSSIBLE')
  try {
    files.writeFileSync(filePath, text, 'utf8')
  } catch {
    return Promise.resolve('IMPOSSIBLE')
  }
  return new Promise((resolve) => {
    share({
      filePath,
      fileName: name,
      success: () => resolve('SHARED'),
      fail: ({ errMsg }) => resolve(errMsg.includes('cancel') ? 'CANCELLED' : 'IMPOSSIBLE'),
      complete: () => files.unlink({ filePath, fail: () => {} }),
    })
  })
}
// #endif
