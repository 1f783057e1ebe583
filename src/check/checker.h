/*
 * checker.h - what the tests ask of a checker.
 */
#ifndef WS_CHECKER_H
#define WS_CHECKER_H

#include "whosaid.h"

/* Work done so far, as the rooms count it. */
uint64_t ws_checker_steps(const whosaid_checker *checker);

#endif /* WS_CHECKER_H */
