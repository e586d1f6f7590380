const apple = navigator.userAgent.includes('Mac OS')

/** The key that shortcuts are made with, as the keyboard calls it. */
export const modKey = apple ? '⌘' : 'Ctrl'
