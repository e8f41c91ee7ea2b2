/** What makes an element the panel of a tab of `TabList`. */
export const panelOf = (name: string, tab: string) => ({ id: `${name}-${tab}`, role: 'tabpanel', 'aria-labelledby': `${name}-${tab}-tab` })
