"""What a learner on a slow line has to load, compressed as servers compress it."""

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
