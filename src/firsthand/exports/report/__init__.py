"""The report: a release told to readers, with its plots, footnotes and method, in several forms.

``content.content`` says what stands in it, in plain dictionaries; each form lays that out.
"""
