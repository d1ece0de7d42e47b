"""What a first visit to a practice page costs, compressed as hosts do it: a budget.

For comparison: Starlight says of itself "less than 50 KB of compressed data" for a first visit
(starlight.astro.build/environmental-impact), and the check of its own site told 6.9 KB of HTML for the
home, 25.8 KB of scripts and 13.8 KB of style sheets (github.com/withastro/starlight/pull/3048).
"""

import gzip
import re

PAGE = "multimodal-agents-in-production/practice.html"
KB = 1024


def compressed(path):
    return len(gzip.compress(path.read_bytes(), compresslevel=9))


def test_a_practice_page_keeps_to_its_budget(site):
    html = (site / PAGE).read_text()
    loaded = re.findall(r'<(?:script|link rel="stylesheet")[^>]* ?(?:src|href)="([^"]+)"', html)
    assert sorted(name.rsplit(".", 1)[1] for name in loaded) == ["css", "js"], loaded
    assert "<img" not in html
    sizes = {name.rsplit(".", 1)[1]: compressed((site / PAGE).parent / name) for name in loaded}
    assert compressed(site / PAGE) <= 15 * KB
    assert sizes["css"] <= 8 * KB
    assert sizes["js"] <= 10 * KB
