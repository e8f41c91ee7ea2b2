/** 文件不能用，话可以直接显示 */
export class UnusableFile extends Error {}
