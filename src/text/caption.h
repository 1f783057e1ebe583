/*
 * caption.h - subtitles: SubRip and WebVTT.
 */
#ifndef WS_CAPTION_H
#define WS_CAPTION_H

#include "text/signs.h"

/* Whether a line is the times of a cue: "00:01,000 --> 00:04,000". */
bool ws_caption_is_time(const ws_signs *plain, ws_signs_line line);

/* Mark the numbers, times and tags. Cues are joined, up to one that begins with
 * a speaker's label, or a pause. O(len). */
void ws_caption_mark(ws_signs *plain);

#endif /* WS_CAPTION_H */
