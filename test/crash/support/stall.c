// A folder that stalls, as a network folder does: while the file STALL_FLAG is there, whatever is asked of a file below
// STALL_FOLDER is not answered. Loaded into a process by LD_PRELOAD.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int below(const char *path) {
  const char *folder = getenv("STALL_FOLDER");
  return folder != NULL && path != NULL && strncmp(path, folder, strlen(folder)) == 0;
}

static void wait_for_path(const char *path) {
  const char *flag = getenv("STALL_FLAG");
  if (flag == NULL || !below(path)) return;
  while (NEXT(syscall)(SYS_faccessat, AT_FDCWD, flag, F_OK) == 0) usleep(10000);
}

static void wait_for_descriptor(int descriptor) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = NEXT(syscall)(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
  if (length <= 0) return;
  path[length] = 0;
  wait_for_path(path);
}

static mode_t mode_of(int flags, va_list rest) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_of(flags, rest);
  va_end(rest);
  wait_for_path(path);
  return NEXT(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_of(flags, rest);
  va_end(rest);
  wait_for_path(path);
  return NEXT(open64)(path, flags, mode);
}

ssize_t pread(int descriptor, void *bytes, size_t length, off_t at) {
  wait_for_descriptor(descriptor);
  return NEXT(pread)(descriptor, bytes, length, at);
}

ssize_t pread64(int descriptor, void *bytes, size_t length, off64_t at) {
  wait_for_descriptor(descriptor);
  return NEXT(pread64)(descriptor, bytes, length, at);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t at) {
  wait_for_descriptor(descriptor);
  return NEXT(pwrite)(descriptor, bytes, length, at);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t at) {
  wait_for_descriptor(descriptor);
  return NEXT(pwrite64)(descriptor, bytes, length, at);
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
  wait_for_descriptor(descriptor);
  return NEXT(write)(descriptor, bytes, length);
}

int fsync(int descriptor) {
  wait_for_descriptor(descriptor);
  return NEXT(fsync)(descriptor);
}

int fdatasync(int descriptor) {
  wait_for_descriptor(descriptor);
  return NEXT(fdatasync)(descriptor);
}

int unlink(const char *path) {
  wait_for_path(path);
  return NEXT(unlink)(path);
}

int access(const char *path, int mode) {
  wait_for_path(path);
  return NEXT(access)(path, mode);
}

int statx(int folder, const char *restrict path, int flags, unsigned int mask, struct statx *restrict answer) {
  wait_for_path(path);
  return NEXT(statx)(folder, path, flags, mask, answer);
}

// Node asks about files by the system call itself.
long syscall(long number, ...) {
  va_list rest;
  va_start(rest, number);
  long word[6];
  for (int at = 0; at < 6; at++) word[at] = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_statx) wait_for_path((const char *)word[1]);
  return NEXT(syscall)(number, word[0], word[1], word[2], word[3], word[4], word[5]);
}

int stat(const char *restrict path, struct stat *restrict answer) {
  wait_for_path(path);
  return NEXT(stat)(path, answer);
}

int stat64(const char *restrict path, struct stat64 *restrict answer) {
  wait_for_path(path);
  return NEXT(stat64)(path, answer);
}

int lstat(const char *restrict path, struct stat *restrict answer) {
  wait_for_path(path);
  return NEXT(lstat)(path, answer);
}
