export interface Question {
  title: string
  text?: string
  /** 按钮上写要做的事，如“退出企业” */
  action: string
}

/** 请用户确认一件不能撤销的事 */
export function ask({ title, text = '', action }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    uni.showModal({
      title,
      content: text,
      confirmText: action,
      confirmColor: '#1a5fb4',
      success: ({ confirm }) => resolve(confirm),
      fail: () => resolve(false),
    })
  })
}

/** 复制一段文字，再说一句 */
export function copy(text: string, said: string): void {
  uni.setClipboardData({ data: text, showToast: false, success: () => tell(said), fail: () => tell('没有复制成，请再点一次') })
}

export function tell(words: string): void {
  uni.showToast({ title: words, icon: 'none', duration: 2500 })
}
