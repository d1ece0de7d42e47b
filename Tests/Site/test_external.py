"""`waymark check --external` against a server on this machine."""

import collections
import http.server
import json
import os
import pty
import re
import subprocess
import threading
import time

import pytest

from support import tree


class Server:
    """Answers as its `routes` say: a path leads to a function of the handler and of how often it was asked."""

    def __init__(self):
        self.routes = {}
        self.requests = []
        self.most_at_a_time = 0
        self.at_a_time = 0
        self.lock = threading.Lock()
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self):
                with server.lock:
                    server.requests.append((self.command, self.path))
                    server.at_a_time += 1
                    server.most_at_a_time = max(server.most_at_a_time, server.at_a_time)
                    times = sum(path == self.path for _, path in server.requests)
                try:
                    server.routes.get(self.path, status(404))(self, times)
                finally:
                    with server.lock:
                        server.at_a_time -= 1

            do_GET = do_HEAD = answer

            def log_message(self, *arguments):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.http.server_port
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def url(self, path, host="127.0.0.1"):
        return f"http://{host}:{self.port}{path}"

    def asked(self, path):
        return [method for method, asked in self.requests if asked == path]


def status(code, **headers):
    def answer(handler, times):
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def at_first(first, then):
    return lambda handler, times: (first if times == 1 else then)(handler, times)


def for_get(answer, otherwise):
    return lambda handler, times: (answer if handler.command == "GET" else otherwise)(handler, times)


def slowly(seconds, answer):
    def wait(handler, times):
        time.sleep(seconds)
        answer(handler, times)

    return wait


@pytest.fixture
def server():
    server = Server()
    yield server
    server.http.shutdown()


@pytest.fixture
def check(waymark, project, tmp_path, server):
    """Links a page to some addresses and checks them: the report's lines, by the addresses they are about."""

    def check(*urls, options=("--private-network", "--timeout", "2"), cache="cache", format="short", status=0):
        lesson = project / "Content/first-steps/lesson.md"
        text = lesson.read_text().split("\n<!-- links -->")[0]
        lines = [f"See [page {index}]({url})." for index, url in enumerate(urls)]
        lesson.write_text(text + "\n<!-- links -->\n\n" + "\n".join(lines) + "\n")
        first = lesson.read_text().split("\n").index(lines[0]) + 1
        result = waymark.run(
            "check", "--project", project, "--external", "--advice", "--format", format, *options,
            XDG_CACHE_HOME=str(tmp_path / cache),
        )
        check.result = result
        check.message = result.stderr.decode()
        assert result.returncode == status, check.message
        found = collections.defaultdict(list)
        for line, kind, message, rule in re.findall(
            r"lesson\.md:(\d+):\d+: (\w+): (.*) \[(link\.[a-z]+)\]", check.message
        ):
            if int(line) >= first:
                found[int(line) - first].append((kind, rule, message))
        return dict(found)

    return check


def test_a_page_that_is_there_is_no_news(check, server):
    server.routes["/"] = status(200)
    assert check(server.url("/")) == {}
    assert server.asked("/") == ["HEAD"]
    assert "Asked after 1 page of other sites; 0 known from earlier" in check.message


def test_only_a_terminal_is_told_that_it_begins(check, waymark, project, server, tmp_path):
    server.routes["/"] = status(200)
    check(server.url("/"))
    assert "Asking" not in check.message
    terminal, end = pty.openpty()
    result = subprocess.run(
        [waymark.path, "check", "--project", project, "--external", "--private-network"],
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "empty")}, stderr=end, timeout=60,
    )
    os.close(end)
    assert result.returncode == 0
    assert os.read(terminal, 1000).startswith("Asking after 1 page of other sites …".encode())
    os.close(terminal)


