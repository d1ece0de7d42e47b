"""Writes a track of generated lessons, the same bytes for the same seed, for the benchmark.

Each lesson has four pages: an overview of about 2.5 KB, a lesson of 14 KB, a cheatsheet of 2.5 KB and a
practice page of 4 KB, in phases of 20 lessons. The text is nonsense; its sizes, its Markdown and its
links are those of a course. Hugo gets the same bodies with its own front matter and folders, the
questions as plain task lists.
"""
import os
import random
import re
import shutil
from multiprocessing import Pool

PHASE = 20
NAMES = ["overview", "lesson", "cheatsheet", "practice"]

FUNC = ("the of and to a in is that for it as with on by this are be or from at which an not have "
        "can will when each more than one its but your you if we so then into they their only also "
        "other most between after before about over same may must where while how what these such "
        "because both any first second every should does until through without under again").split()
NOUN = ("account address agreement analysis answer argument array asset attempt average balance base "
        "batch behaviour boundary branch budget buffer cache calendar cell chain change channel chapter "
        "check choice circuit claim class client clock cluster code column command comment concept "
        "condition connection constant contract control copy correction cost counter course criterion "
        "cursor customer cycle data date decision default definition degree delay delta demand deposit "
        "design detail device diagram difference digit dimension direction discount document domain "
        "draft edge effect element energy engine entry equation error estimate event evidence example "
        "exception exercise expense experiment expression factor failure feature field figure filter "
        "flag flow folder force format formula fraction frame function gain goal grade graph group "
        "growth guide habit handle header heap height hint history hour idea image impact income index "
        "input instance interest interval inventory invoice issue item journal key kind label language "
        "layer layout leaf lesson letter level limit line link list loan lock log loop loss machine "
        "margin market mass matrix maximum meaning measure member memory message method metric middle "
        "minimum minute mistake mode model module moment motion name network node noise norm note "
        "number object offer option order origin outcome output owner package page pair paper parameter "
        "part partner path pattern payment peer percent period phase plan plot point pointer policy "
        "portion position power practice premise pressure price principle priority problem procedure "
        "process product profit program project proof property proposal protocol purpose quality "
        "quantity query question queue quota range rank rate ratio reason receipt record reference "
        "region register relation release remainder report request reserve residue resource response "
        "rest result return review revision risk role root rotation round route row rule sample scale "
        "schedule schema scope score section segment sequence series server session shape share sheet "
        "shift side signal size skill slope slot solution source space span speed stack stage standard "
        "state statement step stock storage strategy stream string structure student subject subset sum "
        "supply surface survey symbol system table tally target task tax team temperature tenant term "
        "test text theorem theory thread threshold ticket time token tool topic total trace track trade "
        "transfer transition tree trend trial trigger truth type union unit update usage user value "
        "variable variance vector velocity vendor version view volume wage wave weight width window "
        "word work worker zone").split()
VERB = ("accept add adjust affect agree align allow appear apply arrange ask assign assume attach avoid "
        "begin belong bind borrow break bring build calculate call carry cause check choose claim "
        "clear close collect combine compare compute conclude confirm connect consider contain continue "
        "convert correct count cover create cut decide declare define delay deliver demand depend derive "
        "describe design detect determine develop divide draw drop earn edit emit encode end ensure "
        "enter estimate evaluate examine exceed exchange expand expect explain express extend fail fall "
        "fill find finish fit fix fold follow forget form gather give grow guess handle happen help hold "
        "identify ignore imply improve include increase infer inform inspect invest join keep know learn "
        "leave lend let limit link list load look lose maintain make map mark match mean measure merge "
        "move multiply name need note observe obtain offer open order owe pass pay place plan point "
        "predict prefer prepare prevent print produce prove provide publish pull push put raise reach "
        "read receive recognise record reduce refer reject relate release rely remain remember remove "
        "repeat replace report represent require resolve respond rest return reveal review round run "
        "save scale search select sell send separate serve set settle share show shift sign simplify "
        "solve sort specify split spread start state stay stop store study submit subtract sum suppose "
        "take teach test think trace track train transform treat turn understand update use validate "
        "vary verify wait want watch weigh work write yield").split()
