import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'

interface State {
  failed: boolean
}

/** A screen that fails says so and leaves the rest of the window alive. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert" style={{ padding: 40, display: 'grid', gap: 12, justifyItems: 'start' }}>
        <h1>This screen stopped</h1>
        <p>Something went wrong in showing it. Your records are safe; nothing was changed.</p>
        <Button variant="default" onClick={() => this.setState({ failed: false })}>
          Try again
        </Button>
      </div>
    )
  }
}
