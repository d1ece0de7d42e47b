"""What hosts are told, and where the site says that it lies."""

import json
import re

from support import ROOT


def build(waymark, project, *options):
    result = waymark.run("build", "--project", project, *options)
    assert result.returncode == 0, result.stderr.decode()
    return project / "Public"


def test_hosts_are_told_the_policy_of_the_pages(waymark, project):
    site = build(waymark, project)
    headers = (site / "_headers").read_text()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', (site / "index.html").read_text())[1]
    assert f"  Content-Security-Policy: {policy.replace('&#39;', chr(39))}; frame-ancestors 'none'\n" in headers
    assert "  X-Content-Type-Options: nosniff\n" in headers and "  Referrer-Policy: " in headers
    assert max(map(len, headers.splitlines())) < 2000  # Cloudflare's limit.


def test_hosts_keep_what_never_changes_and_nothing_else(waymark, project):
    site = build(waymark, project)
    kept = re.findall(r"^/(\S+)\n  Cache-Control: .*immutable$", (site / "_headers").read_text(), re.M)
    fingerprinted = {
        str(path.relative_to(site)) for path in site.rglob("*") if re.search(r"\.[0-9a-f]{16}\.\w+$", path.name)
    }
    assert len(fingerprinted) >= 2 and set(kept) == fingerprinted


def test_an_authors_own_headers_take_their_place(waymark, project):
    static = project / "Content/static"
    static.mkdir()
    (static / "_headers").write_text("/*\n  X-Mine: yes\n")
    site = build(waymark, project)
    assert (site / "_headers").read_text() == "/*\n  X-Mine: yes\n"
    paths = [file["path"] for file in json.loads((site / ".waymark").read_text())["files"]]
    assert paths.count("_headers") == 1
    (static / "_headers").unlink()
    build(waymark, project)
    assert "Content-Security-Policy" in (site / "_headers").read_text()


def test_the_address_on_the_command_line_goes_before_the_tracks(waymark, project):
    track = project / "Content/track.yml"
    track.write_text(track.read_text() + "url: https://example.org/old/\n")
    site = build(waymark, project, "--base-url", "https://example.com/a/b")
    everything = b"".join(path.read_bytes() for path in site.rglob("*") if path.is_file())
    assert b"example.org" not in everything
    lesson = (site / "first-steps/lesson.html").read_text()
    assert '<link rel="canonical" href="https://example.com/a/b/first-steps/lesson.html">' in lesson
    assert "<loc>https://example.com/a/b/first-steps/</loc>" in (site / "sitemap.xml").read_text()
    assert 'href="/a/b/index.html"' in (site / "404.html").read_text()
    # Links between pages stay relative, so that the same files work elsewhere too.
    assert 'href="/a/b/' not in lesson


def test_the_manual_gives_nginx_the_same_headers(waymark, project):
    headers = (build(waymark, project) / "_headers").read_text()
    manual = (ROOT / "README.md").read_text()
    for name, value in re.findall(r"^  ([A-Z][\w-]+): (.*)$", headers.split("/assets/")[0], re.M):
        assert re.search(rf'add_header {name} "?{re.escape(value)}"? always;', manual), name
