#!/usr/bin/env python3
"""Counts a published round of Wijkkas again, without any code of Wijkkas and with nothing but Python 3.

    python3 recount.py stemronde-1-mes-cost-add1.json

The ballots (stemronde-1.pb) stand in the same folder. How a round is counted is explained in recount.md. Prints one JSON
object; the exit code is 0 when all that is compared matches.
"""

import csv
import hashlib
import io
import json
import os
import sys
from collections import Counter
from fractions import Fraction
from math import inf, lcm


def read_ballots(text):
    """The three tables of a .pb file: META as a dictionary, PROJECTS and VOTES as lists of dictionaries."""
    csv.field_size_limit(2**31 - 1)
    tables, columns = {}, None
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
        if row in (["META"], ["PROJECTS"], ["VOTES"]):
            table, columns = tables.setdefault(row[0], []), None
        elif columns is None:
            columns = row
        else:
            table.append(dict(zip(columns, row)))
    meta = {row["key"]: row["value"] for row in tables["META"]}
    return meta, tables["PROJECTS"], tables["VOTES"]


def cents(amount):
    return int(Fraction(amount.replace(",", ".")) * 100)


def scores_of(vote, vote_type):
    """What one voter gives: 1 for a choice, the points, or for a ranking its length less the place from 0."""
    chosen = [key for key in vote["vote"].split(",") if key]
    if vote_type == "ordinal":
        return {key: Fraction(len(chosen) - place) for place, key in enumerate(chosen)}
    if vote_type in ("cumulative", "scoring"):
        points = zip(chosen, map(Fraction, vote["points"].split(",")))
        return {key: given for key, given in points if given > 0}
    return {key: Fraction(1) for key in chosen}


class Round:
    """A round in whole numbers: money in cents, scores in units of 1/`scale` point."""

    def __init__(self, text):
        meta, projects, votes = read_ballots(text)
        self.budget = cents(meta["budget"])
        self.cost = {row["project_id"]: cents(row["cost"]) for row in projects}
        # Equal ballots are counted together: (scores, how many voters).
        ballots = Counter(frozenset(scores_of(vote, meta["vote_type"]).items()) for vote in votes)
        self.scale = lcm(*(score.denominator for scores in ballots for _, score in scores))
        self.ballots = [
            ({key: int(score * self.scale) for key, score in scores}, voters) for scores, voters in ballots.items()
        ]
        self.voters = len(votes)
        self.votes = dict.fromkeys(self.cost, 0)
        self.supporters = {key: [] for key in self.cost}
        for ballot, (scores, voters) in enumerate(self.ballots):
            for key, score in scores.items():
                self.votes[key] += score * voters
                self.supporters[key].append((ballot, score, voters))
        self.lcm = lcm(*(score for scores, _ in self.ballots for score in scores.values()))

    def order(self, key):
        """Who goes first when all else is equal: more votes, then a lower cost, then the id."""
        return (-self.votes[key], self.cost[key], key)

    def total(self, keys):
        return sum(self.cost[key] for key in keys)


def by_votes(election, chosen=(), per_euro=False):
    """Greedy: the best plan that still fits, again and again; with `chosen` it only fills up what is left."""

    def rank(key):
        votes, cost = election.votes[key], election.cost[key]
        if votes == 0 or not per_euro:
            return (votes == 0, -votes)
        return (False, Fraction(-votes, cost) if cost else -inf)

    chosen, left = list(chosen), election.budget - election.total(chosen)
    rest = (key for key in election.cost if key not in chosen)
    for key in sorted(rest, key=lambda key: (rank(key), election.order(key))):
        if election.cost[key] <= left:
            chosen.append(key)
            left -= election.cost[key]
    return chosen


