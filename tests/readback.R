# readback.R PACKAGE FILE - a table as R reads it: cells with U+001F between
# them, records with U+001E at their ends.
words <- commandArgs(trailingOnly = TRUE)
file <- words[2]
tabs <- grepl("\\.tsv$", file)
mark <- if (tabs) "" else "\""
table <- switch(words[1],
  base = read.table(file, header = TRUE, sep = if (tabs) "\t" else ",",
    quote = mark, comment.char = "", colClasses = "character",
    na.strings = character(), fileEncoding = "UTF-8-BOM", check.names = FALSE),
  readr = readr::read_delim(file, delim = if (tabs) "\t" else ",",
    quote = mark, escape_double = TRUE, trim_ws = FALSE, na = character(),
    col_types = readr::cols(.default = "c"), progress = FALSE),
  data.table = data.table::fread(file, sep = if (tabs) "\t" else ",",
    quote = mark, colClasses = "character", na.strings = NULL,
    strip.white = FALSE, encoding = "UTF-8"))
out <- pipe("cat", "wb")
put <- function(cells) {
  line <- paste0(paste(enc2utf8(as.character(cells)), collapse = "\x1f"), "\x1e")
  writeBin(charToRaw(line), out)
}
put(names(table))
for (i in seq_len(nrow(table))) put(unlist(lapply(table, `[[`, i)))
close(out)
