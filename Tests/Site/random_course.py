"""A course that changes at random and stays sound, unless a change is meant to break it."""

import random
import string

WORDS = "path step stone river cairn ridge valley signal marker trail bridge summit meadow shelter".split()


class Lesson:
    def __init__(self, course, key):
        choose = course.choose
        self.key = key
        self.slug = f"lesson-{key}"
        self.title = f"Lesson {choose(WORDS)} {key}"
        self.about = f"About the {choose(WORDS)}."
        self.difficulty = choose(["introductory", "standard", "advanced", None])
        self.draft = False
        self.minutes = None
        self.objectives = {"begin": "Begin well", "go-on": "Go on"}
        self.sections = [f"The {choose(WORDS)} {number}" for number in range(3)]
        self.links = []
        self.questions = [choose(WORDS) for _ in range(2)]
        self.pages = {"lesson", "practice"}
        self.prerequisites = []
        self.images = {}
        self.sentence = "It begins here."


class RandomCourse:
    """Files of a course by their paths in the project, made from a model that ``change`` changes."""

    def __init__(self, seed, lessons=6):
        self.random = random.Random(seed)
        self.choose = self.random.choice
        self.count = 0
        self.title, self.about, self.number = "A random track", "It changes.", 3
        self.language, self.url = "en", None
        self.redirects = {}
        self.phases = [["Beginning", []], ["Middle", []], ["End", []]]
        self.statics, self.theme = {}, {}
        self.broken = None
        for _ in range(lessons):
            self.add_lesson()

    @property
    def lessons(self):
        return [lesson for _, lessons in self.phases for lesson in lessons]

    def word(self):
        return self.choose(WORDS) + self.choose(string.ascii_lowercase)

    # Changes

    def change(self):
        """Makes one change and names it."""
        if self.broken and self.random.random() < 0.8:
            mended, self.broken = self.broken, None
            return f"mend {mended}"
        changes = [name for name in dir(self) if name.startswith(("edit_", "add_", "delete_", "rename_", "break_"))]
        weights = [3 if name.startswith("edit_") else 1 for name in changes]
        name = self.random.choices(changes, weights)[0]
        getattr(self, name)()
        return name.replace("_", " ")

    def edit_sentence(self):
        self.choose(self.lessons).sentence = f"It begins at the {self.word()}."

    def edit_title(self):
        self.choose(self.lessons).title = f"Lesson about “{self.word()}” & *more*"

    def edit_objective(self):
        self.choose(self.lessons).objectives["begin"] = f"Begin at the {self.word()}"

    def edit_facts(self):
        lesson = self.choose(self.lessons)
        lesson.about = f"About the {self.word()}."
        lesson.difficulty = self.choose(["introductory", "standard", "advanced", None])
        lesson.minutes = self.choose([None, (1, 4)])

    def edit_status(self):
        lesson = self.choose(self.lessons)
        lesson.draft = not lesson.draft

    def edit_prerequisites(self):
        lesson = self.choose(self.lessons)
        lesson.prerequisites = self.random.sample([other.key for other in self.lessons], 2)

    def edit_links(self):
        lesson = self.choose(self.lessons)
        lesson.links = [(self.choose(self.lessons).key, self.random.randrange(3)) for _ in range(3)]

    def edit_heading(self):
        lesson = self.choose(self.lessons)
        number = self.random.randrange(len(lesson.sections))
        old, lesson.sections[number] = lesson.sections[number], f"The {self.word()} {number}"
        if self.random.random() < 0.5:
            self.redirects[f"{lesson.key}#{anchor(old)}"] = (lesson.key, number)

    def edit_question(self):
        lesson = self.choose(self.lessons)
        lesson.questions[self.random.randrange(len(lesson.questions))] = self.word()

    def edit_track(self):
        self.title = f"A track of {self.word()}"
        self.language = self.choose(["en", "en-GB", "de"])
        self.url = self.choose([None, "https://example.org/t3/"])
        self.phases[0][0] = f"Phase {self.word()}"

    def edit_order(self):
        lessons = self.lessons
        self.random.shuffle(lessons)
        cuts = sorted(self.random.sample(range(1, len(lessons)), 2))
        for phase, part in zip(self.phases, (lessons[: cuts[0]], lessons[cuts[0] : cuts[1]], lessons[cuts[1] :])):
            phase[1] = part

    def edit_theme(self):
        self.theme = self.choose(
            [
                {},
                {"assets/style.css": f"body {{ margin: {self.random.randrange(9)}px }}\n"},
                {"footer.mustache": f"<footer>{{{{track}}}} {self.word()}</footer>\n"},
            ]
        )

    def add_lesson(self):
        self.count += 1
        self.choose(self.phases)[1].append(Lesson(self, self.count))

    def delete_lesson(self):
        full = [phase for phase in self.phases if len(phase[1]) > 1]
        if full and len(self.lessons) > 3:
            phase = self.choose(full)
            phase[1].remove(self.choose(phase[1]))

    def rename_lesson(self):
        lesson = self.choose(self.lessons)
        self.redirects[f"{lesson.slug}/lesson.html"] = (lesson.key, None)
        lesson.slug = f"{self.word()}-{self.random.randrange(1000)}"

    def add_page(self):
        self.choose(self.lessons).pages.add(self.choose(["cheatsheet", "references", "lesson", "practice"]))

    def delete_page(self):
        lesson = self.choose(self.lessons)
        if len(lesson.pages) > 1:
            lesson.pages.remove(self.choose(sorted(lesson.pages)))

    def add_image(self):
        self.choose(self.lessons).images[f"{self.word()}.svg"] = f"<svg>{self.word()}</svg>"

    def edit_image(self):
        lesson = self.choose(self.lessons)
        for name in lesson.images:
            lesson.images[name] = f"<svg>{self.word()}{self.random.random()}</svg>"

    def delete_image(self):
        self.choose(self.lessons).images = {}

    def add_static(self):
        self.statics[f"{self.word()}.txt"] = self.word()

    def delete_static(self):
        self.statics = {}

    def break_track(self):
        self.broken = "track"

    def break_link(self):
        self.broken = "link"

    def break_front_matter(self):
        self.broken = "front matter"

    def break_template(self):
        self.broken = "template"

    # Files

    def files(self):
        """The text of every file by its path in the project."""
        files = {"Content/track.yml": self.track()}
        for name, text in self.statics.items():
            files[f"Content/static/{name}"] = text
        for name, text in self.theme.items():
            files[f"Templates/{name}"] = text
        if self.broken == "template":
            files["Templates/masthead.mustache"] = "<p>{{unknown}}</p>\n"
        for lesson in self.lessons:
            folder = f"Content/{lesson.slug}/"
            files[folder + "overview.md"] = self.overview(lesson)
            for kind in lesson.pages:
                files[f"{folder}{kind}.md"] = getattr(self, kind)(lesson)
            for name, text in lesson.images.items():
                files[f"{folder}images/{name}"] = text
        return files

    def track(self):
        lines = [f"title: {self.title}", f"number: {self.number}", f"description: {self.about}"]
        lines.append(f"language: {self.language}")
        if self.url:
            lines.append(f"url: {self.url}")
        lines.append("phases:")
        for title, lessons in self.phases:
            lines += [f"  - title: {title}", "    lessons:"]
            lines += [f"      - {lesson.slug}" for lesson in lessons] or ["      - { slug: later, planned: Later }"]
        redirects = self.living_redirects()
        if redirects:
            lines.append("redirects:")
            lines += [f"  {source}: {target}" for source, target in sorted(redirects.items())]
        if self.broken == "track":
            lines.insert(1, "  broken: [")
        return "\n".join(lines) + "\n"

    def living_redirects(self):
        """The redirects whose old place is free and whose new one is there."""
        result = {}
        by_key = {lesson.key: lesson for lesson in self.lessons}
        slugs = {lesson.slug for lesson in self.lessons}
        for source, (key, number) in self.redirects.items():
            lesson = by_key.get(key)
            if not lesson or lesson.draft or "lesson" not in lesson.pages:
                continue
            place = f"{lesson.slug}/lesson.html"
            if number is None:
                if source.split("/")[0] not in slugs:
                    result[source] = place
            else:
                old = source.split("#")[1]
                if old not in map(anchor, lesson.sections):
                    result[f"{place}#{old}"] = f"{place}#{anchor(lesson.sections[number])}"
        return result

    def overview(self, lesson):
        before = {other.key: other for other in self.lessons[: self.lessons.index(lesson)]}
        prerequisites = [before[key].slug for key in lesson.prerequisites if key in before]
        lines = ["---", f"description: {lesson.about}"]
        if self.broken == "front matter" and lesson is self.lessons[0]:
            lines.append("dificulty: standard")
        if lesson.difficulty:
            lines.append(f"difficulty: {lesson.difficulty}")
        if prerequisites:
            lines.append(f"prerequisites: [{', '.join(prerequisites)}]")
        lines.append("objectives:")
        lines += [f"  {slug}: {text}" for slug, text in lesson.objectives.items()]
        if lesson.minutes:
            lines.append("minutes: { read: %d, practice: %d }" % lesson.minutes)
        if lesson.draft:
            lines.append("status: draft")
        return "\n".join([*lines, "---", "", f"# {lesson.title}", "", lesson.sentence, ""])

    def lesson(self, lesson):
        by_key = {other.key: other for other in self.lessons}
        lines = [f"# {lesson.title}", "", lesson.sentence, ""]
        for number, section in enumerate(lesson.sections):
            lines += [f"## {section}", "", f"The section {number} says {lesson.sentence}", ""]
        for key, number in lesson.links:
            other = by_key.get(key)
            if other and not other.draft and "lesson" in other.pages:
                lines += [f"See [section {number} of it](../{other.slug}/lesson.md#{anchor(other.sections[number])}).", ""]
        for name in sorted(lesson.images):
            lines += [f"![A drawing of it](images/{name})", ""]
        if self.broken == "link" and lesson is self.lessons[-1]:
            lines += ["See [what is not there](../nowhere/lesson.md) and [this heading](#nowhere).", ""]
        return "\n".join(lines)

    def practice(self, lesson):
        lines = ["# Practice", ""]
        for number, word in enumerate(lesson.questions):
            lines += [
                f"### Choose one: which {word} {number} is it?", "", f"- [x] The {word} {number}", "  > It is.",
                "- [ ] Another", "  > It is not.", "", "> **Why:** It is so.", "",
                "```quiz", f"objective: {list(lesson.objectives)[number % 2]}", "```", "",
            ]
        lines += ["### Cards: words", "", "| Front | Back |", "|---|---|", f"| {lesson.questions[0]} | A word |", ""]
        return "\n".join(lines)

    def cheatsheet(self, lesson):
        return f"# Cheatsheet of {lesson.title}\n\n| One | Two |\n|---|---|\n| {lesson.sentence} | two |\n"

    def references(self, lesson):
        return f"# References\n\n- [A book](https://example.org/{lesson.key})\n"


def anchor(heading):
    """The anchor of a heading of these letters, digits and spaces."""
    return heading.lower().replace(" ", "-")