ADJ = ("accurate active actual additional adequate alternative annual apparent available average basic "
       "binary blank brief broad careful central certain classic clean clear common complete complex "
       "concrete constant correct critical current daily deep dense different direct discrete distinct "
       "double early easy effective efficient empty entire equal exact explicit external extra fair "
       "false familiar fast final finite fixed flat formal former free frequent full general global "
       "good gross hard hidden high ideal implicit important independent initial inner internal joint "
       "known large late linear local logical long loose low main major manual marginal maximum minor "
       "missing mixed modern mutual narrow natural negative net new nominal normal numeric obvious odd "
       "official open optimal optional ordinary original outer partial past perfect physical plain "
       "positive possible practical precise previous primary prime prior private proper public pure "
       "quick random rapid rare raw real recent regular related relative reliable remote rough safe "
       "second secure separate serial sharp short similar simple single slow small smooth solid special "
       "specific stable standard static steady strict strong subtle sudden suitable thin tight total "
       "true typical unique useful usual valid variable vertical virtual visible weak wide").split()
SUF_N = ["", "s", "s", "", "ing", "er", "ness", "ment"]
EXT = ["https://example.org/reference/%s", "https://docs.example.com/guide/%s.html",
       "https://www.example.net/papers/%s.pdf"]
CODE = {
 "python": ["def {a}_{b}({c}, {d}=1):\n    total = 0\n    for {e} in {c}:\n        total += {e} * {d}  # {f} {g}\n    return total\n",
            "class {A}:\n    def __init__(self, {c}):\n        self.{c} = {c}\n\n    def {a}(self):\n        if not self.{c}:\n            raise ValueError(\"{f} {g}\")\n        return [x for x in self.{c} if x > 0]\n"],
 "swift":  ["func {a}{A}(_ {c}: [Int], {d}: Int = 1) -> Int {{\n    var total = 0\n    for {e} in {c} where {e} > {d} {{\n        total += {e}\n    }}\n    return total\n}}\n"],
 "sql":    ["SELECT {a}, COUNT(*) AS {b}_count\nFROM {c}\nJOIN {d} ON {c}.id = {d}.{c}_id\nWHERE {e} > 100 AND {f} IS NOT NULL\nGROUP BY {a}\nORDER BY {b}_count DESC;\n"],
 "bash":   ["for {e} in *.txt; do\n  echo \"{f}: $({a} \"$" "{e}\")\"\ndone | sort -n | head -{n}\n"],
}

def zipf_cum(words, s=0.75):
    c, out = 0.0, []
    for i in range(len(words)):
        c += 1.0 / (i + 3) ** s
        out.append(c)
    return out

def vocab():
    r = random.Random(20240817)
    content = []
    for w in NOUN: content += [w, w + "s"]
    for w in VERB: content += [w, (w + "d") if w.endswith("e") else (w + "ed")]
    content += ADJ
    content += [a + "ly" for a in ADJ[::3]]
    content += ["re" + v for v in VERB[::4]] + [v + "er" for v in VERB[::5]] + ["non" + a for a in ADJ[::6]]
    content = sorted(set(content)); r.shuffle(content)
    return content
CONTENT = vocab()
C_CUM = zipf_cum(CONTENT)
F_CUM = zipf_cum(FUNC, 0.9)

