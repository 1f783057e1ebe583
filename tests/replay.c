/*
 * replay.c - the fuzz target over files, without libFuzzer: for any compiler,
 * for bisecting, and for the crashers of fixtures/fuzz in `make check`.
 */
#include "fixture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
    if (argc < 2)
        fixture_die("no files to replay", argv[0]);
    for (int i = 1; i < argc; i++) {
        struct fixture_buffer file = fixture_read(argv[i]);
        /* exactly as long as it is, so that ASan sees a byte too far */
        uint8_t *data = malloc(file.len + (file.len == 0));

        if (data == NULL)
            fixture_die("no memory", argv[0]);
        memcpy(data, file.bytes, file.len);
        printf("%s\n", argv[i]);
        fflush(stdout);
        LLVMFuzzerTestOneInput(data, file.len);
        free(data);
        free(file.bytes);
    }
    printf("%d files\n", argc - 1);
    return 0;
}
