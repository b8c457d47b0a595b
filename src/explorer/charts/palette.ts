import type { Theme } from '../data/state.js'
import type { Palette } from './surface.js'

export const pagePalette: Palette = {
  ...{ card: 'var(--card)', ink: 'var(--ink)', quiet: 'var(--quiet)', grid: 'var(--grid)', rule: 'var(--rule)' },
  series: ['var(--s1)', 'var(--s2)', 'var(--s3)', 'var(--s4)', 'var(--s5)', 'var(--s6)'],
  ...{ others: 'var(--others)', othersText: 'var(--others-text)', bar: 'var(--bar)', barSoft: 'var(--bar-soft)' },
  ...{ up: 'var(--up)', down: 'var(--down)', aged: 'var(--aged)', alarm: 'var(--alarm)' },
  heat: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((shade) => `var(--heat-${shade})`),
}

/** The same colours for pictures, which have no style sheet. */
const plain: Readonly<Record<Theme, Palette>> = {
  light: {
    ...{ card: '#ffffff', ink: '#1a1d20', quiet: '#595f66', grid: '#ebe9e3', rule: '#e3e1da' },
    series: ['#0b5c8a', '#c2480a', '#177a63', '#4a1d5c', '#b8325f', '#6b2d00'],
    ...{ others: '#cfccc4', othersText: '#6f747a', bar: '#0b5c8a', barSoft: '#c9cfd3' },
    ...{ up: '#0b5c8a', down: '#c2480a', aged: '#7a5a00', alarm: '#a83a00' },
    heat: ['#c2480a', '#e48a52', '#f3bd97', '#fae1d1', '#f1f0eb', '#dbe8f2', '#a8cce2', '#5f9fca', '#0b5c8a'],
  },
  dark: {
    ...{ card: '#1b1f23', ink: '#e9e7e2', quiet: '#a9afb5', grid: '#2a3036', rule: '#32383e' },
    series: ['#6cb8ea', '#f5a15b', '#8fe3c0', '#a98af5', '#f586b0', '#f3e3a0'],
    ...{ others: '#454c53', othersText: '#959ca3', bar: '#5aa6d8', barSoft: '#434b52' },
    ...{ up: '#6cb8ea', down: '#f5a15b', aged: '#e5c56a', alarm: '#ffab73' },
    heat: ['#f5a15b', '#9c5d2c', '#7a5131', '#4a3a2e', '#2a2f34', '#283a47', '#2f5872', '#35719b', '#6cb8ea'],
  },
}

export const picturePalette = (theme: Theme): Palette => plain[theme]
