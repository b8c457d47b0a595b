import type { ChartWords } from './en-chart.js'

export const chartInChinese: ChartWords = {
  others: (count) => `其余${count}个`,
  share: '占比',
  growth: '同比',
  revised: '此后修订',
  now: '现值',
  about: '约数',
  over: '超过',
  under: '不足',
  bounds: '公布值所代表的区间',
  unitAt: (unit, period) => (unit === '' ? period : `${period}（${unit}）`),
  total: '超出本图刻度，不画条形',
  ownScales: (fromZero, unit) =>
    `${unit === '' ? '' : `单位：${unit}。`}各小图刻度不同${fromZero ? '，均从零开始' : ''}。`,
  tiles: (what, isMap) =>
    isMap ? `${what}。每格一个省份，大致按所在位置排列。` : `${what}。每格一个类别，由大到小排列。`,
  growthNote: (isPrinted, isComputed) =>
    isPrinted ? `增速为公布值${isComputed ? '，标“≈”的为推算值' : ''}。` : '增速由公布的数值推算。',
  balance: '差额',
  printed: '公布值',
  computed: '推算值',
  computedDiffers: '推算值与公布值不一致',
  ownMean: '各期与本行平均值相比，平均值=100；低于60或不低于160的标出数字。',
  aroundZero: (number, unit) => `低于−${number}或不低于+${number}（${unit}）的标出数字。`,
  index: '低于60或不低于160的标出数字。',
  nothing: '所选范围内没有公布此类数据，也无法计算。',
  crosshairHelp: '方向键在图中移动，空格键固定，回车键查看出处，Esc 键退出。',
  enterOpens: '回车或点击查看出处',
  only: {
    onePeriod: '只有一个时期，此图用于比较多个时期。',
    notParts: '这些序列不是同一总体的组成部分。',
    severalMetrics: '地图一次只显示一项指标。',
    noGrowth: '没有公布增速，也无法计算。',
  },
}
