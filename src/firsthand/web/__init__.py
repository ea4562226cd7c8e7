"""The local page: the door for people who do not program. It answers on this machine only.

``serving.serve`` is what ``firsthand open`` runs; ``app.make_app`` gives the same without a network, for tests.
How a page is made: docs/page.md.
"""
