import {
  Area,
  AreaChart,
  CartesianGrid,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTexts } from '../../../hooks/useTexts';
import {
  BurnDown,
  BurnDownDay,
  labelAnchorOf,
  turningPointsOf,
} from '../../../model/dashboard/burnDown';
import { numberText } from '../../../text/numbers';
import { systemName } from '../../../text/names';
import { axisDayText, shortDayText, shortMonthText } from '../../../text/times';
import styles from './BurnDownAreas.module.css';
import { BurnDownTooltip } from './BurnDownTooltip';
import { chartHeight } from './chartHeight';

/** The chart library writes its own grey into the elements, which no style sheet can take back. */
const tick = { fill: 'var(--bui-fg-secondary)' };

/**
 * The burn-down as stacked areas, with the last days of support as lines and hatched days on which clusters could not
 * be read. It is one picture to a screen reader, described by what stands around it; the table says the same in numbers.
 */
export function BurnDownAreas(props: { burnDown: BurnDown }) {
  const { days, systems, unread, deadlines, domain } = props.burnDown;
  const texts = useTexts();
  const { t } = texts;
  return (
    <figure className={styles.figure} aria-label={t('burnDown.chartLabel')}>
      <ResponsiveContainer width="100%" height={chartHeight}>
        <AreaChart
          data={turningPointsOf(days)}
          margin={{ top: 24, right: 24, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <defs>
            <pattern
              id="aks-traffic-unread"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="2" height="6" className={styles.hatch} />
            </pattern>
          </defs>
          <CartesianGrid vertical={false} className={styles.grid} />
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={domain}
            tickFormatter={time => axisDayText(texts, { time, domain })}
            tick={tick}
            tickLine={false}
            minTickGap={40}
          />
          <YAxis
            allowDecimals={false}
            tickFormatter={value => numberText(texts, value)}
            tick={tick}
            tickLine={false}
            axisLine={false}
            width={48}
          />
          {systems.map((system, index) => (
            <Area
              key={system}
              name={systemName(texts, system)}
              dataKey={(day: BurnDownDay) => day.atRisk[system] ?? 0}
              stackId="systems"
              type="stepAfter"
              className={styles.area}
              stroke={`var(--chart-${(index % 6) + 1})`}
              fill={`var(--chart-${(index % 6) + 1})`}
              isAnimationActive={false}
            />
          ))}
          {unread.map(({ from, to }) => (
            <ReferenceArea
              key={from}
              x1={from}
              x2={to}
              fill="url(#aks-traffic-unread)"
              fillOpacity={1}
            />
          ))}
          {deadlines.map(({ system, time, precision }) => (
            <ReferenceLine
              key={system}
              x={time}
              className={styles.deadline}
              label={{
                value:
                  precision === 'month'
                    ? shortMonthText(texts, new Date(time))
                    : shortDayText(texts, new Date(time)),
                position: 'top',
                textAnchor: labelAnchorOf(time, domain),
                fill: 'var(--bui-fg-primary)',
                className: styles.deadlineLabel,
              }}
            />
          ))}
          <Tooltip content={<BurnDownTooltip systems={systems} />} />
        </AreaChart>
      </ResponsiveContainer>
      <ul className={styles.legend}>
        {systems.map((system, index) => (
          <li key={system}>
            <span
              className={styles.mark}
              style={{ background: `var(--chart-${(index % 6) + 1})` }}
              aria-hidden="true"
            />
            {systemName(texts, system)}
          </li>
        ))}
        {deadlines.length > 0 && (
          <li>
            <span className={styles.deadlineMark} aria-hidden="true" />
            {t('burnDown.deadline')}
          </li>
        )}
        {unread.length > 0 && (
          <li>
            <span className={styles.unreadMark} aria-hidden="true" />
            {t('burnDown.unread')}
          </li>
        )}
      </ul>
    </figure>
  );
}
