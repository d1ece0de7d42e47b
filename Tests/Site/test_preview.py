"""The preview: it follows what is written, tells what is wrong, and answers nobody else."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess

import pytest

import preview_edits
import preview_load
from preview import Preview, soon, without_additions
from support import tree


@pytest.fixture
def preview(waymark, project):
    with Preview(waymark.path, project) as preview:
        yield preview


def edit(path, before, after):
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))


@contextlib.contextmanager
def news(preview, page):
    """The lines that a page hears from now on."""
    stamp = re.search(rb'data-stamp="(\w+)"', preview.get(page)[1])[1].decode()
    with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as connection:
        connection.sendall(
            f"GET /.waymark/events/{stamp}/{page} HTTP/1.1\r\nHost: localhost:{preview.port}\r\n\r\n".encode()
        )
        with connection.makefile("r") as lines:
            for line in lines:
                if line == ":\n":
                    break
            yield lines


def heard(lines):
    """The next line that a page hears: an event, or a comment when there is none for it."""
    return next(line for line in lines if line != "\n").strip()


def raw(preview, request):
    """The first line of the answer to a request as it stands; empty where there is none."""
    with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as connection:
        connection.sendall(request)
        try:
            return connection.makefile("rb").readline().decode().strip()
        except ConnectionError:
            return ""


# What is served


def test_serves_what_a_build_publishes(waymark, project, preview):
    assert waymark.run("build", "--project", project).returncode == 0
    site = tree(project / "Public")
    del site[".waymark"]
    for path, expected in site.items():
        status, content = preview.get(path)
        assert status == 200
        assert (without_additions(content) if path.endswith(".html") else content) == expected


def test_adds_a_script_and_lets_it_ask(preview):
    page = preview.get("first-steps/lesson.html")[1].decode()
    assert page.count("/.waymark/preview.js") == 1
    assert "; connect-src 'self'\">" in page
    assert "waymark-preview" not in page
    assert b"EventSource" in preview.get(".waymark/preview.js")[1]
    assert b".waymark-preview" in preview.get(".waymark/preview.css")[1]


def test_names_folders_by_their_index(preview):
    index = preview.get("first-steps/index.html")[1]
    assert preview.get("first-steps/") == (200, index)
    assert preview.get("first-steps/?page=2#here") == (200, index)
    preview.connection.request("GET", "/first-steps")
    response = preview.connection.getresponse()
    response.read()
    assert (response.status, response.headers["Location"]) == (308, "/first-steps/")


def test_answers_head_without_content(preview):
    assert preview.get("first-steps/", method="HEAD") == (200, b"")
    assert preview.get("nowhere", method="HEAD") == (404, b"")
    assert preview.get("")[0] == 200


def test_shows_the_page_for_wrong_addresses(preview):
    status, page = preview.get("nowhere/at/all.html")
    assert status == 404
    assert without_additions(page) == without_additions(preview.get("404.html")[1])


def test_serves_pages_at_the_address_that_they_will_have(waymark, project):
    with Preview(waymark.path, project, "--base-url", "https://example.org/deep/track/") as preview:
        style = re.search(r'href="(/deep/track/assets/style[^"]*)"', preview.get("404.html")[1].decode())[1]
        assert preview.get(style[1:])[0] == 200
        assert preview.get("deep/track/")[1] == preview.get("")[1]


# What changes


def test_tells_the_pages_that_changed(project, preview):
    with news(preview, "first-steps/lesson.html") as lesson, news(preview, "second-steps/") as other:
        edit(project / "Content/first-steps/lesson.md", "Lift one foot", "Lift either foot")
        assert heard(lesson) == "event: reload"
        assert heard(other) == ":"
    assert b"Lift either foot" in preview.get("first-steps/lesson.html")[1]


def test_tells_what_the_published_site_would_lose(waymark, project):
    assert waymark.run("build", "--project", project).returncode == 0
    with Preview(waymark.path, project) as preview:
        assert b"lost.anchor" not in preview.get("first-steps/lesson.html")[1]
        edit(project / "Content/first-steps/lesson.md", "## The step", "## One step")
        soon(lambda: assert_shown(preview, "first-steps/lesson.html", b"lost.anchor"))


def assert_shown(preview, path, text):
    assert text in preview.get(path)[1]


def test_tells_a_page_at_once_that_it_is_old(preview):
    with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as connection:
        connection.sendall(f"GET /.waymark/events/old/ HTTP/1.1\r\nHost: localhost:{preview.port}\r\n\r\n".encode())
        assert b"event: reload\n" in connection.makefile("rb").readlines()


def test_tells_a_page_of_its_pictures(project, preview):
    image = project / "Content/first-steps/foot.svg"
    image.write_text("<svg>1</svg>")
    with (project / "Content/first-steps/lesson.md").open("a") as file:
        file.write("\n![A foot](foot.svg)\n")
    soon(lambda: assert_served(preview, "first-steps/foot.svg", b"<svg>1</svg>"))
    with news(preview, "first-steps/lesson.html") as lesson:
        image.write_text("<svg>2</svg>")
        assert heard(lesson) == "event: reload"
    assert preview.get("first-steps/foot.svg")[1] == b"<svg>2</svg>"


def assert_served(preview, path, content):
    assert preview.get(path) == (200, content)


def test_equals_a_clean_build_after_random_edits(waymark, tmp_path):
    outcomes = preview_edits.run(waymark.path, tmp_path, edits=12, seed=4)
    assert outcomes["built"] > 6


def test_follows_symbolic_links(project, preview):
    shared = project / "Content/first-steps/shared.svg"
    shared.write_text("<svg>1</svg>")
    (project / "Content/first-steps/link.svg").symlink_to("shared.svg")
    with (project / "Content/first-steps/lesson.md").open("a") as file:
        file.write("\n![A foot](link.svg)\n")
    soon(lambda: assert_served(preview, "first-steps/link.svg", b"<svg>1</svg>"))
    shared.write_text("<svg>2</svg>")
    soon(lambda: assert_served(preview, "first-steps/link.svg", b"<svg>2</svg>"))


def test_follows_a_theme_behind_a_link(project, preview):
    theme = project.with_name("theme")
    theme.mkdir()
    link = project / "Templates"
    link.symlink_to(theme)
    for words in ("One foot", "Another foot"):
        (theme / "footer.mustache").write_text(f"<footer>{words}</footer>\n")
        soon(lambda: assert_holds(preview, "first-steps/", words.encode()))
    link.unlink()
    soon(lambda: assert_lacks(preview, "first-steps/", b"Another foot"))


def assert_lacks(preview, path, text):
    assert text not in preview.get(path)[1]


# What is wrong


def test_shows_mistakes_in_the_page_and_still_the_page(project, preview):
    path = project / "Content/first-steps/lesson.md"
    edit(path, "Lift one foot", "Lift [one <b>foot](nowhere.md)")

    def is_shown():
        page = preview.get("first-steps/lesson.html")[1].decode()
        assert "Content/first-steps/lesson.md:7:6" in page
        assert "there is no file “nowhere.md”" in page
        # The source is text of the page, not markup.
        assert "<code>Lift [one &lt;b&gt;foot](nowhere.md).[^foot]" in page
        assert ">     ^~" in page
        assert "Then see" in page

    soon(is_shown)
    assert "but in another file" in preview.get("second-steps/")[1].decode()
    assert len(preview.problems()) == 2
    edit(path, "[one <b>foot](nowhere.md)", "one foot")
    soon(lambda: assert_no_panel(preview, "first-steps/lesson.html"))


def assert_no_panel(preview, path):
    status, page = preview.get(path)
    assert status == 200 and b"<aside" not in page


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("Content/track.yml", "title: [\n", "track.yml:"),
        ("Templates/page.mustache", "{{#", "Templates/page.mustache:"),
    ],
)
def test_serves_the_last_good_site_while_a_file_of_all_pages_is_broken(project, preview, path, text, message):
    file = project / path
    before = file.read_text() if file.exists() else None
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    soon(lambda: assert_problem(preview, message))
    assert b"Lift one foot" in preview.get("first-steps/lesson.html")[1]
    edit(project / "Content/first-steps/lesson.md", "Lift one foot", "Lift no foot")
    soon(lambda: assert_holds(preview, "first-steps/lesson.html", b"Lift no foot"))
    file.unlink() if before is None else file.write_text(before)
    soon(lambda: assert_no_panel(preview, ""))


def assert_problem(preview, message):
    assert any(message in problem for problem in preview.problems())


def assert_holds(preview, path, text):
    assert text in preview.get(path)[1]


def test_waits_for_content_that_is_gone(waymark, project):
    with Preview(waymark.path, project) as preview:
        os.rename(project / "Content", project / "Elsewhere")
        soon(lambda: assert_holds(preview, "first-steps/", b"The preview is out of date"))
        os.rename(project / "Elsewhere", project / "Content")
        soon(lambda: assert_no_panel(preview, "first-steps/"))
    gone, back = "Content: error: the folder is gone", "the preview is up to date again"
    assert re.search(f"{gone}.*{back}", "".join(preview.said), re.DOTALL)


def test_waits_for_a_project_that_is_gone(project, preview):
    elsewhere = project.with_name("elsewhere")
    os.rename(project, elsewhere)
    soon(lambda: assert_holds(preview, "", b"The preview is out of date"))
    edit(elsewhere / "Content/first-steps/lesson.md", "Lift one foot", "Lift no foot")
    os.rename(elsewhere, project)
    soon(lambda: assert_holds(preview, "first-steps/lesson.html", b"Lift no foot"))
    edit(project / "Content/first-steps/lesson.md", "Lift no foot", "Lift all feet")
    soon(lambda: assert_holds(preview, "first-steps/lesson.html", b"Lift all feet"))


def test_finds_a_project_that_was_deleted_and_made_anew(project, preview):
    elsewhere = project.with_name("elsewhere")
    shutil.copytree(project, elsewhere)
    shutil.rmtree(project)
    soon(lambda: assert_holds(preview, "", b"The preview is out of date"))
    shutil.copytree(elsewhere, project)
    soon(lambda: assert_no_panel(preview, ""))
    edit(project / "Content/first-steps/lesson.md", "Lift one foot", "Lift no foot")
    soon(lambda: assert_holds(preview, "first-steps/lesson.html", b"Lift no foot"))


def test_finds_a_project_that_another_took_the_place_of(project, preview):
    elsewhere = project.with_name("elsewhere")
    shutil.copytree(project, elsewhere)
    os.rename(project, project.with_name("old"))
    os.rename(elsewhere, project)
    for sentence in ("Lift no foot", "Lift all feet"):
        edit(project / "Content/first-steps/lesson.md", "Lift one foot", sentence)
        soon(lambda: assert_holds(preview, "first-steps/lesson.html", sentence.encode()))
        edit(project / "Content/first-steps/lesson.md", sentence, "Lift one foot")


def test_begins_with_a_broken_course(waymark, project):
    (project / "Content/track.yml").write_text("title: [\n")
    with Preview(waymark.path, project) as preview:
        assert_problem(preview, "Content/track.yml:")
        assert any("Content/track.yml:1:9: error:" in line for line in preview.said)


# Who is answered


def test_says_that_a_port_is_in_use(waymark, project, preview):
    result = waymark.run("serve", "--project", project, "--port", preview.port)
    assert result.returncode == 2
    assert f"127.0.0.1:{preview.port}: error: the port is in use" in result.stderr.decode()
    assert "--port" in result.stderr.decode()


def test_listens_on_the_loopback_interface_alone(preview):
    with open("/proc/net/tcp") as file:
        listening = [line.split()[1] for line in file if line.split()[3] == "0A"]
    assert f"0100007F:{preview.port:04X}" in listening
    assert f"00000000:{preview.port:04X}" not in listening


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ends_when_it_is_asked_to(waymark, project, number):
    with Preview(waymark.path, project) as preview:
        with news(preview, ""):
            preview.process.send_signal(number)
            assert preview.process.wait(timeout=10) == 0


def test_answers_to_names_of_this_machine_only(preview):
    for host in ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"]:
        assert preview.get("", Host=f"{host}:{preview.port}")[0] == 200
    for host in ["example.org", f"example.org:{preview.port}", "localhost", "localhost:1", f"localhost:{preview.port}.", ""]:
        assert preview.get("", Host=host)[0] == 421


def test_answers_to_requests_for_pages_only(preview):
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"]:
        assert preview.get("", method=method)[0] == 405
    assert raw(preview, request(preview, "/", "Content-Length: 3")) == "HTTP/1.1 400 Bad Request"
    assert raw(preview, request(preview, "/", "Transfer-Encoding: chunked")) == "HTTP/1.1 400 Bad Request"


def request(preview, target, *fields):
    lines = [f"GET {target} HTTP/1.1", f"Host: localhost:{preview.port}", *fields, "", ""]
    return "\r\n".join(lines).encode()


@pytest.mark.parametrize(
    "target",
    [
        "/../Content/track.yml", "/..%2fContent/track.yml", "/%2e%2e/Content/track.yml", "/.%2e/Content/track.yml",
        "/first-steps/../../Content/track.yml", "/first-steps/..%5c..%5cContent/track.yml", "//etc/passwd",
        "/%2fetc/passwd", "/%252e%252e/Content/track.yml", "/first-steps/lesson.md%00.html", "/.waymark", "/.waymark/",
        "/Content/track.yml", "/%ff", "/%", "/%4", "/first-steps//lesson.html", "/./first-steps/lesson.html",
    ],
)
def test_serves_nothing_but_the_site(preview, target):
    assert raw(preview, request(preview, target)) == "HTTP/1.1 404 Not Found"


@pytest.mark.parametrize(
    "text",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n",
        b"GET  / HTTP/1.1\r\nHost: x\r\n\r\n", b"GET / HTTP/1.1\nHost: localhost\n\n\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"GET / HTTP/1.1\r\n folded: x\r\nHost: a\r\n\r\n",
        b"GET http://localhost/ HTTP/1.1\r\nHost: \xff\r\n\r\n", b"\0" * 100 + b"\r\n\r\n",
    ],
)
def test_survives_what_is_no_request(preview, text):
    with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as connection:
        connection.sendall(text)
        connection.shutdown(socket.SHUT_WR)
        answer = connection.makefile("rb").readline()
    assert answer == b"" or answer.split()[1] in (b"400", b"421", b"505")
    assert preview.get("")[0] == 200


def test_sends_a_large_file_to_many_from_one_copy(waymark, project):
    large = project / "Content/static/large.bin"
    large.parent.mkdir(exist_ok=True)
    large.write_bytes(bytes(16 << 20))
    with Preview(waymark.path, project) as preview, contextlib.ExitStack() as slow:
        before = preview_load.memory(preview.process)[0]
        for _ in range(30):
            connection = slow.enter_context(socket.create_connection(("127.0.0.1", preview.port), timeout=10))
            connection.sendall(request(preview, "/large.bin"))
            assert connection.recv(8) == b"HTTP/1.1"
        assert len(preview.get("large.bin")[1]) == 16 << 20
        assert preview_load.memory(preview.process)[1] - before < 64 << 20


def test_leaves_out_what_does_not_fit_into_its_memory(waymark, project):
    large = project / "Content/static/large.bin"
    large.parent.mkdir(exist_ok=True)
    make_sparse(large, 40 << 30)
    with Preview(waymark.path, project) as preview:
        assert any("leaves out large.bin, which a build publishes" in line for line in preview.said)
        assert preview.get("large.bin")[0] == 507
        assert preview.get("first-steps/")[0] == 200
        make_sparse(large, 3)
        soon(lambda: assert_served(preview, "large.bin", bytes(3)))
        make_sparse(large, 40 << 30)
        soon(lambda: assert_status(preview, "large.bin", 507))


def make_sparse(path, size):
    with path.open("wb") as file:
        file.truncate(size)


def assert_status(preview, path, status):
    assert preview.get(path)[0] == status


def test_bears_many_clients(waymark, project):
    result = preview_load.run(waymark.path, project, requests=200, connections=16, share=10)
    assert result.answers == {200: 200}
    assert result.growth < 64 << 20
