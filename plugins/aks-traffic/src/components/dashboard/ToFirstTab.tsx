import { ReactNode } from 'react';
import { Navigate, useLocation, useParams } from 'react-router-dom';

/**
 * A page with tabs, whose own address leads to the first of them. Backstage sees to that as well, but drops the query,
 * which is the filter of a link that somebody wrote by hand.
 */
export function ToFirstTab(props: {
  /** Address of the first tab below the page; absent when the app has left them all out. */
  path: string | undefined;
  children: ReactNode;
}) {
  const { path, children } = props;
  const { search } = useLocation();
  const { '*': below } = useParams();
  return path !== undefined && below === '' && search !== '' ? (
    <Navigate to={{ pathname: path, search }} replace />
  ) : (
    <>{children}</>
  );
}
