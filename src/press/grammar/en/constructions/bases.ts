/** Qualifies a number, unless that is of an earlier period: "exports were more than 17.1 billion yuan a year earlier". */
export const bound = /\b(?:more|less|fewer) than\s*$/i
/** The same of the level of an earlier period: "8.9% less than the". */
export const boundOf = /\b(?:(?:more|less|fewer) than|above|below|under)\s+(?:(?:the|its)\s+)?$/i

/** Introduces the level of an earlier period behind that: "more than the exports recorded in September 2016 of". */
export const baseOfPeriod =
  /\b(?:than|from|on|over|against|below|above|compared (?:with|to)|relative to)\s+(?:the |its |an? )?(?:[a-z-]+ ){0,2}?(?:exports?|imports?|trade|surplus|deficit|shortfall|gap|balance|figure|value|total|level|turnover)(?: (?:surplus|deficit|balance|value|figure))?\s+(?:(?:recorded|registered|reported|posted|seen|observed|achieved|noted)\s+)?(?:in|for|during)\s+(?:the\s+)?of\s*$/i

/** Ends the words before a base that is a deficit. */
export const ofDeficit =
  /\b(?:deficit|shortfall)(?:\s+(?:[a-z]+ed\s+)?(?:in|for|during)\s+(?:the\s+)?(?=of))?\s*(?:of)\s*$/i
