import { styleNonce } from './theme'

interface Props {
  title: string
  /** A whole document, as it would leave. */
  html: string
  className: string | undefined
}

/** A document as it will leave: it runs nothing, and is shown with its own paper and styles. */
export function DocumentFrame({ title, html, className }: Props) {
  return <iframe title={title} className={className} sandbox="" srcDoc={withNonce(html)} />
}

/** The frame inherits this page's policy, so the document's own styles need this page's nonce. */
function withNonce(html: string): string {
  return html.replace('<style>', `<style nonce="${styleNonce()}">`)
}
