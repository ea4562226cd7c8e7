"""A release as JSON: the shape of ``findings --json``, with the profile in front."""

import json

from firsthand import interface
from firsthand.records import Release


def write(release: Release) -> bytes:
    """Return one JSON object in UTF-8: ``release``, then documents, claims, figures, links, reuse, findings, unchecked, problems."""
    claims = {claim.id: claim for claim in release.claims}
    content = {
        "release": {
            "profile": release.profile,
            "says": release.says,
            "made": release.made,
            "withheld": list(release.withheld),
            "made_with": release.made_with,
        },
        "documents": [interface.document_line(item, release.names[item.id]) for item in release.documents],
        "claims": [interface.claim_line(claim) for claim in release.claims],
        "figures": [
            interface.figure_line(figure, [claims[name] for name in figure.claims])
            for figure in release.figures
        ],
        "links": [interface.link_line(link) for link in release.links],
        "reuse": [interface.reuse_line(reuse) for reuse in release.reuses],
        "findings": [interface.finding_line(finding) for finding in release.findings],
        "unchecked": [interface.unchecked_line(each) for each in release.unchecked],
        "problems": [{"where": problem.where, "says": problem.says} for problem in release.problems],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")
