// 走访照片先复制到本机，走访送到之后自己送。微信里存在用户文件目录，浏览器里存在 IndexedDB。
import { uuid } from '@/ids'
// #ifdef H5
import { who } from '@/store'
// #endif
import { UnusableFile } from '@/unusable-file'
import type { Picked } from '@/uploads'
import type { WaitingPhoto } from './queue'

const GONE = '照片已不在手机里，走访不受影响；要留照片的请打开走访重新加'
const FULL = '手机存储空间不够，这张照片没有存下；走访不受影响，可以清理后再加'

// #ifdef MP-WEIXIN
declare const wx: { env: { USER_DATA_PATH: string } }

function copyFile(srcPath: string, name: string): Promise<string> {
  const destPath = `${wx.env.USER_DATA_PATH}/${name}`
  return new Promise((resolve, reject) => {
    uni.getFileSystemManager().copyFile({ srcPath, destPath, success: () => resolve(destPath), fail: () => reject(new UnusableFile(FULL)) })
  })
}

function unlink(filePath: string): void {
  uni.getFileSystemManager().unlink({ filePath, fail: ({ errMsg }) => left(errMsg) })
}

function present(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    uni.getFileSystemManager().access({ path, success: () => resolve(), fail: () => reject(new UnusableFile(GONE)) })
  })
}
// #endif

// #ifdef H5
const PHOTOS = 'photos'
/** 一个浏览器里可以有几位，各管各的照片 */
const OWN = `${who}/`

function inDatabase<T>(mode: IDBTransactionMode, work: (photos: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('qihang', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(PHOTOS)
    opening.onerror = () => reject(new UnusableFile(FULL))
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(PHOTOS, mode)
      const request = work(transaction.objectStore(PHOTOS))
      transaction.oncomplete = () => {
        opening.result.close()
        resolve(request.result)
      }
      transaction.onabort = () => reject(new UnusableFile(FULL))
    }
  })
}

function erase(path: string): void {
  inDatabase('readwrite', (photos) => photos.delete(path)).catch(left)
}

function dataOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(new UnusableFile('这张照片读不出来，请换一张'))
    reader.readAsDataURL(blob)
  })
}
// #endif

/** 选好的照片复制出来，离开页面、退出小程序都还在；存不下的抛出能显示的话 */
export async function keepPhoto(photo: Picked): Promise<WaitingPhoto> {
  const { name, size, contentType } = photo
  const id = uuid()
  let path = id
  // #ifdef MP-WEIXIN
  path = await copyFile(photo.path, `photo-${id}.${contentType === 'image/png' ? 'png' : 'jpg'}`)
  // #endif
  // #ifdef H5
  path = OWN + id
  const data = await dataOf(photo.blob!)
  await inDatabase('readwrite', (photos) => photos.put(data, path))
  // #endif
  return { id, path, name, size, contentType }
}

/** 上传用得上的地址；照片已经不在手机里的抛出能显示的话，不当作没有网 */
export async function sendablePath(photo: WaitingPhoto): Promise<string> {
  let { path } = photo
  // #ifdef MP-WEIXIN
  await present(path)
  // #endif
  // #ifdef H5
  const data = await inDatabase<string | undefined>('readonly', (photos) => photos.get(photo.path))
  if (!data) throw new UnusableFile(GONE)
  path = data
  // #endif
  return path
}

/** 没有删掉的不挡着人办事；没有人要的，下次打开时由 dropAllBut 再删 */
function left(failure: unknown): void {
  console.warn(`照片没有从手机里删掉，下次打开再删：${String(failure)}`)
}

/** 不再需要的，从手机里删掉 */
export function drop(photo: WaitingPhoto): void {
  // #ifdef MP-WEIXIN
  unlink(photo.path)
  // #endif
  // #ifdef H5
  erase(photo.path)
  // #endif
}

/** 手机里不属于这些照片的，都删掉：退出登录时没有存下的草稿、上次没有删成的，照片不留在手机里 */
export function dropAllBut(photos: WaitingPhoto[]): void {
  // #ifdef MP-WEIXIN
  const files = uni.getFileSystemManager()
  const wanted = new Set(photos.map((it) => it.path))
  files.readdir({
    dirPath: wx.env.USER_DATA_PATH,
    success: ({ files: found }) => {
      for (const name of found.filter((it) => it.startsWith('photo-'))) {
        const filePath = `${wx.env.USER_DATA_PATH}/${name}`
        if (!wanted.has(filePath)) unlink(filePath)
      }
    },
    fail: ({ errMsg }) => left(errMsg),
  })
  // #endif
  // #ifdef H5
  const kept = new Set(photos.map((it) => it.path))
  inDatabase('readonly', (all) => all.getAllKeys()).then(
    (keys) => keys.map(String).filter((it) => it.startsWith(OWN) && !kept.has(it)).forEach(erase),
    left,
  )
  // #endif
}
