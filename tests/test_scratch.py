"""What comes into or out of an encrypted dossier stands in memory for a moment, not on the disk."""

from pathlib import Path

from firsthand.dossier import Dossier, new_key, scratch


def test_only_what_is_encrypted_is_kept_off_the_disk(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(scratch, "MEMORY", tmp_path)
    for name, key, folder in (("a", None, None), ("b", new_key("four lamps over a quiet harbour"), tmp_path)):
        path = tmp_path / f"{name}.dossier"
        Dossier.create(path, key).__exit__()
        assert scratch.scratch(path) == folder


def test_a_system_without_such_a_folder_uses_the_usual_one(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(scratch, "MEMORY", tmp_path / "none")
    path = tmp_path / "a.dossier"
    Dossier.create(path, new_key("four lamps over a quiet harbour")).__exit__()
    assert scratch.scratch(path) is None
