// SPDX-License-Identifier: MIT
import { escapeHtml } from './escape-html.js';

export interface Bar {
  readonly label: string;
  /** one for each series */
  readonly values: readonly number[];
}

export interface BarChart {
  readonly title: string;
  /** names of the series, in the order of the values */
  readonly series: readonly string[];
  readonly bars: readonly Bar[];
}

const height = 180;
const top = 24;
const slot = 46;

/** A bar chart as inline SVG: every value stands above its bar, and the text is there for screen readers. */
export function barChart({ title, series, bars }: BarChart): string {
  const highest = Math.max(1, ...bars.flatMap(({ values }) => values));
  const width = Math.max(bars.length * slot, 200);
  const barWidth = (slot - 12) / series.length;
  const shapes = bars.flatMap(({ label, values }, at) => [
    ...values.map((value, index) => {
      const tall = Math.round((value / highest) * height);
      const x = at * slot + 6 + index * barWidth;
      const y = top + height - tall;
      const number = value === 0 ? '' : `<text x="${x + barWidth / 2}" y="${y - 4}">${value}</text>`;
      const hint = `<title>${escapeHtml(`${label}, ${series[index] ?? ''}: ${value}`)}</title>`;
      return `<rect class="series${index}" x="${x}" y="${y}" width="${barWidth - 2}" height="${tall}">${hint}</rect>${number}`;
    }),
    `<text x="${at * slot + slot / 2}" y="${top + height + 16}">${escapeHtml(label)}</text>`,
  ]);
  const legend =
    series.length < 2
      ? ''
      : `<p class="legend">${series.map((name, index) => `<span class="series${index}"></span> ${escapeHtml(name)}`).join(' ')}</p>`;
  return `<figure><figcaption>${escapeHtml(title)}</figcaption>${legend}
<svg viewBox="0 0 ${width} ${top + height + 26}" width="${width}" role="img" aria-label="${escapeHtml(title)}">
${shapes.join('\n')}
</svg></figure>`;
}
