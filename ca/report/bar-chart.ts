// SPDX-License-Identifier: MIT
import { escapeHtml } from './escape-html.js';

export interface Bar {
  /** what a reader is told of it, before the value, e.g. `2027 Q1` */
  readonly name: string;
  readonly value: number;
  /** class of its colour; the legend says what it means */
  readonly kind: string;
}

/** Bars that stand together over one label. */
export interface BarGroup {
  readonly label: string;
  readonly bars: readonly Bar[];
}

export interface BarChart {
  /** unique on the page */
  readonly id: string;
  readonly title: string;
  /** for those who do not see it */
  readonly description: string;
  /** colours and their meanings, in words; left out where there is one colour */
  readonly legend: readonly (readonly [kind: string, meaning: string])[];
  readonly groups: readonly BarGroup[];
}

/** in units of the drawing, which is scaled to the width of the page */
const [width, height, left, top, bottom] = [960, 220, 36, 18, 26];
const widestGroup = 128;
const widestBar = 40;

/** A bar chart as inline SVG: lines for the scale, a value over each bar, and all of it in words too. */
export function barChart({ id, title, description, legend, groups }: BarChart): string {
  const highest = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  const step = niceStep(highest);
  const most = Math.ceil(highest / step) * step;
  const y = (value: number): number => round(top + height - (value / most) * height);
  const slot = Math.min((width - left) / Math.max(1, groups.length), widestGroup);
  const marks = Array.from({ length: most / step + 1 }, (_, at) => at * step);
  const scale = marks.map(
    (mark) =>
      `<line class="scale" x1="${left}" x2="${width}" y1="${y(mark)}" y2="${y(mark)}"/><text class="mark" x="${left - 6}" y="${y(mark) + 4}">${mark}</text>`,
  );
  const drawn = groups.map(({ label, bars }, at) => {
    const start = left + at * slot;
    const bar = Math.min((slot * 0.84) / Math.max(1, bars.length), widestBar);
    const first = start + (slot - bar * bars.length) / 2;
    const shapes = bars.map(({ name, value, kind }, index) => {
      const x = first + index * bar;
      const shape = `<rect class="${kind}" x="${round(x + bar * 0.06)}" y="${y(value)}" width="${round(bar * 0.88)}" height="${round(top + height - y(value))}" rx="1.5"/>`;
      const number = value === 0 ? '' : `<text x="${round(x + bar / 2)}" y="${round(y(value) - 4)}">${value}</text>`;
      return `<g><title>${escapeHtml(`${name}: ${value}`)}</title>${shape}${number}</g>`;
    });
    return `${shapes.join('')}<text class="label" x="${round(start + slot / 2)}" y="${top + height + 18}">${escapeHtml(label)}</text>`;
  });
  return `<figure>
<figcaption>${escapeHtml(title)}${legendOf(legend)}</figcaption>
<div class="wide"><svg viewBox="0 0 ${width} ${top + height + bottom}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${escapeHtml(title)}</title>
<desc id="${id}-desc">${escapeHtml(description)}</desc>
${[...scale, ...drawn].join('\n')}
</svg></div>
</figure>`;
}

function legendOf(legend: BarChart['legend']): string {
  const items = legend.map(([kind, meaning]) => `<li><span class="${kind}"></span>${escapeHtml(meaning)}</li>`);
  return items.length < 2 ? '' : `<ul class="legend">${items.join('')}</ul>`;
}

/** 1, 2 or 5 and zeros, so that there are no more than six lines */
function niceStep(highest: number): number {
  const tens = 10 ** Math.max(0, Math.floor(Math.log10(highest)) - 1);
  return [1, 2, 5, 10, 20, 50].map((factor) => factor * tens).find((step) => highest / step <= 5) ?? highest;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
