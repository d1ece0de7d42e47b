#ifndef WAYMARK_LINUX_SHIM_H
#define WAYMARK_LINUX_SHIM_H

#include <linux/stat.h>

/* Glibc declares these only under _GNU_SOURCE, which Swift's Glibc module does not define.
   See renameat2(2), syncfs(2), pipe2(2) and statx(2). */
int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);
int syncfs(int fd);
int pipe2(int fds[2], int flags);
int statx(int dirfd, const char *path, int flags, unsigned int mask, struct statx *buffer);

/* RENAME_NOREPLACE and RENAME_EXCHANGE of <linux/fs.h>: fail where the new path exists; exchange the
   two paths in one step. */
static const unsigned int waymark_rename_noreplace = 1u << 0;
static const unsigned int waymark_rename_exchange = 1u << 1;

/* Whether an open folder is where a file system is mounted: 1 or 0, or -1 where the kernel (before
   5.8) or the file system does not tell. */
static inline int waymark_is_mount_root(int fd) {
  struct statx status;
  /* 0x1000 is AT_EMPTY_PATH, 0x2000 STATX_ATTR_MOUNT_ROOT. */
  if (statx(fd, "", 0x1000, 0, &status) != 0 || !(status.stx_attributes_mask & 0x2000)) return -1;
  return (status.stx_attributes & 0x2000) != 0;
}

#endif
