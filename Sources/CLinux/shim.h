#ifndef WAYMARK_LINUX_SHIM_H
#define WAYMARK_LINUX_SHIM_H

/* Glibc declares renameat2 only under _GNU_SOURCE, which Swift's Glibc module does not define.
   See renameat2(2). */
int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);

/* RENAME_EXCHANGE of <linux/fs.h>: exchange the two paths in one step. */
static const unsigned int waymark_rename_exchange = 1u << 1;

#endif
