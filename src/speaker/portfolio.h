/*
 * portfolio.h - what an office is for: "Minister for Women and Equalities".
 */
#ifndef WS_PORTFOLIO_H
#define WS_PORTFOLIO_H

#include "speaker/phrase.h"

/* Whether the "and", "&" or comma at i, in a phrase that began at first, joins
 * two tasks of the office before: "Secretary of Housing [and] Urban Development
 * Ana Ruiz"; but "Head of Fenline and Chair of Tides". A bounded number of
 * looks. */
bool ws_joins_portfolio(const ws_phrases *phrases, uint32_t first, uint32_t i,
                        uint32_t limit);

/* "Water [and] Flooding Minister Ana Ruiz": whether the "and" at i joins tasks of
 * the office behind. A bounded number of looks. */
bool ws_joins_office(const ws_phrases *phrases, uint32_t first, uint32_t i,
                     uint32_t limit);

#endif /* WS_PORTFOLIO_H */
