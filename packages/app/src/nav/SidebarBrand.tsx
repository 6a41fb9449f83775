import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  link: {
    display: 'flex',
    alignItems: 'center',
    height: 2 * sidebarConfig.logoHeight,
    paddingLeft: 20,
    gap: 14,
    color: '#fff',
    fontWeight: 600,
    fontSize: 18,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
});

export function SidebarBrand() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();

  return (
    <Link
      to="/"
      underline="none"
      className={classes.link}
      aria-label="Contoso developer portal, home"
    >
      <img src="/icon.svg" alt="" width={32} height={32} />
      {isOpen && <span>Contoso</span>}
    </Link>
  );
}
