'use client';

import { Component, type ReactNode } from 'react';

/** Shows the same words in the browser that the server sent when what is inside failed there. */
export class KeepWords extends Component<{ words: ReactNode; children: ReactNode }, { failed: boolean }> {
  state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  render() {
    return this.state.failed ? this.props.words : this.props.children;
  }
}