def test_a_dead_link_is_told_wherever_it_stands(check, server):
    server.routes["/there"] = status(200)
    gone = server.url("/gone")
    found = check(gone, server.url("/there"), gone, gone + "#part")
    assert sorted(found) == [0, 2, 3]
    for messages in found.values():
        assert messages == [("warning", "link.dead", "this link is dead: the server says that there is no such page (404)")]
    assert server.asked("/gone") == ["HEAD", "GET"]


def test_a_name_that_nobody_has_is_dead_or_unreachable(check):
    found = check("https://no-such-name.invalid/")
    assert found[0][0][1] in ("link.dead", "link.unreachable")


def test_a_dead_link_fails_a_check_that_denies_it(check, server):
    check(server.url("/gone"), options=("--private-network", "--deny", "link.dead"), status=1)


def test_a_server_that_stumbles_is_asked_again(check, server):
    server.routes["/"] = at_first(status(500), status(200))
    server.routes["/busy"] = at_first(status(429, Retry_After="2"), status(200))
    start = time.monotonic()
    assert check(server.url("/"), server.url("/busy")) == {}
    assert time.monotonic() - start >= 2
    assert server.asked("/") == ["HEAD", "HEAD"]


def test_a_server_that_fails_for_good_is_unreachable(check, server):
    server.routes["/"] = status(503)
    assert check(server.url("/"))[0][0][:2] == ("warning", "link.unreachable")
    assert len(server.asked("/")) == 3


def test_a_slow_server_is_given_up(check, server):
    server.routes["/"] = slowly(5, status(200))
    assert check(server.url("/"), options=("--private-network", "--timeout", "1"))[0] == [
        ("warning", "link.unreachable", "this page cannot be reached: it gave no answer in time")
    ]


def test_nobody_listening_is_unreachable(check):
    assert check("http://127.0.0.1:9/")[0][0][1] == "link.unreachable"


def test_a_host_that_never_answers_is_asked_in_vain_only_so_often(check, server):
    for number in range(12):
        server.routes[f"/{number}"] = status(503)
    found = check(*(server.url(f"/{number}") for number in range(12)))
    assert len(found) == 12 and {messages[0][1] for messages in found.values()} == {"link.unreachable"}
    assert len({path for _, path in server.requests}) == 6


def test_a_server_that_knows_no_head_is_asked_for_the_page(check, server):
    server.routes["/"] = for_get(status(200), status(405))
    server.routes["/lies"] = for_get(status(200), status(404))
    assert check(server.url("/"), server.url("/lies")) == {}
    assert server.asked("/") == ["HEAD", "GET"]


def test_a_move_for_good_is_told_with_the_new_address(check, server):
    server.routes["/old"] = status(301, Location="/newer")
    server.routes["/newer"] = status(308, Location=server.url("/new"))
    server.routes["/new"] = status(200)
    found = check(server.url("/old#part"), format="human")
    assert found[0] == [("advice", "link.moved", "this page has moved for good")]
    assert f"link to its new address, {server.url('/new')}#part" in check.message


def test_a_detour_for_now_is_no_news(check, server):
    server.routes["/now"] = status(302, Location="/elsewhere")
    server.routes["/elsewhere"] = status(301, Location="/there")
    server.routes["/there"] = status(200)
    assert check(server.url("/now")) == {}


def test_redirects_that_lead_nowhere_are_dead(check, server):
    server.routes["/round"] = status(302, Location="/round")
    server.routes["/off"] = status(302, Location="/gone")
    server.routes["/file"] = status(302, Location="file:///etc/passwd")
    found = check(server.url("/round"), server.url("/off"), server.url("/file"))
    assert [found[index][0][1] for index in range(3)] == ["link.dead"] * 3
    assert "without end" in found[0][0][2] and "no web address" in found[2][0][2]


def test_a_server_that_shuts_programs_out_is_no_dead_link(check, server):
    server.routes["/"] = status(403)
    assert check(server.url("/"))[0][0][:2] == ("advice", "link.unchecked")


