/* The floor under a build of Markdown: reads every page of a folder, parses it with libcmark-gfm, renders
 * it, puts it into a shell of 5 KB, writes it, and does nothing else.
 *
 *   cc -O2 -o floor floor.c -lcmark-gfm-extensions -lcmark-gfm
 *   floor PROCESSES SOURCE OUTPUT [SITE]
 *
 * With SITE, which another program has built from SOURCE, it writes files with the names and sizes of those
 * there in place of its own: so long takes any program that makes that site with libcmark-gfm.
 *
 * It works in processes, since two threads of one process would race inside the library. */
#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct { char *path; size_t size; } file_t;
static file_t *files;
static size_t file_count, page_count, capacity, root_length, site_length, largest;
static const char *output;
static atomic_size_t *next_file; /* in memory that the processes share */
static cmark_syntax_extension *extensions[5];

static void die(const char *what) { perror(what); exit(1); }

/* Lists the files of a folder whose names have an ending. */
static void list(const char *folder, const char *ending) {
    DIR *stream = opendir(folder);
    if (!stream) die(folder);
    struct dirent *entry;
    char path[4096];
    while ((entry = readdir(stream))) {
        if (entry->d_name[0] == '.') continue;
        int n = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (entry->d_type == DT_DIR) { list(path, ending); continue; }
        if (strcmp(path + n - strlen(ending), ending)) continue;
        struct stat status;
        if (fstatat(dirfd(stream), entry->d_name, &status, 0)) die(path);
        if (file_count == capacity) {
            capacity = capacity ? capacity * 2 : 1024;
            files = realloc(files, capacity * sizeof *files);
        }
        files[file_count].path = strdup(path);
        files[file_count++].size = status.st_size;
        if (largest < (size_t)status.st_size) largest = status.st_size;
    }
    closedir(stream);
}

static void make_folders(char *path) {
    char *slash = strrchr(path, '/');
    *slash = 0;
    if (mkdir(path, 0777) && errno == ENOENT) {
        make_folders(path);
        if (mkdir(path, 0777) && errno != EEXIST) die(path);
    }
    *slash = '/';
}

static int create(char *path) {
    int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, number = open(path, flags, 0666);
    if (number < 0 && errno == ENOENT) { make_folders(path); number = open(path, flags, 0666); }
    if (number < 0) die(path);
    return number;
}

/* A shell with a sidebar of 20 lessons and the lesson's pages, a list of sections and a pager. */
static char *shell[3];
static void make_shell(void) {
    char *text = malloc(16384);
    int n = 0, part = 0;
#define P(...) n += sprintf(text + n, __VA_ARGS__)
    P("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"description\" content=\"A generated course page used to measure the floor of a build.\">\n<link rel=\"stylesheet\" href=\"/assets/site.css\">\n<script defer src=\"/assets/site.js\"></script>\n<title>");
    shell[part++] = strdup(text), n = 0;
    P("</title>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to content</a>\n<header class=\"top\"><a class=\"brand\" href=\"/\">Benchmark track</a><nav aria-label=\"Site\"><ul>");
    for (int i = 0; i < 5; i++) P("<li><a href=\"/section-%d/\">Section number %d</a></li>", i, i);
    P("</ul></nav><form role=\"search\" action=\"/search/\"><label>Search <input type=\"search\" name=\"q\"></label></form></header>\n<nav class=\"crumbs\" aria-label=\"Breadcrumb\"><ol><li><a href=\"/\">Track</a></li><li><a href=\"/m0001/\">Module</a></li><li>Lesson</li></ol></nav>\n<div class=\"cols\"><nav class=\"side\" aria-label=\"Lessons\"><ul>\n");
    for (int i = 0; i < 20; i++) P("<li class=\"lesson\"><a href=\"/m0001/l%05d/\">Generated lesson title number %d of the module</a></li>\n", i, i);
    P("</ul><ul class=\"pages\"><li><a href=\"./\">Overview</a></li><li><a href=\"lesson/\">Lesson</a></li><li><a href=\"cheatsheet/\">Cheatsheet</a></li><li><a href=\"practice/\">Practice</a></li></ul></nav>\n<nav class=\"toc\" aria-label=\"On this page\"><h2>On this page</h2><ul>");
    for (int i = 0; i < 12; i++) P("<li><a href=\"#heading-number-%d\">A heading of middling length %d</a></li>\n", i, i);
    P("</ul></nav>\n<main id=\"main\">\n");
    shell[part++] = strdup(text), n = 0;
    P("</main></div>\n<nav class=\"pager\" aria-label=\"Pager\"><a rel=\"prev\" href=\"/m0001/l00001/\">Previous: a generated lesson</a> <a rel=\"next\" href=\"/m0001/l00002/\">Next: another generated lesson</a></nav>\n<footer><p>Generated for a benchmark. Text is nonsense; sizes are not.</p><ul>");
    for (int i = 0; i < 6; i++) P("<li><a href=\"/about-%d/\">Footer link %d</a></li>", i, i);
    P("</ul></footer>\n</body>\n</html>\n");
    shell[part++] = strdup(text);
    free(text);
#undef P
}

