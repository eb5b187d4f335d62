"""A catalogue is compiled as the set-up compiles it: with no gettext on the machine."""

import gettext
import re
import subprocess
import sys
from pathlib import Path

CATALOGUE = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Leave"
msgstr "Salir"

msgid "About {n} minute"
msgid_plural "About {n} minutes"
msgstr[0] "Cerca de {n} minuto"
msgstr[1] "Cerca de {n} minutos"
"""


def test_a_catalogue_becomes_what_pages_read(tmp_path: Path) -> None:
    po, mo = tmp_path / "django.po", tmp_path / "django.mo"
    po.write_text(CATALOGUE, encoding="utf-8")
    compiler = re.search(r"-m (\S+) --quiet compile", Path("script/setup").read_text())
    assert compiler

    asked = [sys.executable, "-m", compiler[1], "--quiet", "compile"]
    asked += ["--input-file", str(po), "--output-file", str(mo)]
    subprocess.run(asked, check=True, env={"PATH": ""})

    with mo.open("rb") as file:
        said = gettext.GNUTranslations(file)
    assert said.gettext("Leave") == "Salir"
    assert said.ngettext("About {n} minute", "About {n} minutes", 2).endswith("minutos")
