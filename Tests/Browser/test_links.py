"""Every link leads somewhere: from the disk, from a domain's root, and from a subfolder."""

import urllib.request
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pytest


class References(HTMLParser):
    """The addresses that a page names and the ids that it has."""

    def __init__(self, text):
        super().__init__()
        self.addresses, self.ids = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src"):
                self.addresses.append(value)
            elif name == "id":
                self.ids.append(value)


@pytest.fixture(scope="session")
def references(site, pages):
    return {path: References((site / path).read_text()) for path in pages}


def test_ids_are_unique(references):
    for path, page in references.items():
        assert len(page.ids) == len(set(page.ids)), path


def test_links_are_relative_and_lead_to_files_and_anchors(references, site):
    for path, page in references.items():
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme in ("http", "https", "mailto", "tel"):
                continue
            assert parts.scheme == "" and not address.startswith("/"), f"{path}: {address}"
            target = (site / path).parent / unquote(parts.path) if parts.path else site / path
            assert target.resolve().is_file(), f"{path}: {address}"
            assert site.resolve() in target.resolve().parents, f"{path}: {address}"
            if parts.fragment:
                name = str(target.resolve().relative_to(site.resolve()))
                assert unquote(parts.fragment) in references[name].ids, f"{path}: {address}"


def test_links_work_over_http(references, served):
    for path, page in references.items():
        for address in page.addresses:
            url = urljoin(served + path, address)
            if url.startswith(served):
                with urllib.request.urlopen(url.split("#")[0]) as response:
                    assert response.status == 200, f"{path}: {address}"


def test_nothing_comes_from_elsewhere(open_page, pages):
    for path in pages:
        requests = []
        open_page(path, requests=requests).context.close()
        assert requests and all(url.startswith("file://") for url in requests), path
