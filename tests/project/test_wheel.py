"""The wheel carries all that casefile needs away from the checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_wheel_carries_the_sql_and_the_sample_data(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    for folder in ("migrations", "queries"):
        for script in (ROOT / "db" / folder).glob("*.sql"):
            assert f"casefile/_db/{folder}/{script.name}" in inside
    for article in (ROOT / "sample_data").iterdir():
        assert f"casefile/_sample_data/{article.name}" in inside
    for data in ROOT.glob("casefile/*/data/*"):
        assert data.relative_to(ROOT).as_posix() in inside
    tops = {name.split("/")[0] for name in inside}
    assert tops == {"casefile", "casefile_tui-0.1.0.dist-info"}
