import { OfflineError, type FileLink } from '@qihang/api-client'
import { UnusableFile } from './unusable-file'

/** 用短时链接打开一个文件；图片在小程序里看，PDF 用手机的阅读器 */
export async function openFile({ url }: FileLink, contentType: string): Promise<void> {
  const image = contentType.startsWith('image/')
  // #ifdef H5
  if (image) uni.previewImage({ urls: [url] })
  else if (!window.open(url)) throw new UnusableFile('浏览器拦住了新窗口，请允许本页弹出窗口后再点一次')
  // #endif
  // #ifdef MP-WEIXIN
  const path = await download(url)
  if (image) uni.previewImage({ urls: [path] })
  else await show(path)
  // #endif
}

// #ifdef MP-WEIXIN
function download(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    uni.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) =>
        statusCode === 200 ? resolve(tempFilePath) : reject(new OfflineError(`download ${statusCode}`)),
      fail: ({ errMsg }) => reject(new OfflineError(errMsg)),
    })
  })
}

function show(filePath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    uni.openDocument({ filePath, fileType: 'pdf', success: () => resolve(), fail: () => reject(new UnusableFile('这部手机打不开这个文件，请换一部手机或在电脑上看')) })
  })
}
// #endif
