/*
 * trade.h - "Stallholder Ana Ruiz": what somebody is, before the name.
 */
#ifndef WS_TRADE_H
#define WS_TRADE_H

#include "speaker/phrase.h"

/* Whether the capitalised word at token i, just before a given name and a
 * surname that end at last, tells what somebody is: a noun of a person, or, where
 * a sentence begins, a word in no list that ends as such nouns do. O(1). */
bool ws_is_trade(const ws_phrases *phrases, uint32_t i, uint32_t last);

#endif /* WS_TRADE_H */
