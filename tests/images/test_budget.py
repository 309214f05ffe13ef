"""Threads share the decoding memory without ever exceeding it or waiting for ever."""

from __future__ import annotations

import random
import threading

import pytest

from app.images.budget import DecodeBudget

PATIENCE = 20.0  # seconds after which a test gives up on a thread


def run_all(*works):
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert not any(thread.is_alive() for thread in threads)


def test_claims_never_exceed_the_total():
    budget, lock, held, most = DecodeBudget(100), threading.Lock(), [0], [0]

    def work(seed):
        chance = random.Random(seed)
        for _ in range(50):
            amount = chance.randint(1, 100)
            with budget.claim(amount):
                with lock:
                    held[0] += amount
                    most[0] = max(most[0], held[0])
                with lock:
                    held[0] -= amount

    run_all(*(lambda seed=seed: work(seed) for seed in range(6)))
    assert 0 < most[0] <= 100


def test_a_claim_larger_than_everything_is_alone():
    budget, inside, alone = DecodeBudget(10), [], []

    def small():
        for _ in range(30):
            with budget.claim(3):
                inside.append(1)
                inside.pop()

    def huge():
        for _ in range(10):
            with budget.claim(1000):
                alone.append(len(inside))

    run_all(small, small, huge)
    assert alone == [0] * 10


def test_a_thread_that_fails_gives_back_what_it_held():
    budget = DecodeBudget(10)

    def fail():
        with pytest.raises(RuntimeError), budget.claim(10):
            raise RuntimeError

    run_all(fail, fail, fail)
    with budget.claim(10):
        pass


def test_a_large_claim_is_not_overtaken_for_ever():
    budget, order, first_in, go = DecodeBudget(10), [], threading.Event(), threading.Event()

    def first():
        with budget.claim(6):
            first_in.set()
            go.wait(PATIENCE)

    def claim(name, amount):
        with budget.claim(amount):
            order.append(name)

    holder = threading.Thread(target=first)
    holder.start()
    assert first_in.wait(PATIENCE)
    large = threading.Thread(target=claim, args=("large", 10))
    large.start()
    while not budget._waiting and large.is_alive():
        large.join(0.001)
    late = threading.Thread(target=claim, args=("late", 1))  # would fit at once
    late.start()
    while len(budget._waiting) < 2 and late.is_alive():
        late.join(0.001)
    go.set()
    for thread in (holder, large, late):
        thread.join(PATIENCE)
    assert order == ["large", "late"]
