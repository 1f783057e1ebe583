/*
 * run.c - run a command and say what it took: seconds by the clock, peak
 * memory in KiB.
 *
 *     bench_run OUTPUT COMMAND [ARGUMENT...]
 *
 * The command's standard output goes to the file OUTPUT. Prints one line,
 * "SECONDS KIB". A command that fails is a failure.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(void)
{
    struct timespec now = {0, 0};

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void run(char **argv)
{
    int out = open(argv[1], O_WRONLY | O_CREAT | O_TRUNC, 0666);

    if (out >= 0 && dup2(out, STDOUT_FILENO) >= 0)
        execvp(argv[2], argv + 2);
    perror(argv[2]);
    _exit(127);
}

int main(int argc, char **argv)
{
    struct rusage used;
    int status = 0;
    double before;
    pid_t child;

    if (argc < 3) {
        fprintf(stderr, "usage: bench_run OUTPUT COMMAND [ARGUMENT...]\n");
        return 2;
    }
    before = seconds();
    child = fork();
    if (child == 0)
        run(argv);
    if (child < 0 || waitpid(child, &status, 0) != child ||
        !WIFEXITED(status) || WEXITSTATUS(status) != 0 ||
        getrusage(RUSAGE_CHILDREN, &used) != 0) {
        fprintf(stderr, "bench_run: %s failed\n", argv[2]);
        return 1;
    }
    printf("%.6f %ld\n", seconds() - before, used.ru_maxrss);
    return 0;
}