class Gen:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.buf, self.i = [], 0
    def refill(self):
        r = self.r
        n = 4000
        f = r.choices(FUNC, cum_weights=F_CUM, k=n)
        c = r.choices(CONTENT, cum_weights=C_CUM, k=n)
        mix = r.choices((0, 1), weights=(44, 56), k=n)
        self.buf = [c[i] if m else f[i] for i, m in enumerate(mix)]
        self.i = 0
    def words(self, n):
        if self.i + n > len(self.buf): self.refill()
        s = self.buf[self.i:self.i + n]; self.i += n
        return s
    def noun(self): return self.r.choice(NOUN)
    def verb(self): return self.r.choice(VERB)
    def adj(self): return self.r.choice(ADJ)
    def phrase(self, a, b):
        return " ".join(self.words(self.r.randint(a, b)))
    def title(self):
        r = self.r
        t = r.choice(["{a} {n}s and {m}s", "The {a} {n}", "{V}ing a {a} {n}", "From {n} to {m}",
                      "{n} and {m} in practice", "How {n}s {v}", "Why the {a} {n} matters", "{a} {n}s"])
        t = t.format(a=self.adj(), n=self.noun(), m=self.noun(), v=self.verb(), V=self.verb())
        return t[0].upper() + t[1:]
    def sentence(self):
        r = self.r
        w = self.words(r.randint(7, 22))
        x = r.random()
        n = len(w)
        if x < .10: w[n // 2] = "**" + w[n // 2] + "**"
        elif x < .18: w[n // 2] = "*" + w[n // 2] + "*"
        elif x < .28: w[n // 2] = "`" + w[n // 2] + "_" + w[-1] + "`"
        elif x < .29: w[n // 2] = "~~" + w[n // 2] + "~~"
        if r.random() < .35 and n > 9: w[n // 3] += ","
        if r.random() < .04: w[-2] = str(r.randint(2, 5000))
        s = " ".join(w)
        return s[0].upper() + s[1:] + r.choice("......?:")[0].replace(":", ".")
    def para(self, a=3, b=6):
        return " ".join(self.sentence() for _ in range(self.r.randint(a, b)))
    def lead(self, a=2, b=5):
        return "**" + self.title() + ".** " + self.para(a, b)
    def ul(self, a=3, b=6, bold=False, nest=False):
        out = []
        for _ in range(self.r.randint(a, b)):
            t = ("**" + self.noun().capitalize() + "** – " if bold else "") + self.sentence()
            out.append("- " + t)
            if nest and self.r.random() < .3:
                out += ["  - " + self.sentence() for _ in range(self.r.randint(1, 3))]
        return "\n".join(out)
    def ol(self, a=3, b=6):
        return "\n".join("%d. %s" % (i + 1, self.sentence()) for i in range(self.r.randint(a, b)))
    def table(self, cols, rows, wide=False):
        r = self.r
        h = "| " + " | ".join((self.adj() + " " + self.noun()).capitalize() for _ in range(cols)) + " |"
        al = "|" + "|".join(r.choice([" --- ", ":--- ", " ---:", ":---:"]) for _ in range(cols)) + "|"
        out = [h, al]
        for _ in range(rows):
            cells = []
            for k in range(cols):
                if k == 0: cells.append("`" + self.noun() + "_" + self.verb() + "`" if r.random() < .5 else "**" + self.noun() + "**")
                elif r.random() < .2: cells.append(str(r.randint(1, 9999)))
                else: cells.append(self.phrase(4, 9) if wide else self.phrase(2, 5))
            out.append("| " + " | ".join(cells) + " |")
        return "\n".join(out)
    def code(self):
        r = self.r
        lang = r.choice(list(CODE))
        k = {x: self.noun() for x in "abcdefg"}
        k["A"] = self.noun().capitalize(); k["n"] = r.randint(2, 20)
        return "```%s\n%s```" % (lang, "\n".join(r.choice(CODE[lang]).format(**k) for _ in range(r.randint(1, 2))))
    def xlink(self):
        return "[%s](%s)" % (self.phrase(2, 4), self.r.choice(EXT) % (self.noun() + "-" + self.noun()))

def rel_lesson(cfg, i, j):
    """relative path from a page of lesson i to lesson j's directory"""
    if i // cfg["pm"] == j // cfg["pm"]:
        return "../l%05d" % (j + 1)
    return "../../m%04d/l%05d" % (j // cfg["pm"] + 1, j + 1)

def lesson_bodies(cfg, i):
    g = Gen("%s/%d" % (cfg["seed"], i)); r = g.r; N = cfg["n"]
    title = g.title()
    def ilink():
        x = r.random()
        if x < .4 or N == 1:
            p = r.choice(["lesson", "cheatsheet", "practice"])
            return "[%s](%s.md)" % (g.phrase(2, 4), p)
        j = min(N - 1, max(0, i + r.choice([-5, -3, -2, -1, 1, 2, 3, 7])))
        if r.random() < .2: j = r.randrange(N)
        if j == i: return "[%s](practice.md)" % g.phrase(2, 4)
        return "[%s](%s/%s.md)" % (g.phrase(2, 4), rel_lesson(cfg, i, j), r.choice(["lesson", "cheatsheet"]))
    # overview ~2.5 KB
    o = ["# " + title, g.para(3, 4), "## What you will learn", g.ul(4, 6, bold=True),
         "## Before you start", g.para(2, 3) + " See " + ilink() + " and " + ilink() + ".",
         "## In this lesson", "- [Lesson](lesson.md)\n- [Cheatsheet](cheatsheet.md)\n- [Practice](practice.md)",
         "## Time and effort", g.table(3, 3), g.para(2, 3)]
    while sum(map(len, o)) < 2350: o.append(g.para(1, 2))
    # lesson ~14 KB
    L = ["# " + title, g.para(4, 6), g.para(3, 5) + " It builds on " + ilink() + "."]
    kinds = ["ul", "code", "ol", "table", "quote", "nest", "code", "plain"]
    k = 0; size = sum(map(len, L))
    while size < 13300:
        s = ["## " + g.title(), g.lead(), g.para(3, 6)]
        kind = kinds[k % len(kinds)]; k += 1
        if kind == "ul": s += [g.ul(4, 6, bold=True)]
        elif kind == "code": s += [g.code(), g.para(2, 3)]
        elif kind == "ol": s += [g.ol(3, 6), "### " + g.title(), g.lead(2, 4)]
        elif kind == "table": s += [g.table(4, r.randint(4, 6), wide=True), g.para(2, 4)]
        elif kind == "quote": s += ["> " + g.sentence() + "\n> " + g.sentence(), "### " + g.title(), g.lead(3, 5)]
        elif kind == "nest": s += [g.ul(4, 6, nest=True)]
        else: s += [g.lead(3, 5), "<%s>" % (r.choice(EXT) % g.noun()) + " " + g.sentence()]
        if r.random() < .75: s.append(g.sentence()[:-1] + " " + ilink() + " " + g.phrase(3, 8) + ".")
        if r.random() < .35: s.append(g.sentence()[:-1] + " " + g.xlink() + ".")
        L += s; size += sum(map(len, s))
    L += ["## Summary", g.ul(3, 4), "Next: " + ilink() + "."]
    # cheatsheet ~2.5 KB of tables
    c = ["# " + title + ": cheatsheet"]
    while sum(map(len, c)) < 2300:
        c += ["## " + g.title(), g.table(r.randint(2, 4), r.randint(4, 8))]
    # practice ~4 KB
    p = ["# " + title + ": practice", g.para(1, 2)]
    key, q = [], 0
    while sum(map(len, p)) < 3300:
        q += 1
        a = r.randrange(4)
        p += ["### Question %d" % q, " ".join(g.sentence() for _ in range(r.randint(1, 2)))[:-1] + "?"]
        if q == 3: p.append(g.table(3, 4))
        if q == 5: p.append(g.code())
        p.append("\n".join("- [%s] %s. %s" % ("x" if t == a else " ", "ABCD"[t], g.phrase(5, 12).capitalize() + ".") for t in range(4)))
        key.append("| %d | %s | %s |" % (q, "ABCD"[a], g.phrase(6, 12)))
    p += ["## Answer key", "| Question | Answer | Why |\n| ---: | :---: | --- |\n" + "\n".join(key)]
    desc = [g.phrase(9, 16).capitalize() + "." for _ in range(4)]
    bodies = ["\n\n".join(x) + "\n" for x in (o, L, c, p)]
    return title, desc, bodies

def folder(kind, i):
    """Where a lesson lies: Waymark has one folder a lesson, Hugo one a phase around them."""
    lesson = "l%05d" % (i + 1)
    return lesson if kind == "waymark" else os.path.join("m%04d" % (i // PHASE + 1), lesson)

def waymark_page(k, desc, body):
    body = re.sub(r"\.\./\.\./m\d+/(l\d+)", r"../\1", body)
    if k == 0:
        return '---\ndescription: "%s"\n---\n\n%s' % (desc, body)
    if k == 3:
        body = re.sub(r"^### Question (\d+)$", r"### Choose one: question \1", body, flags=re.M)
        why = "\n> **Why:** " + desc + "\n"
        body = re.sub(r"((?:^- \[[ x]\] .*\n)+)", lambda found: found.group(1) + why, body, flags=re.M)
    return body

def hugo_page(i, k, title, desc, body):
    name = title if k == 0 else "%s: %s" % (title, NAMES[k])
    weight = i + 1 if k == 0 else k
    return '---\ntitle: "%s"\ndescription: "%s"\nweight: %d\n---\n\n%s' % (name, desc, weight, body)

def write_lesson(task):
    kind, root, count, seed, i = task
    title, descriptions, bodies = lesson_bodies({"n": count, "seed": seed, "pm": PHASE}, i)
    path = os.path.join(root, folder(kind, i))
    os.makedirs(path)
    size = 0
    for k, body in enumerate(bodies):
        name = "_index" if kind == "hugo" and k == 0 else NAMES[k]
        if kind == "waymark":
            text = waymark_page(k, descriptions[k], body)
        else:
            text = hugo_page(i, k, title, descriptions[k], body)
        with open(os.path.join(path, name + ".md"), "w") as file:
            file.write(text)
        size += len(text)
    return size

def write(kind, folder, count, seed="1"):
    """Writes `count` lessons into a new folder, for `waymark` or `hugo`; returns the size in bytes."""
    shutil.rmtree(folder, ignore_errors=True)
    root = os.path.join(folder, "Content" if kind == "waymark" else "content")
    os.makedirs(root)
    with Pool() as pool:
        tasks = [(kind, root, count, seed, i) for i in range(count)]
        size = sum(pool.map(write_lesson, tasks, chunksize=20))
    gen = Gen("%s/phases" % seed)
    phases = [(gen.title(), range(start, min(start + PHASE, count))) for start in range(0, count, PHASE)]
    if kind == "hugo":
        write_hugo_site(folder, root, phases)
        return size
    with open(os.path.join(root, "track.yml"), "w") as file:
        file.write("title: Benchmark track\ndescription: A generated course track.\nphases:\n")
        for title, lessons in phases:
            slugs = ", ".join("l%05d" % (i + 1) for i in lessons)
            file.write('  - title: "%s"\n    lessons: [%s]\n' % (title, slugs))
    return size

def write_hugo_site(folder, root, phases):
    here = os.path.dirname(os.path.abspath(__file__))
    shutil.copytree(os.path.join(here, "hugo"), folder, dirs_exist_ok=True)
    with open(os.path.join(root, "_index.md"), "w") as file:
        file.write('---\ntitle: "Benchmark track"\n---\n')
    for number, (title, _) in enumerate(phases):
        with open(os.path.join(root, "m%04d" % (number + 1), "_index.md"), "w") as file:
            file.write('---\ntitle: "%s"\nweight: %d\n---\n' % (title, number + 1))
