"""The pages, one module each: see docs/page.md."""
