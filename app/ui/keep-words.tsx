'use client';

import { Component, type ReactNode } from 'react';

/** Shows the words that the server sent also in the browser, if the content inside fails there. */
export class KeepWords extends Component<{ words: ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.words : this.props.children;
  }
}
