"""`bench/run`: compare with the peers (the default), weigh our pages at some volume, or lock the peers' packages."""

import argparse
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import compare, packages, quality, style, systems

ARTICLES, FEWEST = 2_000, 500


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks, and return the exit code."""
    parser = argparse.ArgumentParser(prog="bench/run", description=__doc__)
    parser.add_argument("--articles", type=int, default=ARTICLES, help="articles in our archive")
    parser.add_argument("--rounds", type=int, default=7, help="rounds, each of which visits every page of everyone")
    parser.add_argument("--seconds", type=float, default=0.6, help="CPU time of one visit")
    commands = parser.add_subparsers(dest="command")
    weigh = commands.add_parser("volume", help="our own pages at some volume, in the database of DATABASE_URL")
    weigh.add_argument("articles", type=int)
    commands.add_parser("finding", help="how long search takes over the archive in the database of DATABASE_URL")
    commands.add_parser("desk", help="what the desk's pages and acts cost over the archive in that database")
    spell = commands.add_parser("style", help="how right the checks of Arabic are, and what they cost")
    spell.add_argument("--pairs", type=Path, help="words as typed and as they should be, instead of our own")
    spell.add_argument("--copy", type=Path, help="a raw copy whose findings are counted by check")
    find = commands.add_parser("search", help="how well search finds, beside exact words and light10")
    find.add_argument("--collection", type=Path, help="documents, queries and judgements instead of our own")
    lock = commands.add_parser("lock", help="write requirements.txt anew from requirements.in")
    lock.add_argument("--upgrade", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.command == "lock":
        return packages.lock(upgrade=asked.upgrade)
    if asked.command == "style":
        return style.measure(asked.pairs, asked.copy)
    if asked.command == "finding":
        return systems.within("bench.finding")
    if asked.command == "desk":
        return systems.within("bench.ours_desk")
    if asked.command == "search":
        return quality.measure(asked.collection)
    if asked.articles < FEWEST:
        parser.error(f"fewer than {FEWEST} articles measure nothing")
    if asked.command == "volume":
        return systems.weigh(asked.articles)
    quality.measure()
    return compare.compare(articles=asked.articles, rounds=asked.rounds, seconds=asked.seconds)


if __name__ == "__main__":
    # Asked to end, we still stop what we started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main(sys.argv[1:]))
    except RuntimeError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
