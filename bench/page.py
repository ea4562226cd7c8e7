"""How fast the local page answers, and how much it sends, with a dossier of 2,000 documents and 50,000 claims.

    python -m bench.page                     # make the dossier (once) and measure
    python -m bench.page --documents 200     # a smaller one

The dossier is made of invented records put straight into the ledger: what is measured is the page, not the reading. Each
sort of page is asked for many times, at different places of its lists; bars: 300 ms at the 95th percentile, 500 kB.
"""

import argparse
import random
import re
import statistics
import sys
import time
from pathlib import Path
from tempfile import gettempdir

from starlette.testclient import TestClient

from bench.page_dossier import NOUNS, make

SLOWEST = 0.300
"""Seconds that the slowest twentieth of requests to a sort of page may take at most."""

LARGEST = 500_000
"""Bytes of HTML or data that a page may send."""

ASKED = 40
"""Requests to each sort of page."""


def main() -> int:
    """Make the dossier if it is not there, measure, print; exit status 1 when a bar is missed."""
    options = argparse.ArgumentParser(description="Measure the local page.")
    options.add_argument("--documents", type=int, default=2_000)
    options.add_argument("--asked", type=int, default=ASKED, help="requests to each sort of page")
    options.add_argument("--dossier", type=Path, help="measure this one instead")
    given = options.parse_args()
    path = given.dossier or Path(gettempdir()) / f"bench-page-{given.documents}.dossier"
    if not path.exists():
        started = time.process_time()
        make(path, given.documents)
        print(f"made {path.name} in {time.process_time() - started:.0f} s of processor time")
    return measure(path, given.asked)


def measure(path: Path, asked: int) -> int:
    """Print how long each sort of page takes and how much it sends; return 1 when a bar is missed."""
    from firsthand.web.app import make_app
    from firsthand.web.keys import Keys

    guard = make_app(path, Keys(), 4321)
    client = TestClient(guard, base_url="http://127.0.0.1:4321")
    client.get("/", params={"token": guard.keys.token})
    missed = 0
    print(f"{'page':44} {'asked':>5} {'median':>8} {'p95':>8} {'most kB':>8} {'processor p95':>14}")
    for sort, addresses in _sorts(client, asked).items():
        times, busy, sizes = [], [], []
        for address in addresses:
            started, worked = time.perf_counter(), time.process_time()
            answer = client.get(address)
            if answer.status_code == 200:
                times.append(time.perf_counter() - started)
                busy.append(time.process_time() - worked)
                sizes.append(len(answer.content))
        if len(times) < len(addresses):
            print(f"{sort:44} {len(addresses) - len(times):5} not answered")
            continue
        slow, work = (sorted(each)[max(0, -(-len(each) * 95 // 100) - 1)] for each in (times, busy))
        over = slow > SLOWEST or max(sizes) > LARGEST
        missed += over
        median = statistics.median(times)
        print(
            f"{sort:44} {len(times):5} {median * 1000:6.0f}ms {slow * 1000:6.0f}ms {max(sizes) / 1000:8.0f} {work * 1000:12.0f}ms{'  OVER' if over else ''}"
        )
    guard.app.state.desk.close()
    return int(missed > 0)


def _sorts(client: TestClient, asked: int) -> dict[str, list[str]]:
    """Addresses by the sort of their page: what links lead to, with queries that ask for the ends and middles of lists."""
    chance = random.Random(7)
    found: dict[str, set[str]] = {}
    pages = [
        *(f"/?page={n}" for n in (1, 2, 40)),
        *(f"/figures?page={n}&order={order}" for n in (1, 60, 190) for order in ("documents", "claims", "label", "value")),
        *(f"/figures?q={word}&badge={badge}" for word in NOUNS for badge in ("", "conflicts", "drifts")),
        *(f"/search?q={word}" for word in NOUNS),
        *(f'/search?q="{word} off Vessany"' for word in NOUNS),
        *(f"/unchecked?page={n}" for n in (1, 3, 30)),
        *(f"/{name}{query}" for name in ("documents", "sources", "timeline", "map", "review", "history", "take-along") for query in ("", "?page=2", "?page=7")),
    ]  # fmt: skip
    for address in pages:
        answer = client.get(address)
        if answer.status_code == 200:
            found.setdefault(_sort(address), set()).add(address)
            for link in re.findall(r'href="(/[^"#]*)', answer.text.replace("&amp;", "&")):
                if not link.startswith("/static/"):
                    found.setdefault(_sort(link), set()).add(link)
    chosen = {}
    for sort, addresses in sorted(found.items()):
        some = sorted(addresses)
        chance.shuffle(some)
        chosen[sort] = [some[n % len(some)] for n in range(asked)]
    for sort in ("/figures/…", "/documents/…"):
        if sort in chosen:  # and what scripts ask for there
            apis = [address.partition("?")[0] for address in chosen[sort]]
            if sort == "/figures/…":
                for chart in ("drift", "lineage"):
                    chosen[f"/api/figures/…/charts/{chart}"] = [f"/api{a}/charts/{chart}" for a in apis]
    return chosen


def _sort(address: str) -> str:
    path = address.partition("?")[0]
    return re.sub(r"/[0-9a-f]{16}", "/…", path)


if __name__ == "__main__":
    sys.exit(main())