def test_answers_are_remembered_without_their_fragments(check, server, tmp_path):
    server.routes["/"] = status(200)
    server.routes["/flaky"] = at_first(status(503), status(503))
    urls = [server.url("/"), server.url("/#a"), server.url("/gone"), server.url("/flaky")]
    first = check(*urls)
    count = len(server.requests)
    assert check(*urls) == first
    assert "Asked after 1 page of other sites; 2 known from earlier" in check.message
    assert {path for _, path in server.requests[count:]} == {"/flaky"}
    assert [path.name for path in (tmp_path / "cache/waymark").iterdir()] == ["links.json"]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"version":2,"links":{}}', '{"version":1,"links":{"a":1}}', "\0\xff"])
def test_a_damaged_cache_counts_as_none(check, server, tmp_path, damage):
    server.routes["/"] = status(200)
    folder = tmp_path / "cache/waymark"
    folder.mkdir(parents=True)
    (folder / "links.json").write_text(damage)
    assert check(server.url("/")) == {}
    assert json.loads((folder / "links.json").read_text())["links"][server.url("/")]["answer"] == "found"


def test_answers_grow_old(check, server, tmp_path):
    server.routes["/"] = status(200)
    urls = [server.url("/"), server.url("/gone")]
    check(*urls)
    file = tmp_path / "cache/waymark/links.json"

    def age(seconds):
        cache = json.loads(file.read_text())
        for entry in cache["links"].values():
            entry["time"] -= seconds
        file.write_text(json.dumps(cache))

    for seconds, known in ((3000, 2), (3000, 1), (8 * 24 * 3600, 0)):
        age(seconds)
        check(*urls)
        assert f"; {known} known from earlier" in check.message


def test_a_cache_that_cannot_be_written_is_told_and_forgiven(check, server, tmp_path):
    server.routes["/"] = status(200)
    (tmp_path / "file").write_text("x")
    assert check(server.url("/"), cache="file") == {}
    assert "note: the answers of other sites are not kept" in check.message


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"]
)
def test_a_private_network_is_left_alone(check, server, host):
    server.routes["/"] = status(200)
    found = check(server.url("/", host), options=())
    assert found[0][0][:2] == ("advice", "link.unchecked")
    assert server.requests == []
    assert "Asked after 0 pages of other sites; 0 known from earlier, 1 not asked" in check.message


@pytest.mark.parametrize(
    "host", ["10.0.0.1", "172.31.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "[fe80::1]", "[fd00::1]"]
)
def test_other_private_networks_are_left_alone(check, host):
    assert "private network" in check(f"http://{host}/", options=())[0][0][2]


def test_one_host_gets_two_requests_at_a_time(check, server):
    urls = []
    for number in range(10):
        server.routes[f"/{number}"] = slowly(0.2, status(200))
        urls.append(server.url(f"/{number}"))
    assert check(*urls) == {}
    assert server.most_at_a_time == 2


def test_addresses_in_other_letters_are_asked_percent_encoded(check, server):
    server.routes["/K%C3%A4se?a=%C3%B6"] = status(200)
    assert check(f"<{server.url('/Käse?a=ö')}>") == {}


def test_a_check_without_the_option_asks_nobody(waymark, project, server):
    lesson = project / "Content/first-steps/lesson.md"
    lesson.write_text(lesson.read_text() + f"\nSee [this page]({server.url('/gone')}).\n")
    assert waymark.run("check", "--project", project).returncode == 0
    assert server.requests == []


def test_a_missing_curl_is_told_with_a_remedy(waymark, project, server, tmp_path):
    lesson = project / "Content/first-steps/lesson.md"
    lesson.write_text(lesson.read_text() + f"\nSee [the other page]({server.url('/gone')}).\n")
    result = waymark.run(
        "check", "--project", project, "--external", "--private-network", PATH=str(tmp_path),
        XDG_CACHE_HOME=str(tmp_path / "cache"),
    )
    assert result.returncode == 2
    assert b"curl: error: " in result.stderr and b"help: install it" in result.stderr
    assert tree(tmp_path / "cache") == {}
