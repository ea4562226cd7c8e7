"""firsthand: what is claimed, by whom and on whose authority, across a folder of documents."""

__version__ = "0.1.0"
