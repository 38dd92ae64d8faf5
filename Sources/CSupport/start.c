#include "CSupport.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

extern char **environ;

/* Two ends that no other process inherits. */
static int make_pipe(int ends[2]) {
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
}

static void close_both(const int ends[2]) {
  close(ends[0]);
  close(ends[1]);
}

static pid_t spawn(const char *program, char *const arguments[], int input, int output) {
  posix_spawn_file_actions_t actions;
  int problem = posix_spawn_file_actions_init(&actions);
  if (problem == 0) {
    pid_t process = -1;
    problem = posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    if (!problem) problem = posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    if (!problem)
      problem =
          posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (!problem) problem = posix_spawnp(&process, program, &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (!problem) return process;
  }
  errno = problem;
  return -1;
}

pid_t chaingraph_start(const char *program, char *const arguments[], int *input, int *output) {
  int to[2], from[2];
  if (make_pipe(to) != 0) return -1;
  if (make_pipe(from) != 0) {
    close_both(to);
    return -1;
  }
  pid_t process = spawn(program, arguments, to[0], from[1]);
  int problem = errno;
  if (process < 0) {
    close_both(to);
    close_both(from);
    errno = problem;
    return -1;
  }
  close(to[0]);
  close(from[1]);
  *input = to[1];
  *output = from[0];
  fcntl(*input, F_SETFL, O_NONBLOCK);
  fcntl(*output, F_SETFL, O_NONBLOCK);
  return process;
}
