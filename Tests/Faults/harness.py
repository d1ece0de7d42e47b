"""Two versions of a course, the site that each must become, and the folder in which faults happen to them."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import time

ADDED = "\nA sentence that only the second version has.\n"


def files(folder):
    """The hash of every file of a site by its path, hidden entries of the root left out."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.relative_to(folder).parts[0].startswith(".")
    }


class Harness:
    """Builds of two versions of a course into one folder.

    The versions differ in a sentence of every page but the practice pages; either has a static file of its
    own. The output lies in a folder with nothing else in it and holds a hidden entry that is not Waymark's.
    """

    def __init__(self, waymark, project, folder, jobs=None, output=None):
        self.waymark = str(pathlib.Path(waymark).resolve())
        self.folder = pathlib.Path(folder)
        self.jobs = ["--jobs", str(jobs)] if jobs else []
        self.projects = [self.folder / "first", self.folder / "second"]
        self.output = output or self.folder / "output" / "Public"
        for version, content in enumerate(copy / "Content" for copy in self.projects):
            shutil.copytree(pathlib.Path(project) / "Content", content)
            (content / "static").mkdir(exist_ok=True)
            (content / "static" / f"version-{version}.txt").write_text(str(version))
        for page in sorted((self.projects[1] / "Content").rglob("*.md")):
            if page.name != "practice.md":
                with page.open("a") as file:
                    file.write(ADDED)
        self.duration = max(self.timed_build(version, self.site_folder(version)) for version in (0, 1))
        self.sites = [files(self.site_folder(version)) for version in (0, 1)]
        assert self.sites[0] != self.sites[1]

    def site_folder(self, version):
        return self.folder / f"site-{version}"

    def prepare(self):
        """Makes the output anew, with the first version in it."""
        shutil.rmtree(self.output, ignore_errors=True)
        (self.output / ".git").mkdir(parents=True)
        (self.output / ".git" / "HEAD").write_text("ref")
        self.build(0)

    # MARK: Builds

    def command(self, version, output=None):
        return [self.waymark, "build", "--project", str(self.projects[version]), "--output",
                str(output or self.output), *self.jobs]

    def timed_build(self, version, output):
        started = time.monotonic()
        subprocess.run(self.command(version, output), check=True, capture_output=True)
        return time.monotonic() - started

    def build(self, version):
        """A build to which nothing happens: it must publish its version and leave nothing over."""
        result = subprocess.run(self.command(version), capture_output=True)
        assert result.returncode == 0, f"a build fails afterwards: {result.stderr.decode()}"
        assert files(self.output) == self.sites[version], "a build afterwards does not publish its site"
        assert (self.output / ".git" / "HEAD").is_file(), "a build afterwards has lost .git"
        assert self.leftovers() == [], f"a build afterwards leaves {self.leftovers()}"

    def run(self, version, *, prefix=(), timeout=300, **options):
        """A build to which something may happen."""
        return subprocess.run([*prefix, *self.command(version)], capture_output=True, timeout=timeout, **options)

    def start(self, version):
        return subprocess.Popen(self.command(version), stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    # MARK: What is there

    def version_there(self):
        """Which version the output holds, whole; -1 where there is no site."""
        if not self.output.is_dir():
            return -1
        site = files(self.output)
        assert site in self.sites, "the site is neither the old nor the new one"
        return self.sites.index(site)

    def leftovers(self):
        """What stands beside the site."""
        return sorted(entry.name for entry in self.output.parent.iterdir() if entry != self.output)

    def expect(self, result, *, may_end=(0, 2), version=1, old=0):
        """A build ended in one of some ways: 0 with its version published, 2 with a remedy and the old one.

        Returns the exit code."""
        message = result.stderr.decode(errors="replace")
        assert result.returncode in may_end, f"ended with {result.returncode}: {message[-2000:]}"
        if result.returncode == 2:
            assert ": error: " in message and "help: " in message, f"no remedy: {message[-2000:]}"
        expected = version if result.returncode == 0 else old
        assert self.version_there() == expected, f"ended with {result.returncode}, and the other version is there"
        assert (self.output / ".git" / "HEAD").is_file(), "the build has lost .git"
        return result.returncode


def may_mount(folder):
    """Whether this process may mount file systems."""
    probe = pathlib.Path(folder) / "probe"
    probe.mkdir()
    is_mounted = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", probe], capture_output=True).returncode == 0
    if is_mounted:
        subprocess.run(["umount", probe], check=True)
    probe.rmdir()
    return is_mounted


def without_privileges():
    """What to put before a command so that permissions bind it; None where that cannot be had."""
    if os.getuid() != 0:
        return []
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if shutil.which("setpriv") else None
