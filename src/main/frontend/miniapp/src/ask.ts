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

export function tell(words: string): void {
  uni.showToast({ title: words, icon: 'none', duration: 2500 })
}
