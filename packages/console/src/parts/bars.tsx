import { Text } from "@mantine/core";
import classes from "./bars.module.css";

export type Bar = { readonly label: string; readonly value: number };

/** Numbers that people compare: a chart that is also a table for those who do not see it. */
export function Bars({ title, bars }: { readonly title: string; readonly bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <table className={classes.bars}>
      <caption>
        <Text fw={600}>{title}</Text>
      </caption>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.label}>
            <th scope="row">{bar.label}</th>
            <td className={classes.value}>{bar.value.toLocaleString("en-GB")}</td>
            <td className={classes.track} aria-hidden="true">
              <svg width="100%" height="14" preserveAspectRatio="none" viewBox="0 0 100 14">
                <title>{bar.label}</title>
                <rect className={classes.bar} width={(bar.value / most) * 100} height="14" rx="1" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
