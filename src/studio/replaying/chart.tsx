import { useTheme } from '@fluentui/react';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import type { Chart as ChartType } from 'chart.js';

export interface Bars {
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** Bars side by side. The numbers stand as a table beneath, so the picture itself is silent. The library is loaded here alone. */
export function Chart({ labels, series }: Bars): ReactElement {
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isGone = false;
    let chart: { destroy(): void } | null = null;
    let turn: ReturnType<typeof setTimeout> | undefined;
    void import(/* webpackChunkName: "studio-charts" */ 'chart.js').then(({ BarController, BarElement, CategoryScale, Chart: Charts, Legend, LinearScale, Tooltip }) => {
      Charts.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);
      // Each chart is drawn in a turn of its own, so that the page answers between them.
      turn = setTimeout(() => draw(Charts));
    });
    const draw = (Charts: typeof ChartType): void => {
      if (isGone || canvas.current === null) return;
      const colours = [theme.palette.themePrimary, theme.isInverted ? '#f2b85a' : '#b25d00'];
      const scale = { ticks: { color: theme.palette.neutralPrimary, precision: 0 }, grid: { color: theme.palette.neutralLight } };
      chart = new Charts(canvas.current, {
        type: 'bar',
        data: { labels: [...labels], datasets: series.map(({ name, values }, index) => ({ label: name, data: [...values], backgroundColor: colours[index] ?? theme.palette.neutralTertiary, borderColor: theme.palette.neutralPrimary, borderWidth: index, maxBarThickness: 44 })) },
        options: { animation: false, responsive: true, maintainAspectRatio: false, scales: { x: scale, y: { ...scale, beginAtZero: true } }, plugins: { legend: { labels: { color: theme.palette.neutralPrimary } } } },
      });
    };
    return () => {
      isGone = true;
      clearTimeout(turn);
      chart?.destroy();
    };
  }, [labels, series, theme]);
  return (
    <div style={{ height: 240, maxWidth: 760 }} aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
}
