import { notifications } from '@mantine/notifications'
import type { AppError } from '@shared/errors'

/** @param autoClose how long it stays, in milliseconds: long enough to be read */
export function tell(message: string, autoClose = 5000): void {
  notifications.show({ message, autoClose, color: 'leaf' })
}

/** An error stays until it is read. */
export function tellError(error: Pick<AppError, 'message'>): void {
  notifications.show({ message: error.message, autoClose: false, color: 'red', role: 'alert' })
}

/** What was said of another file, or of this one at another place, is true no more. */
export function forgetNotices(): void {
  notifications.clean()
}
