#!/usr/bin/env python3
"""Renders inputs on which cmark or a careless program takes more than linear time, at 10 KB, 100 KB and 1 MB.

usage: pathological.py WAYMARK [--sizes 10000 100000 1000000] [--only NAME ...]

Prints for each input what `waymark render` takes at each size, less what it takes for an empty file, in
milliseconds of processor time, the growth from each size to the next as a factor of
what linear growth would give, and the rule that refuses it, if one does. An input whose work grows more than
2.5 times as fast as its size over 50 ms in each of three runs, or that takes more than ten seconds, fails: exit
code 1.
"""

import argparse
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

SLACK, NOISE, LIMIT = 2.5, 0.05, 10


def repeated(part, start="", end=""):
    return lambda size: start + part * (size // len(part.encode())) + end


def halves(left, right, middle=""):
    return lambda size: left * (size // 2 // len(left)) + middle + right * (size // 2 // len(right))


def numbered(template):
    def text(size):
        parts, total, number = [], 0, 0
        while total < size:
            parts.append(template.format(n=number))
            total += len(parts[-1])
            number += 1
        return "".join(parts)

    return text


def table(columns, row):
    def text(size):
        head = "|" + "a|" * columns + "\n|" + "-|" * columns + "\n"
        return head + (row + "\n") * (max(size - len(head), 0) // (len(row) + 1))

    return text


def wide_table(size):
    columns = size // 6
    return "a|" * columns + "\n" + "-|" * columns + "\n" + "b|" * columns + "\n"


def widening_backticks(size):
    parts, total, number = [], 0, 1
    while total < size:
        parts.append("e" + "`" * number)
        total += number + 1
        number += 1
    return "".join(parts)


def reference_bomb(size):
    return "[a]: /" + "u" * (size // 2) + "\n\n" + "[a]" * (size // 6) + "\n"


def reference_collisions(size):
    return numbered("[l{n}]: /u\n")(size // 2) + "\n" + numbered("[l{n}] ")(size // 2)


# Those of cmark's own test/pathological_tests.py first, then GFM's extensions, then what Waymark reads itself.
INPUTS = {
    "nested emphasis": halves("*a **a ", "b** b*"),
    "emphasis closers": repeated("a_ "),
    "emphasis openers": repeated("_a "),
    "mixed emphasis": repeated("*a_ "),
    "openers and closers, multiple of 3": lambda size: "a**b" + "c* " * (size // 3),
    "delimiter runs": repeated("*a**b_c__"),
    "link closers": repeated("a]"),
    "link openers": repeated("[a"),
    "link openers and emphasis closers": repeated("[ a_"),
    "pattern [ (](": repeated("[ (]("),
    "pattern ![[]()": repeated("![[]()"),
    "nested brackets": halves("[", "]", "a"),
    "open links": repeated("[a](b"),
    "open links in angles": repeated("[a](<b"),
    "open link titles": repeated('[a](b "'),
    "image openers": repeated("!["),
    "nested block quotes": repeated("> ", end="a\n"),
    "deeply nested lists": lambda size: "".join("  " * n + "* a\n" for n in range(int(size**0.5))),
    "many lists": repeated("- a\n\n1. b\n\n"),
    "empty items": repeated("- \n"),
    "empty lines after an item": lambda size: "- a\n" + "\n" * size,
    "lazy continuations": repeated("> a\nb\n"),
    "backticks": widening_backticks,
    "code spans that do not close": repeated("`a``"),
    "unclosed comments": repeated("<!-- a "),
    "unclosed <?": repeated("<?"),
    "unclosed <!A": repeated("<!A "),
    "unclosed CDATA": repeated("<![CDATA["),
    "unclosed tags": repeated('<a b="'),
    "many open tags": repeated("<kbd>"),
    "balanced tags": halves("<kbd>", "</kbd>"),
    "unfinished autolinks": repeated("<a:"),
    "entities": repeated("&lt;"),
    "unfinished entities": repeated("&#1&a;&"),
    "long entities": repeated("&" + "a" * 30),
    "backslashes": repeated("\\*"),
    "hard breaks": repeated("a  \n"),
    "setext": repeated("a\n===\n"),
    "headings of one text": repeated("# a\n\n"),
    "tabs": repeated("\t"),
    "carriage returns": repeated("a\r"),
    "many references": repeated("[a]"),
    "a reference bomb": reference_bomb,
    "references of many labels": reference_collisions,
    "unfinished definitions": repeated("[a]: b (\n"),
    "one long label": lambda size: "[" + "a" * size + "]: b\n",
    "one long word": repeated("a"),
    "one long line": repeated("a b "),
    "tables": table(4, "|a|b|c|d|"),
    "a long table of short rows": table(90, "|a|"),
    "a wide table": wide_table,
    "delimiter rows": repeated("a\n-|-|-\n"),
    "a delimiter row under much text": lambda size: "a\n" * (size // 2) + "-|-\n",
    "pipes": repeated("|\n"),
    "escaped pipes": table(2, "|a\\|b\\|c|`d\\|e`|"),
    "strikethrough": repeated("~a~~ "),
    "tildes": repeated("~~a "),
    "www": repeated("www."),
    "addresses": repeated("a@b.c "),
    "@ without end": repeated("a@"),
    "URLs without spaces": repeated("http://a<"),
    "trailing parentheses": lambda size: "http://a" + ")" * size,
    "trailing entities": lambda size: "http://a" + "&amp;" * (size // 5),
    "underscores in domains": repeated("www.a_"),
    "task items": repeated("- [x] a\n"),
    "footnotes": numbered("a[^{n}]\n\n[^{n}]: b\n\n"),
    "one footnote often": lambda size: "[^a]" * (size // 4) + "\n\n[^a]: b\n",
    "unused footnotes": numbered("[^{n}]: b\n\n"),
    "nested footnotes": numbered("[^{n}]: [^{n}1]\n\n"),
    "alerts": repeated("> [!NOTE]\n> a\n\n"),
    "links": numbered("[a{n}](b{n}.md) "),
    "images": numbered("![a{n}](b{n}.png) "),
    "headings": numbered("## a {n}\n\n"),
    "questions: choices": lambda size: "# P\n\n### Choose one: a\n\n- [x] right\n" + numbered("- [ ] a {n}\n")(size),
    "questions: many": numbered("### Choose one: a {n}\n\n- [x] b\n- [ ] c\n\n"),
    "questions: one id": repeated("### Choose one: a\n\n- [x] b\n- [ ] c\n\n"),
    "questions: blanks": lambda size: "### Fill in: a\n\n" + numbered("**a{n}** ")(size),
    "questions: options": lambda size: "### Fill in: a\n\n**" + numbered("a{n} | ")(size) + "b**\n",
    "questions: answers": lambda size: "### Answer: a\n\n" + numbered("- a{n}\n")(size),
    "questions: numbers": lambda size: "### Number: a\n\n" + numbered("- {n} ± 0.1\n")(size),
    "questions: pairs": lambda size: "### Match: a\n\n| a | b |\n|-|-|\n" + numbered("| a{n} | b{n} |\n")(size),
    "questions: steps": lambda size: "### Order: a\n\n" + numbered("1. a{n}\n")(size),
    "questions: members": lambda size: "### Sort: a\n\n- b\n- c\n" + numbered("  - a{n}\n")(size),
    "questions: categories": lambda size: "### Sort: a\n\n" + numbered("- a{n}\n  - b{n}\n")(size),
    "questions: cards": lambda size: "### Cards: a\n\n" + numbered("- a{n}\n  > b\n")(size),
    "questions: settings": lambda size: "### Cards: a\n\n```quiz\n" + numbered("a{n}: b\n")(size) + "```\n",
    "questions: tags": lambda size: "### Cards: a\n\n```quiz\ntags: " + numbered("a{n}, ")(size) + "\n```\n",
}


def render(waymark, file):
    """The processor seconds of a run and the first rule of an error that it tells; at most LIMIT seconds."""
    def limited():
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run([waymark, "render", "--format", "short", file], capture_output=True, preexec_fn=limited)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    rules = re.findall(r" error: .* \[([a-z.-]+)\]$", result.stderr.decode(errors="replace"), re.M)
    if result.returncode < 0:
        return seconds, f"killed by signal {-result.returncode}"
    assert result.returncode in (0, 1), f"{file}: ended with {result.returncode}"
    assert (result.returncode == 1) == bool(rules), file
    # Other mistakes, such as a page without a title, keep nothing from being read and written.
    return seconds, next((rule for rule in rules if rule.startswith("markdown.")), "")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("waymark", help="the program, a release build")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], help="in bytes")
    parser.add_argument("--only", nargs="+", choices=INPUTS, metavar="NAME", default=list(INPUTS))
    options = parser.parse_args()
    failures = 0
    heads = [f"{size // 1000} KB, ms" for size in options.sizes]
    print(f"{'input':<36}" + "".join(f"{head:>13}" for head in heads) + "   growth       refused by")
    with tempfile.TemporaryDirectory(prefix="waymark-pathological-") as folder:
        for name in options.only:
            file = pathlib.Path(folder) / ("practice.md" if name.startswith("questions") else "lesson.md")
            # Other work on the machine makes times longer, never shorter.
            for _ in range(3):
                times, rule = measure(options, INPUTS[name], file)
                growth = growths(times, options.sizes)
                is_bad = rule.startswith("killed") or any(
                    factor > SLACK and time > NOISE for factor, time in zip(growth, times[1:]))
                if not is_bad:
                    break
            failures += is_bad
            cells = "".join(f"{time * 1000:>13.1f}" for time in times) + " " * 13 * (len(heads) - len(times))
            factors = " ".join(f"{factor:.2f}" for factor in growth)
            print(f"{name:<36}{cells}   {factors:<12} {rule}{' FAILED' if is_bad else ''}", flush=True)
    print(f"{len(options.only) - failures} of {len(options.only)} grow no faster than their size or are refused")
    return 1 if failures else 0


def measure(options, text, file):
    """The processor seconds at each size, up to the first that takes too long, and what refused the input."""
    file.write_text("# a\n")
    idle = render(options.waymark, file)[0]
    times, rule = [], ""
    for size in options.sizes:
        file.write_text(text(size))
        seconds, refusal = render(options.waymark, file)
        times.append(max(seconds - idle, 0))
        rule = refusal or rule
        if refusal.startswith("killed"):
            break
    return times, rule


def growths(times, sizes):
    """How many times as fast as its size each time grows, times too short to measure taken for noise."""
    ratios = [larger / smaller for smaller, larger in zip(sizes, sizes[1:])]
    return [after / max(before, NOISE / ratio) / ratio for before, after, ratio in zip(times, times[1:], ratios)]


if __name__ == "__main__":
    sys.exit(main())
