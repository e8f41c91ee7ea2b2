import { OfflineError, parse, secondsOf, type Reply, type Request } from '@qihang/api-client'

/** 一次 uni.request；没有得到回答的（断网、超时）一律是 OfflineError */
export function send({ method, url, headers, body }: Request): Promise<Reply> {
  return new Promise((resolve, reject) => {
    uni.request({
      url,
      method: method as 'GET',
      header: headers,
      data: body,
      dataType: 'text',
      timeout: 20_000,
      success: ({ statusCode, data, header }) =>
        statusCode
          ? resolve({ status: statusCode, data: parse(data), retryAfter: secondsOf(header?.['Retry-After'] ?? header?.['retry-after']) })
          : reject(new OfflineError('no status')),
      fail: ({ errMsg }) => reject(new OfflineError(errMsg)),
    })
  })
}
