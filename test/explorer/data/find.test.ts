import { describe, expect, test } from 'vitest'
import { fitOf } from '../../../src/explorer/data/panels/find.js'

const places = [
  ['广东省', 'Guangdong', '广东'],
  ['江苏省', 'Jiangsu', '江苏'],
  ['浙江省', 'Zhejiang', '浙江'],
  ['广西壮族自治区', 'Guangxi', '广西'],
  ['新疆维吾尔自治区', 'Xinjiang Uygur', '新疆'],
  ['陕西省', "Xi'an", '西安'],
].map(([code = '', en = '', zh = '']) => ({ code, en, zh }))

/** The English names that a text finds, the best first. */
const found = (text: string): string[] =>
  places
    .flatMap((place) => {
      const fit = fitOf(place, text)
      return fit === null ? [] : [{ en: place.en, fit }]
    })
    .sort((one, other) => one.fit - other.fit)
    .map(({ en }) => en)

describe('a category is found by', () => {
  test.each([
    ['the beginning of its name', 'guang', ['Guangdong', 'Guangxi']],
    ['the beginning of a later word', 'uyg', ['Xinjiang Uygur']],
    ['its Chinese name', '江', ['Jiangsu', 'Zhejiang']],
    ['its code', '自治区', ['Guangxi', 'Xinjiang Uygur']],
    ['a name without its apostrophe', 'xian', ["Xi'an"]],
    ['a wrong letter', 'guengd', ['Guangdong']],
    ['a missing letter', 'gangdong', ['Guangdong']],
    ['a letter too many', 'jianngsu', ['Jiangsu']],
    ['two exchanged letters', 'zhejaing', ['Zhejiang']],
    ['some of its letters in order', 'gdg', ['Guangdong']],
    ['nothing that is far from it', 'lithium', []],
    ['an empty text', ' ', places.map(({ en }) => en)],
  ])('%s', (_, text, names) => expect(found(text)).toEqual(names))
})
