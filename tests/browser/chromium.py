"""Finding a Chromium for the browser tests, and installing Debian's where that is possible.

`python -m tests.browser.chromium` prepares it: exit status 1 where none is to be had and CI=true.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
PATHS = (
    "/usr/bin/chromium",
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# Without a system font Chromium paints no text at all, not even in the fonts that a page brings.
PACKAGES = ("chromium", "fonts-dejavu-core")
ADVICE = (
    "Install it (Debian, Ubuntu: apt install chromium fonts-dejavu-core), "
    "or name it: CHROMIUM=/path/to/chromium make test"
)


def find_chromium() -> str | None:
    """The path of a Chromium: the CHROMIUM variable, the search path, the usual places."""
    if named := os.environ.get("CHROMIUM"):
        return named if Path(named).is_file() else None
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or next((path for path in PATHS if Path(path).is_file()), None)


def must_have_browser() -> bool:
    """Whether a missing browser is a failure rather than a reason to skip."""
    return os.environ.get("CI", "").lower() in ("1", "true")


def can_install() -> bool:
    """Whether this is Debian (or a child of it) and we are root."""
    return Path("/etc/debian_version").exists() and os.geteuid() == 0 and shutil.which("apt-get") is not None


def has_system_font() -> bool:
    """Whether any font is installed for Chromium to fall back on."""
    return any(next(Path(folder).rglob("*.[to]tf"), None) for folder in ("/usr/share/fonts", "/usr/local/share/fonts"))


def install() -> None:
    """Install Debian's packages."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment, stdout=subprocess.DEVNULL)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
    subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)


def main() -> int:
    """Prepare the browser and say what came of it."""
    on_debian_as_root = can_install() and "CHROMIUM" not in os.environ
    if on_debian_as_root and (find_chromium() is None or not has_system_font()):
        print("Installing Debian's chromium and fonts-dejavu-core for the browser tests.", flush=True)
        install()
    if chromium := find_chromium():
        print(f"Browser tests use {chromium}")
        return 0
    print(f"There is no Chromium for the browser tests. {ADVICE}", file=sys.stderr)
    return 1 if must_have_browser() else 0


if __name__ == "__main__":
    raise SystemExit(main())
