import { createClient, fetchTransport } from '@qihang/api-client'
import { session } from './session'

let onSignedOut = () => {}

/** What to do when the server no longer knows the token; the router sets it. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act
}

export const sessionLost = (): void => onSignedOut()

export const api = createClient({
  base: '',
  transport: fetchTransport,
  token: () => session.token,
  signedOut: sessionLost,
})
