/** 这个小程序服务的县 */
export const county = import.meta.env.VITE_QIHANG_COUNTY ?? '371525'

/** 服务器地址；H5 与页面同一地址，为空 */
export const server = import.meta.env.VITE_QIHANG_SERVER ?? ''
