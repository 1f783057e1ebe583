/*
 * form.h - the forms in which a text states somebody's role.
 */
#ifndef WS_FORM_H
#define WS_FORM_H

#include <stdbool.h>
#include <stdint.h>

enum {
    WS_FORM_WORDS = 5, /* words of a statement that tell */
    WS_FORM_AGAIN = 2  /* as often as counts */
};

/* The forms, in no order. */
typedef enum ws_form {
    WS_FORM_TITLE,     /* Mayor Ana Ruiz */
    WS_FORM_LIST,      /* Mayors Ana Ruiz and Hugh Sallis: the second one */
    WS_FORM_BEFORE,    /* the mayor, Ana Ruiz */
    WS_FORM_BEHIND,    /* Ana Ruiz, mayor of Brill */
    WS_FORM_LOOSE,     /* Ana Ruiz, a Democrat: no office is known in it */
    WS_FORM_WHO_IS,    /* Ana Ruiz, who is mayor of Brill */
    WS_FORM_WHO_AS,    /* Ana Ruiz, who served as mayor */
    WS_FORM_WHO,       /* Ana Ruiz, who runs a shop */
    WS_FORM_IS,        /* Ana Ruiz is the mayor */
    WS_FORM_NOMINAL,   /* the mayor, elsewhere */
    WS_FORM_OF,        /* Ana Ruiz of the union */
    WS_FORM_OWNER,     /* the union's Ana Ruiz */
    WS_FORM_NEAR,      /* the Maine senator, right behind a name */
    WS_FORM_HONORIFIC, /* Dr. Ana Ruiz */
    WS_FORMS
} ws_form;

/* What a form tells, in hundredths of a logit: with so many words of sense, said
 * so often before, fresh where nothing told the role yet. O(1). */
int32_t ws_form_score(ws_form form, uint32_t words, uint32_t again, bool fresh);

#endif /* WS_FORM_H */
