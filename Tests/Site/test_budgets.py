"""What a learner on a slow line has to load, compressed as servers compress it.

For comparison: Starlight says of itself "less than 50 KB of compressed data" for a first visit
(starlight.astro.build/environmental-impact), and the check of its own site told 6.9 KB of HTML for the
home, 25.8 KB of scripts and 13.8 KB of style sheets (github.com/withastro/starlight/pull/3048).
"""

import gzip

import pytest

KB = 1024


@pytest.mark.parametrize(
    ("pattern", "budget"),
    [
        ("multimodal-agents-in-production/practice.html", 15 * KB),
        ("assets/style.*.css", 8 * KB),
        ("assets/script.*.js", 10 * KB),
        ("assets/review.*.js", 12 * KB),
    ],
)
def test_compressed_size(site, pattern, budget):
    (path,) = site.glob(pattern)
    size = len(gzip.compress(path.read_bytes(), 9))
    assert size <= budget, f"{path.name}: {size} bytes"
