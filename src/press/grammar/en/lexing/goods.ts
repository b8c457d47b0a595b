import { memoizeByText } from '../../../../lib/memo.js'
import type { Vocabulary } from '../../../statement.js'

/** The nouns that name goods by themselves, as the headings of the HS and the SITC use them, in the singular. */
const goods = new Set(
  `abrasive acid adhesive aeroplane aircraft airplane alcohol almond aluminium aluminum alloy ammonia ammunition animal apparel apple appliance arm
  artwork asbestos asphalt automobile auto avocado bag ball bamboo banana barley battery bean bearing beef beer beet belt beverage bicycle bike biofuel
  biodiesel bitumen blanket boat boiler bolt book boot bottle brandy bread brick bulb bus butter cable cacao cake camera candle candy canola car caravan
  cardboard cargo carpet cashew cassava castor casting catalyst cattle caviar cement ceramic cereal charcoal cheese chemical cherry chicken chickpea chip
  chocolate cigar cigarette circuit citrus clinker clock cloth clothes clothing clove coal cobalt cocoa coconut cod coffee coil coin coke compound
  computer concentrate concrete condensate confectionery container converter cookie copper copra cord cork corn cosmetic cotton crab cracker crane crop
  crude crustacean cutlery dairy date detergent device diamond diesel diode dress drink drone drug durian dye dyestuff egg electricity electronics
  embroidery emerald engine equipment ethanol ethylene explosive fabric feed feedstock feedstuff felt ferroalloy ferronickel ferrochrome fertiliser
  fertilizer fibre fiber fillet film fish flour flower fluid foil food foodstuff footwear forging fruit fuel fur furnace furniture gadget garlic
  garment gas gasoil gasoline gelatine gem gemstone generator ginger glass glassware glove gold grain grape graphite groundnut gum gypsum handicraft
  handset hardware hay hazelnut headgear helicopter hemp herb herring hide honey hop horse hose hydrocarbon ingot ink insecticide instrument insulator
  iron jade jet jewel jewellery jewelry juice jute kerosene ketchup key knitwear lace lamb lamp laptop lard laser lathe lead leather leaf lemon lentil
  lighter lighting lightbulb lignite lime limestone linen linoleum lingerie liquor lithium livestock lobster lock locomotive log lorry lubricant lumber
  macadamia machine machinery magnesium magnet mackerel maize malt mango manganese manure marble margarine match mattress meal meat medicament medicine
  memory metal methane methanol mica microchip microphone milk mineral mirror mobile mohair molasses molybdenum monitor motor motorbike motorcycle mutton
  nail naphtha needle net newsprint nickel noodle nut oat octopus oil oilcake oilseed olive onion orange ore organ oyster
  pallet palm panel paper paperboard paraffin part pasta pastry pea peach peanut pear pearl pepper perfume perfumery pesticide petrochemical petrol petroleum
  pharmaceutical phone phosphate photocell photograph piano pigment pineapple pipe pistachio plane plant plastic plasticware platinum plate plum plywood
  polish polymer polyethylene polypropylene pomegranate porcelain pork potash potato poultry powder prawn printer processor propane
  prosthesis pulp pulse pump pumpkin quartz quinoa radio raisin railway rapeseed rayon reactor reagent receiver rebar refrigerator resin rice
  rifle rod roe root rope rubber rug rum rye saffron salmon salt sand sapphire sardine sauce sausage saw scallop scarf scrap screw seafood seed
  seedling semiconductor sensor sesame sheep sheet shellfish ship shirt shoe shrimp silicon silicone silk silver sisal skin skirt slag smartphone
  snack soap software soda sorghum soup soy soya soybean spacecraft spice spirit sponge squid starch steel stockings stone sugar suit sulphur sulfur
  sunflower sweater sweet switch synthetic syringe syrup tablet tallow tantalum tanker tapioca tea teak telephone television telecommunication tent
  terminal textile thread tile timber tin tire titanium tobacco toiletries tomato tool toothpaste towel toy tractor train trailer transformer transistor
  trousers truck tube tuna tungsten turbine tyre umbrella underwear uniform uranium urea utensil vaccine valve vanilla varnish vegetable vehicle veneer
  vessel video vinegar vodka wagon waste watch wax wagon weapon wheat wheel whisky whiskey wig wine wire wireless wolfram wood woodware wool yacht yam
  yarn yeast yogurt yoghurt zinc zirconium`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

const kinds = new Set(
  'accessory apparatus article asset base bar category component consumable item commodity good group material manufacture merchandise peripheral preparation produce product semi-manufacture set spare supply system unit ware'.split(
    ' ',
  ),
)

const singular = (word: string): string =>
  word
    .replace(/(?<=.{2})(?:ies)$/, 'y')
    .replace(/(?<=ch|sh|ss|x)es$/, '')
    .replace(/(?<=[^s'])s$/, '')

/** Indicates the name of goods: "frozen shrimps", "parts of machinery", "agricultural products". */
export const namesGoods = memoizeByText(nameGoods, 1000)

function nameGoods(words: string): boolean {
  const text = words
    .toLowerCase()
    .replace(/\s*[(][^()]*[)]/g, '')
    .replace(/^(?:the|its|all|other|various) /, '')
    .trim()
  if (text.length > 100 || /[^\p{sc=Latn}\s,&/-]/u.test(text)) return false
  if (notGoods.test(text)) return false
  return isGoods(text.split(/\s+of\s+/)[0] ?? '')
}

/** Adds the names of goods to a vocabulary, whose codes have few. */
export const withGoods = (vocabulary: Vocabulary): Vocabulary => ({
  ...vocabulary,
  dimensionOf: (words) => vocabulary.dimensionOf(words) ?? (namesGoods(words) ? 'PRODUCT' : null),
})

const notGoods =
  /^(?:due|thanks|because|owing|despite|amid|in|by|for|of|to|from|with|on|at|than|while|and|as|those|that|which|both|more|less)\b|\s(?:from|to|with|for|under|in|by|was|were|is|are)\s/

function isGoods(text: string): boolean {
  const list = text.split(/,\s*(?:and\s+)?|\s+(?:and|&|or)\s+|\//).filter((part) => part !== '')
  return (
    list.length > 0 && list.length < 12 && isOne(list.at(-1) ?? '') && list.every((part) => part.split(' ').length < 8)
  )
}

function isOne(text: string): boolean {
  const parts = text.split(/[\s-]+/)
  const last = singular(parts.at(-1) ?? '')
  return goods.has(last) || goods.has(parts.at(-1) ?? '') || (kinds.has(last) && parts.length > 1)
}
