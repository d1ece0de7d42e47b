"""Reviews random cards with py-fsrs and prints every step as JSON, for memory.test.js to repeat.

Prints {"reviews": [[card, grade, time, state, step, stability, difficulty, due], …], "intervals":
[[stability, retention, days], …], "fuzz": [[days, random, days after], …]}; times in whole seconds.
"""

import json
import random
import sys
from datetime import datetime, timedelta, timezone

import fsrs.scheduler
from fsrs import Card, Rating, Scheduler

CARDS = 3_000
START = datetime(2026, 1, 1, tzinfo=timezone.utc)


def seconds(moment: datetime) -> int:
    return int((moment - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds())


def wait(card: Card, chance: random.Random) -> timedelta:
    """How long after the last review the next one comes: at once, when due, early or late."""
    left = card.due - card.last_review
    return chance.choice(
        [
            timedelta(seconds=chance.randrange(0, 3_600)),
            timedelta(seconds=86_399 + chance.randrange(0, 3)),
            left,
            timedelta(seconds=int(left.total_seconds() * chance.uniform(0, 3))),
            timedelta(seconds=chance.randrange(0, 400 * 86_400)),
        ]
    )


def reviews(chance: random.Random) -> list:
    scheduler = Scheduler(enable_fuzzing=False)
    rows = []
    for number in range(CARDS):
        card = Card(card_id=number)
        now = START + timedelta(seconds=chance.randrange(0, 86_400))
        leniency = chance.choice([[1, 1, 1, 1], [1, 2, 8, 2], [4, 1, 3, 1], [0, 0, 1, 1]])
        for _ in range(chance.randrange(1, 16)):
            grade = chance.choices([1, 2, 3, 4], leniency)[0]
            card, _ = scheduler.review_card(card, Rating(grade), now)
            rows.append(
                [
                    number,
                    grade,
                    seconds(now),
                    card.state.name.lower(),
                    card.step,
                    card.stability,
                    card.difficulty,
                    seconds(card.due),
                ]
            )
            now += wait(card, chance)
    return rows


def intervals(chance: random.Random) -> list:
    rows = []
    for tenth in range(1, 11):
        for stability in [1.0, chance.uniform(0.001, 400)]:
            scheduler = Scheduler(desired_retention=tenth / 10)
            rows.append([stability, tenth / 10, scheduler._next_interval(stability=stability)])
    return rows


def fuzz(chance: random.Random) -> list:
    scheduler = Scheduler(enable_fuzzing=True)
    rows = []
    for _ in range(2_000):
        days = chance.choice([chance.randrange(1, 30), chance.randrange(1, 36_501), 36_500])
        drawn = chance.choice([0.0, chance.random(), 1 - 2**-40])
        fsrs.scheduler.random = lambda: drawn
        rows.append([days, drawn, scheduler._get_fuzzed_interval(interval=timedelta(days=days)).days])
    return rows


seed = int(sys.argv[1])
json.dump(
    {
        "reviews": reviews(random.Random(seed)),
        "intervals": intervals(random.Random(seed)),
        "fuzz": fuzz(random.Random(seed)),
    },
    sys.stdout,
)
