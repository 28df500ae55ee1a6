'use client';

import { useRouter } from 'next/navigation';
import { Component, type ReactNode, startTransition } from 'react';
import { ChartFailed } from './chart-states';

type Props = { readonly title: string; readonly children: ReactNode };
type Failure = Error & { readonly digest?: string };

/** A chart that could not be read takes nothing else of the page with it. */
export function ChartBoundary({ title, children }: Props) {
  const router = useRouter();
  return (
    <Boundary title={title} refresh={router.refresh}>
      {children}
    </Boundary>
  );
}

type State = { readonly failure: Failure | null };

class Boundary extends Component<Props & { readonly refresh: () => void }, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(failure: Failure) {
    return { failure };
  }

  retry = () =>
    startTransition(() => {
      this.props.refresh();
      this.setState({ failure: null });
    });

  override render() {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return <ChartFailed title={this.props.title} digest={failure.digest} retry={this.retry} />;
  }
}