static void write_page(const file_t *file, char *html) {
    char path[4096];
    const char *base = strrchr(file->path, '/') + 1, *inner = file->path + root_length;
    if (!strcmp(base, "overview.md"))
        snprintf(path, sizeof path, "%s%.*sindex.html", output, (int)(base - inner), inner);
    else
        snprintf(path, sizeof path, "%s%.*s/index.html", output, (int)strlen(inner) - 3, inner);
    struct iovec parts[5] = {{shell[0], strlen(shell[0])}, {"Page", 4}, {shell[1], strlen(shell[1])},
                             {html, strlen(html)}, {shell[2], strlen(shell[2])}};
    int number = create(path);
    if (writev(number, parts, 5) < 0) die(path);
    close(number);
}

static void build(file_t *file, char **buffer, size_t *size) {
    size_t length = 0;
    if (*size < file->size + 1) { *size = file->size * 2 + 65536; *buffer = realloc(*buffer, *size); }
    int number = open(file->path, O_RDONLY | O_CLOEXEC);
    if (number < 0) die(file->path);
    for (ssize_t got; length < file->size && (got = read(number, *buffer + length, file->size - length)) > 0;)
        length += got;
    close(number);

    char *text = *buffer;
    text[length] = 0;
    char *end = length > 4 && !memcmp(text, "---\n", 4) ? strstr(text + 3, "\n---\n") : NULL;
    if (end) { length -= end + 5 - text; text = end + 5; }

    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    for (int i = 0; i < 5; i++) cmark_parser_attach_syntax_extension(parser, extensions[i]);
    cmark_parser_feed(parser, text, length);
    cmark_node *document = cmark_parser_finish(parser);
    char *html = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));

    if (!site_length) write_page(file, html);
    free(html);
    cmark_node_free(document);
    cmark_parser_free(parser);
}

static void write_like(const file_t *file, const char *filler) {
    char path[4096];
    snprintf(path, sizeof path, "%s%s", output, file->path + site_length);
    int number = create(path);
    if (write(number, filler, file->size) < 0) die(path);
    close(number);
}

static void work(void) {
    char *buffer = NULL, *filler = calloc(1, largest);
    size_t size = 0, i;
    while ((i = atomic_fetch_add(next_file, 16)) < file_count)
        for (size_t j = i; j < i + 16 && j < file_count; j++)
            if (j < page_count) build(&files[j], &buffer, &size);
            else write_like(&files[j], filler);
    free(buffer);
    free(filler);
}

int main(int count, char **arguments) {
    if (count < 4) { fprintf(stderr, "usage: floor PROCESSES SOURCE OUTPUT [SITE]\n"); return 2; }
    int processes = atoi(arguments[1]);
    root_length = strlen(arguments[2]);
    output = arguments[3];
    next_file = mmap(NULL, sizeof *next_file, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    list(arguments[2], ".md");
    page_count = file_count;
    if (count > 4) {
        site_length = strlen(arguments[4]);
        list(arguments[4], "");
    }
    cmark_gfm_core_extensions_ensure_registered();
    const char *names[] = {"table", "strikethrough", "autolink", "tasklist", "tagfilter"};
    for (int i = 0; i < 5; i++)
        if (!(extensions[i] = cmark_find_syntax_extension(names[i]))) die(names[i]);
    make_shell();
    pid_t child = 1;
    for (int i = 1; i < processes && child; i++) child = fork();
    work();
    if (!child) _exit(0);
    while (wait(NULL) > 0) {}
    return 0;
}
