"""The product's own settings, in a world of its own that is thrown away."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_WORLD = Path(tempfile.mkdtemp(prefix="alongside-tests-"))
atexit.register(shutil.rmtree, _WORLD, ignore_errors=True)

os.environ["ALONGSIDE_DATA"] = str(_WORLD / "data")
os.environ["ALONGSIDE_RUNTIME"] = str(_WORLD / "runtime")
os.environ["ALONGSIDE_COUNTRY"] = "US"
os.environ["ALONGSIDE_TIME_ZONE"] = "UTC"
os.environ["ALONGSIDE_HOSTS"] = "testserver kitchen.home"
# A guess costs little here; one test pays the real price, and the boot check refuses this.
os.environ["ALONGSIDE_KDF_MIB"] = "8"
os.environ["ALONGSIDE_KDF_PASSES"] = "1"
for _name in list(os.environ):
    if _name.startswith("ALONGSIDE_HOST_"):
        del os.environ[_name]

from alongside.settings import *  # noqa: E402

if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A file, so that a browser's server and the test see the same rows.
    DATABASES["default"]["TEST"] = {"NAME": _WORLD / "data" / "test.sqlite3"}