def price(election, key, money, over):
    """What each supporter pays per score, or all they have left when that is less; None when they cannot pay together."""
    # By what each has left per score, in whole numbers: those who cannot pay in full come first.
    purses = [
        (money[ballot] * (election.lcm // score), score * voters) for ballot, score, voters in election.supporters[key]
    ]
    scores = sum(score for _, score in purses)
    cost = election.cost[key] * over * election.lcm
    for most, score in sorted(purses):
        if cost <= most * scores:
            return Fraction(cost, scores * over * election.lcm)
        cost -= most * score
        scores -= score
    return None


def equal_shares(election, endowment, utility):
    """Equal shares at one endowment: the winners in order, and what each round cost per point."""
    # What the voter of each ballot has left, as whole numbers over one number: exact, and faster than fractions.
    money, over = [endowment.numerator] * len(election.ballots), endowment.denominator
    supported = [key for key in sorted(election.cost, key=election.order) if election.votes[key] > 0]
    chosen = [key for key in supported if election.cost[key] == 0]
    # A price never falls, and it begins at the cost shared by all: so the last price by worth is a lower bound. The lowest
    # bounds are tried first.
    worth = election.cost if utility == "cost" else dict.fromkeys(election.cost, 1)
    bound = {
        key: Fraction(election.cost[key], election.votes[key] * worth[key])
        for key in supported
        if 0 < election.cost[key] <= election.budget
    }
    rounds = []
    while True:
        best = None
        for key in sorted(bound, key=bound.get):
            if best is not None and bound[key] > best[0]:
                break
            payment = price(election, key, money, over)
            if payment is None:
                del bound[key]
                continue
            bound[key] = payment / worth[key]
            offer = (bound[key], election.order(key), key, payment)
            best = offer if best is None else min(best, offer)
        if best is None:
            return chosen, rounds
        _, _, key, payment = best
        del bound[key]
        # Over a number in which this payment is whole too.
        times = (payment * over).denominator
        money, over = [left * times for left in money], over * times
        for ballot, score, _ in election.supporters[key]:
            money[ballot] -= min(money[ballot], int(payment * over) * score)
        chosen.append(key)
        rounds.append((key, payment))


def raised_shares(election, utility, step):
    """Equal shares from budget / voters on; with a step everybody's share is raised as long as that is possible."""
    endowment = Fraction(election.budget, election.voters) if election.voters else Fraction(0)
    chosen, rounds = equal_shares(election, endowment, utility)
    while step is not None:
        left = election.budget - election.total(chosen)
        supported = (key for key in election.cost if election.votes[key] > 0 and key not in chosen)
        if not any(election.cost[key] <= left for key in supported):
            break
        more, paid = equal_shares(election, endowment + step, utility)
        if election.total(more) > election.budget:
            break
        chosen, rounds, endowment = more, paid, endowment + step
    return chosen, rounds, endowment


def count(election, rule):
    """The outcome, in the words of the published one."""
    if rule["method"] == "greedy":
        selected = by_votes(election, per_euro=rule["ranking"] == "votes-per-euro")
        completed, rounds, endowment = selected, [], None
    else:
        step = None if rule["step"] is None else rule["step"] * 100
        selected, rounds, endowment = raised_shares(election, rule["utility"], step)
        completed = by_votes(election, selected)
    won = set(completed)
    reach = Counter()
    for scores, voters in election.ballots:
        reach[len(won & scores.keys())] += voters
    return {
        "voters": election.voters,
        "selected": selected,
        "total": Fraction(election.total(selected), 100),
        "completed": completed,
        "completedTotal": Fraction(election.total(completed), 100),
        "endowment": endowment if endowment is None else endowment / 100,
        "rounds": [{"id": key, "payment": payment * election.scale / 100} for key, payment in rounds],
        "reach": [reach[hits] for hits in range(max(reach, default=0) + 1)],
    }


def published(outcome):
    """The same part of what was published, numbers made exact."""

    def exact(value):
        return None if value is None else Fraction(str(value))

    return {
        "voters": outcome["voters"],
        "selected": outcome["selected"],
        "total": exact(outcome["total"]),
        "completed": outcome["completed"],
        "completedTotal": exact(outcome["completedTotal"]),
        "endowment": exact(outcome["endowment"]),
        "rounds": [{"id": each["id"], "payment": exact(each["payment"])} for each in outcome["rounds"]],
        "reach": outcome["reach"],
    }


def main(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    with open(os.path.join(os.path.dirname(path), os.path.basename(document["ballots"]["file"])), "rb") as file:
        ballots = file.read()
    counted, said = count(Round(ballots.decode("utf-8")), document["rule"]), published(document["outcome"])
    differences = [name for name in counted if counted[name] != said[name]]
    if hashlib.sha256(ballots).hexdigest() != document["ballots"]["sha256"]:
        differences.insert(0, "ballots.sha256")
    print(json.dumps({"matches": not differences, "compared": list(counted), "differences": differences}))
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else __doc__)
